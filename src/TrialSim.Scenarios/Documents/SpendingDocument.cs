namespace TrialSim.Scenarios.Documents;

/// <summary>How an error is spent over looks: the name of a function, or the cumulative error of each look.</summary>
[Document("a spending of error")]
internal sealed record SpendingDocument
{
    [Key("A spending function: Lan and DeMets' near the bounds of O'Brien and Fleming or of Pocock; kim_demets, the fraction of the information to the power rho; hwang_shih_decani with gamma, where negative values spend late."), Shorthand]
    public SpendingFunction? Function { get; init; }

    [Key("The cumulative error of each look.", Min = 0, Below = 1), Shorthand]
    public Listed<double?>? Cumulative { get; init; }
}
