namespace TrialSim.Scenarios.Documents;

/// <summary>When a test rejects; one of the two alphas.</summary>
[Document("a rule for testing")]
internal sealed record TestingDocument
{
    [Key("Error allowed over both directions; a test may reject in either.", Default = Resolution.Defaults.TwoSidedAlphaText, Above = 0, Below = 1)]
    public double? TwoSidedAlpha { get; init; }

    [Key("Error allowed in the direction of benefit; a test rejects only there.", Above = 0, Below = 0.5)]
    public double? OneSidedAlpha { get; init; }

    [Key("Tests that are done at several looks with one alpha, by the name of the analysis.", Default = Names.None)]
    public OrNone<Named<SequentialDocument>>? Sequential { get; init; }

    [Key("Tests that share one alpha.", Default = Names.None)]
    public OrNone<FamilyDocument>? Family { get; init; }
}
