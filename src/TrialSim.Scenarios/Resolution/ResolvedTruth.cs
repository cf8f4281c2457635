using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What nature and the sites do.</summary>
/// <param name="Accrual">Arrivals.</param>
/// <param name="Covariates">Covariates.</param>
/// <param name="Events">Events.</param>
/// <param name="Effects">Effects.</param>
/// <param name="Conduct">How the protocol is really followed.</param>
/// <param name="Loss">Loss to follow-up.</param>
internal sealed record ResolvedTruth(
    ResolvedAccrual Accrual,
    ImmutableArray<ResolvedCovariate> Covariates,
    ImmutableArray<ResolvedEvent> Events,
    ImmutableArray<ResolvedEffect> Effects,
    ProtocolConduct Conduct,
    ResolvedLoss Loss)
{
    /// <summary>Sites.</summary>
    public ResolvedSites Sites { get; init; } = SitesResolver.NoSites;

    /// <summary>States.</summary>
    public ImmutableArray<ResolvedState> States { get; init; } = [];

    /// <summary>Markers.</summary>
    public ImmutableArray<ResolvedMarker> Markers { get; init; } = [];

    /// <summary>Where all that is from of which it is not said; null where nothing is said.</summary>
    public string? Source { get; init; }

    /// <summary>Frailties.</summary>
    public ImmutableArray<ResolvedFrailty> Frailties { get; init; } = [];

    /// <summary>All conditions over the true state, each in its parts.</summary>
    public IEnumerable<ResolvedCondition> Conditions() =>
        Effects.OfType<ResolvedEffect.Conditional>().Select(effect => effect.While)
            .Concat(Events.SelectMany(one => one.Chances.Select(chance => chance.If).Append(one.When).Append(one.OnlyWhile)))
            .Concat(States.SelectMany(state => state.Changes.Select(change => change.If)))
            .Concat(Markers.SelectMany(marker => marker.Profiles.Select(profile => profile.If)))
            .Concat(Loss.Informative.Select(loss => loss.If))
            .SelectMany(condition => condition.Leaves());

    /// <summary>All occasions at which something may change.</summary>
    public IEnumerable<Occasion> Occasions() =>
        Events.SelectMany(one => one.Chances.Select(chance => chance.At)).Concat(States.SelectMany(state => state.Changes.Select(change => change.At)));
}

/// <summary>Sites.</summary>
/// <param name="Written">How they are written in full.</param>
/// <param name="Compiled">The sites.</param>
internal sealed record ResolvedSites(OrNone<SitesDocument> Written, SitePlan Compiled);

/// <summary>Arrivals.</summary>
/// <param name="Written">How they are written in full.</param>
/// <param name="Compiled">The arrivals.</param>
internal sealed record ResolvedAccrual(AccrualDocument Written, Accrual Compiled);

/// <summary>A covariate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Written">How it is written in full.</param>
/// <param name="Distribution">Its distribution.</param>
internal sealed record ResolvedCovariate(string Name, CovariateDocument Written, CovariateDistribution Distribution);

/// <summary>An event.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Ending">Whether the course ends with it.</param>
/// <param name="Since">The origin of its clock: an event, or <see cref="ClinicalEvent.Randomisation"/>.</param>
/// <param name="Hazard">Its hazard since the origin.</param>
/// <param name="Before">Its hazard before the origin; never without one.</param>
/// <param name="SeenAt">The schedules of visits that see it; none for an event that is known on its day.</param>
internal sealed record ResolvedEvent(string Name, CourseEnding Ending, Reference Since, ResolvedHazard Hazard, ResolvedHazard Before, ImmutableArray<Reference> SeenAt)
{
    /// <summary>Whether an event starts its clock.</summary>
    public bool WaitsForEvent => Since.Index != ClinicalEvent.Randomisation;

    /// <summary>How readers err about it.</summary>
    public ReadingErrors Reading { get; init; } = ReadingErrors.None;

    /// <summary>Where the errors are from; null where that is not said.</summary>
    public string? ReadingSource { get; init; }

    /// <summary>How the keys of what brings it about, beside its hazard, are written in full.</summary>
    public EventDocument Written { get; init; } = new();

    /// <summary>Risks at occasions.</summary>
    public ImmutableArray<ResolvedChance> Chances { get; init; } = [];

    /// <summary>It happens when this comes to hold.</summary>
    public ResolvedCondition When { get; init; } = ConditionResolver.Never;

    /// <summary>Whether it can happen again.</summary>
    public Recurrence Recurrence { get; init; }

    /// <summary>Its grades; none for an event without.</summary>
    public ImmutableArray<int> Grades { get; init; } = [];

    /// <summary>Probability of each grade.</summary>
    public ImmutableArray<double> GradeProbabilities { get; init; } = [];

    /// <summary>Days until it is over; null for an event that goes on to the end.</summary>
    public TimeWindow? Lasts { get; init; }

    /// <summary>Names of its causes; none for an event without.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>Probability of each cause.</summary>
    public ImmutableArray<double> CauseProbabilities { get; init; } = [];

    /// <summary>Index of the treatment that it is put down to, or <see cref="ClinicalEvent.NoTreatment"/>.</summary>
    public int RelatedTo { get; init; } = ClinicalEvent.NoTreatment;

    /// <summary>It does not happen while this does not hold.</summary>
    public ResolvedCondition OnlyWhile { get; init; } = ConditionResolver.Always;
}

/// <summary>A risk at an occasion.</summary>
/// <param name="Place">Its place among the chances as written.</param>
/// <param name="At">The occasion.</param>
/// <param name="If">When it applies.</param>
/// <param name="Probability">Probability of the event.</param>
internal sealed record ResolvedChance(int Place, Occasion At, ResolvedCondition If, double Probability);

/// <summary>A frailty.</summary>
/// <param name="Written">How it is written in full.</param>
/// <param name="On">The events.</param>
internal sealed record ResolvedFrailty(FrailtyDocument Written, ImmutableArray<Reference> On);

/// <summary>An effect. A closed set.</summary>
/// <param name="Written">How it is written in full.</param>
/// <param name="On">The events whose hazard changes.</param>
internal abstract record ResolvedEffect(EffectDocument Written, ImmutableArray<Reference> On)
{
    /// <summary>A factor while a condition holds.</summary>
    /// <param name="Written">How it is written in full.</param>
    /// <param name="On">The events.</param>
    /// <param name="HazardRatio">The factor.</param>
    /// <param name="While">The condition, the time limits included.</param>
    public sealed record Conditional(EffectDocument Written, ImmutableArray<Reference> On, double HazardRatio, ResolvedCondition While)
        : ResolvedEffect(Written, On)
    {
        /// <summary>Standard deviation over trials of the logarithm of the factor; 0 for one that is the same in every trial.</summary>
        public double LogDeviation { get; init; }

        /// <summary>How it depends on a dose; null where it does not.</summary>
        public ResolvedDose? Dose { get; init; }
    }

    /// <summary>A factor that grows with a numeric covariate.</summary>
    /// <param name="Written">How it is written in full.</param>
    /// <param name="On">The events.</param>
    /// <param name="HazardRatio">The factor for an increase.</param>
    /// <param name="Covariate">The covariate.</param>
    /// <param name="Increase">The increase.</param>
    /// <param name="From">The value at which the factor is 1.</param>
    public sealed record Slope(EffectDocument Written, ImmutableArray<Reference> On, double HazardRatio, Reference Covariate, double Increase, double From)
        : ResolvedEffect(Written, On);
}

/// <summary>How an effect depends on the dose of a drug.</summary>
/// <param name="Treatment">Index of the drug.</param>
/// <param name="MgPerDay">Its doses, the full one first.</param>
/// <param name="Exponent">The log hazard ratio is multiplied by (dose / full dose) to this power.</param>
internal sealed record ResolvedDose(int Treatment, ImmutableArray<double> MgPerDay, double Exponent);

/// <summary>Loss to follow-up.</summary>
/// <param name="Written">How it is written in full.</param>
/// <param name="Hazard">Hazard of being lost since randomisation.</param>
internal sealed record ResolvedLoss(OrNone<LossDocument> Written, ResolvedHazard Hazard)
{
    /// <summary>Losses that foretell an event.</summary>
    public ImmutableArray<ResolvedInformativeLoss> Informative { get; init; } = [];
}

/// <summary>A loss to follow-up that foretells an event.</summary>
/// <param name="Before">The event.</param>
/// <param name="Within">How long before it.</param>
/// <param name="Probability">Probability of it.</param>
/// <param name="If">Of whom it may be, at randomisation.</param>
internal sealed record ResolvedInformativeLoss(Reference Before, TimeWindow Within, double Probability, ResolvedCondition If);
