using TrialSim.Model.Truth;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>What nature and the sites do.</summary>
[Document("a truth")]
internal sealed record TruthDocument
{
    [Key("Where patients are screened and randomised.", Default = Names.None)]
    public OrNone<SitesDocument>? Sites { get; init; }

    [Key("Arrivals of patients over time.", IsRequired = true)]
    public AccrualDocument? Accrual { get; init; }

    [Key("Characteristics of patients known at randomisation, by name.", Default = "no covariates", DefinesNames = true, MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<CovariateDocument>? Covariates { get; init; }

    [Key("What can happen to a patient, by name.", IsRequired = true, DefinesNames = true, MaxItems = Limits.NamedThings)]
    public Named<EventDocument>? Events { get; init; }

    [Key("What has levels that change in a patient's course, by name: response, performance status.", Default = "no states", DefinesNames = true, MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<StateDocument>? States { get; init; }

    [Key("What is measured at visits, by name: tumour markers.", Default = "no markers", DefinesNames = true, MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<MarkerDocument>? Markers { get; init; }

    [Key("Factors on hazards that each patient has for life and nobody knows.", Default = "[]", AcceptsOne = true, MinItems = 0, MaxItems = Parsing.Limits.Frailties)]
    public Listed<FrailtyDocument>? Frailty { get; init; }

    [Key("The only way in which anything changes a hazard.", Default = "[]", MinItems = 0)]
    public Listed<EffectDocument>? Effects { get; init; }

    [Key(
        "Where in their windows treatments and visits really take place, by name. uniform: every day alike. triangular: most likely on the target, falling to the limits. earliest, target, latest: always on that day.",
        Default = "uniform", MaxItems = 2 * Limits.NamedThings, MinItems = 0)]
    public Named<WindowBehaviour?>? Timing { get; init; }

    [Key("Probability that a patient who should get a treatment gets it at all, by its name; one draw a patient.", Default = "1", MaxItems = Limits.NamedThings, MinItems = 0, Min = 0, Max = 1)]
    public Named<double?>? Uptake { get; init; }

    [Key("Probability that a visit is missed, by the name of its schedule.", Default = "0", MaxItems = Limits.NamedThings, MinItems = 0, Min = 0, Below = 1)]
    public Named<double?>? MissedVisits { get; init; }

    [Key("How readers err at the visits that look for an event, by its name.", Default = "no errors", MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<ReadingErrorsDocument>? ReadingErrors { get; init; }

    [Key("Patients who leave the study before anything is known.", Default = Names.None)]
    public OrNone<LossDocument>? LossToFollowUp { get; init; }

    [Key("Where what is assumed comes from, of everything that names no source of its own. For people; it changes nothing.", Default = "none is stated")]
    public string? Source { get; init; }
}
