using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>What nature and the sites do.</summary>
[Document("a truth")]
internal sealed record TruthDocument
{
    [Key("Arrivals of patients over time.", IsRequired = true)]
    public AccrualDocument? Accrual { get; init; }

    [Key("Characteristics of patients known at randomisation, by name.", Default = "no covariates", DefinesNames = true, Most = Limits.NamedThings, Fewest = 0)]
    public Named<CovariateDocument>? Covariates { get; init; }

    [Key("What can happen to a patient, by name.", IsRequired = true, DefinesNames = true, Most = Limits.NamedThings)]
    public Named<EventDocument>? Events { get; init; }

    [Key("The only way in which anything changes a hazard.", Default = "[]", Fewest = 0)]
    public Listed<EffectDocument>? Effects { get; init; }

    [Key("Patients who leave the study before anything is known.", Default = Names.None)]
    public OrNone<LossDocument>? LossToFollowUp { get; init; }
}
