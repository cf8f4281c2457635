namespace TrialSim.Scenarios.Documents;

/// <summary>Bounds beyond which a test rejects; one of spending, shape and z.</summary>
[Document("efficacy bounds")]
internal sealed record EfficacyDocument
{
    [Key("How alpha is spent: a function, or the cumulative error of each look.")]
    public SpendingDocument? Spending { get; init; }

    [Key("The rho of kim_demets, which requires it; 1 spends evenly, 3 is near O'Brien and Fleming.", Min = 0.1, Max = 20)]
    public double? Rho { get; init; }

    [Key("The gamma of hwang_shih_decani, which requires it; -4 is near O'Brien and Fleming, 1 near Pocock.", Min = -40, Max = 40)]
    public double? Gamma { get; init; }

    [Key("Bounds of Wang and Tsiatis: obrien_fleming, pocock, or a number such as 0.25. Found at the planned information, and kept whatever is observed.", Min = -1, Max = 1)]
    public BoundShape? Shape { get; init; }

    [Key("Z of each look beyond which it rejects; none where it does not. Kept whatever information is observed.", Min = -20, Max = 20)]
    public Listed<OrNone<Number>>? Z { get; init; }
}
