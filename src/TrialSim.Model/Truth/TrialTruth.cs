using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Sites;

namespace TrialSim.Model.Truth;

/// <summary>What nature and the sites do. No analysis may read it.</summary>
/// <param name="Accrual">Arrivals.</param>
/// <param name="Covariates">Baseline covariates.</param>
/// <param name="Events">What can happen to a patient.</param>
/// <param name="StateBits">The facts that conditions ask for, each with its place in the state; at most 64.</param>
/// <param name="Effects">Factors on hazards while conditions hold.</param>
/// <param name="Slopes">Factors on hazards by numeric covariates.</param>
/// <param name="LossToFollowUp">Hazard of being lost since randomisation; the choices cover every patient, or none are given.</param>
public sealed record TrialTruth(
    Accrual Accrual,
    ImmutableArray<Covariate> Covariates,
    ImmutableArray<ClinicalEvent> Events,
    ImmutableArray<StateBit> StateBits,
    ImmutableArray<Effect> Effects,
    ImmutableArray<CovariateSlope> Slopes,
    ImmutableArray<HazardChoice> LossToFollowUp)
{
    /// <summary>Where patients are screened and randomised.</summary>
    public SitePlan Sites { get; init; } = SitePlan.None;

    /// <summary>How the protocol is really followed.</summary>
    public ProtocolConduct Conduct { get; init; } = ProtocolConduct.None;

    /// <summary>What has levels that change in a patient's course; indices elsewhere refer to this order.</summary>
    public ImmutableArray<ClinicalState> States { get; init; } = [];

    /// <summary>What is measured at visits; indices elsewhere refer to this order.</summary>
    public ImmutableArray<Marker> Markers { get; init; } = [];

    /// <summary>Losses to follow-up that foretell an event; the first loss of a patient counts, of these and of <see cref="LossToFollowUp"/>.</summary>
    public ImmutableArray<InformativeLoss> InformativeLosses { get; init; } = [];

    /// <summary>Factors on hazards that patients have for life.</summary>
    public ImmutableArray<Frailty> Frailties { get; init; } = [];

    /// <summary>Whether courses go on when no event is left to happen or to be seen, because something is made of the rest of them: of treatments, visits, levels or measurements. Otherwise they end with their last event.</summary>
    /// <param name="design">What is made of them.</param>
    public bool IsFollowedToTheEnd(TrialDesign design) =>
        design.Protocol.IsFollowedToTheEnd
        || !States.IsEmpty
        || !Markers.IsEmpty
        || Events.Any(one => one.IsRecorded)
        || design.Protocol.NeedsResources
        || design.Endpoints.Any(endpoint => endpoint is NumericEndpoint);
}
