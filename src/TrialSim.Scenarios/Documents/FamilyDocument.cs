using TrialSim.Statistics.Multiplicity;

namespace TrialSim.Scenarios.Documents;

/// <summary>Tests that share one alpha.</summary>
[Document("a family of tests")]
internal sealed record FamilyDocument
{
    [Key(
        "How they share it: equal parts (bonferroni); step-down (holm); step-up (hochberg); one critical value for comparisons with one control (dunnett); each at all of alpha in the order written "
        + "until one fails (fixed_sequence); shares that a rejection passes on (graph); all must reject, each at all of alpha (co_primary); every intersection (closed_test).",
        IsRequired = true)]
    public FamilyMethod? Method { get; init; }

    [Key("The analyses that test.", IsRequired = true, MinItems = 2, MaxItems = Parsing.Limits.FamilyMembers)]
    public Listed<string>? Analyses { get; init; }

    [Key("Share of alpha that each test starts with; together at most 1. For graph, which requires it.", Min = 0, Max = 1)]
    public Named<double?>? Weights { get; init; }

    [Key("For a test that is rejected, the shares of its alpha that it passes on, together at most 1: {a: {b: 1}}. For graph.", Default = "{}: none is passed on", MinItems = 0)]
    public Named<Named<double?>>? Transitions { get; init; }

    [Key("How several hypotheses are tested together. For closed_test.", Default = Resolution.Defaults.IntersectionText)]
    public IntersectionMethod? Intersection { get; init; }
}
