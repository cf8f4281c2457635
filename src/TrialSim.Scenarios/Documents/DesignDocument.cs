using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>What the protocol decides.</summary>
[Document("a design")]
internal sealed record DesignDocument
{
    [Key("Patients to randomise.", IsRequired = true, Min = 1, Max = Limits.Patients)]
    public int? Patients { get; init; }

    [Key("What patients are allocated to, by name.", IsRequired = true, DefinesNames = true, MaxItems = Limits.Arms)]
    public Named<ArmDocument>? Arms { get; init; }

    [Key("How patients get their arm.", Default = "permuted blocks, 1 to each arm")]
    public AllocationDocument? Allocation { get; init; }

    [Key("What is done to patients, by name; arms name what they get.", Default = "no treatments", DefinesNames = true, MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<TreatmentDocument>? Treatments { get; init; }

    [Key("When patients are seen, by name; events name the visits that see them.", Default = "no visits", DefinesNames = true, MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<VisitDocument>? Visits { get; init; }

    [Key("Time since randomisation after which a patient is no longer followed.", Default = Names.None, Above = 0)]
    public OrNone<Duration>? MaxFollowUp { get; init; }

    [Key("What is counted, by name.", IsRequired = true, DefinesNames = true, MaxItems = Limits.NamedThings)]
    public Named<EndpointDocument>? Endpoints { get; init; }

    [Key("Planned times of analysis, by name; the final one too.", IsRequired = true, DefinesNames = true, MaxItems = Limits.NamedThings)]
    public Named<LookDocument>? Looks { get; init; }

    [Key("Statistical methods applied to endpoints at looks, by name.", IsRequired = true, DefinesNames = true, MaxItems = Limits.NamedThings)]
    public Named<AnalysisDocument>? Analyses { get; init; }

    [Key("When a test rejects.", Default = "two-sided alpha of " + Resolution.Defaults.TwoSidedAlphaText)]
    public TestingDocument? Testing { get; init; }

    [Key(
        "What looks may change, by name, in the order in which it is asked.",
        Default = "with testing.sequential stops for efficacy and, where it has bounds, futility; otherwise " + Names.None,
        DefinesNames = true,
        MaxItems = Limits.NamedThings)]
    public OrNone<Named<DecisionDocument>>? Decisions { get; init; }
}
