using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What the protocol decides.</summary>
/// <param name="Patients">Patients to randomise.</param>
/// <param name="Arms">The arms.</param>
/// <param name="Allocation">How patients get their arm.</param>
/// <param name="MaxFollowUp">When a patient is no longer followed.</param>
/// <param name="Protocol">Treatments and visits.</param>
/// <param name="Endpoints">The endpoints.</param>
/// <param name="Looks">The looks.</param>
/// <param name="Analyses">The analyses.</param>
/// <param name="Testing">When a test rejects.</param>
/// <param name="Sequential">Tests at several looks.</param>
/// <param name="Decisions">What looks may change.</param>
internal sealed record ResolvedDesign(
    int Patients,
    ImmutableArray<Arm> Arms,
    ResolvedAllocation Allocation,
    OrNone<Duration> MaxFollowUp,
    ResolvedProtocol Protocol,
    ImmutableArray<ResolvedEndpoint> Endpoints,
    ImmutableArray<ResolvedLook> Looks,
    ImmutableArray<ResolvedAnalysis> Analyses,
    ResolvedTesting Testing,
    ImmutableArray<ResolvedSequential> Sequential,
    ImmutableArray<ResolvedDecision> Decisions);

/// <summary>How patients get their arm.</summary>
/// <param name="Method">The method.</param>
/// <param name="Weights">Weight of each arm; for fixed sizes its patients.</param>
/// <param name="BlockSizes">Sizes of blocks, for permuted blocks.</param>
/// <param name="Strata">Covariates, and the site, whose combinations are balanced each on its own.</param>
internal sealed record ResolvedAllocation(
    AllocationMethod Method,
    ImmutableArray<int> Weights,
    ImmutableArray<int> BlockSizes,
    ImmutableArray<Reference> Strata)
{
    /// <summary>Probability of the arms that restore balance.</summary>
    public double FavouredProbability { get; init; } = 1.0;

    /// <summary>Factors of a minimisation.</summary>
    public ImmutableArray<Reference> Factors { get; init; } = [];

    /// <summary>The weight of each of them.</summary>
    public ImmutableArray<double> FactorWeights { get; init; } = [];

    /// <summary>How far a margin is from balance.</summary>
    public ImbalanceMeasure Imbalance { get; init; }

    /// <summary>How outcomes change it.</summary>
    public ResponseAdaptation Adaptation { get; init; } = ResponseAdaptation.None;

    /// <summary>The endpoint that tells how an arm does.</summary>
    public string AdaptationEndpoint { get; init; } = string.Empty;
}

/// <summary>An endpoint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Written">How it is written in full.</param>
/// <param name="Compiled">The endpoint.</param>
internal sealed record ResolvedEndpoint(string Name, EndpointDocument Written, Endpoint Compiled);

/// <summary>A look.</summary>
/// <param name="Name">Its name.</param>
/// <param name="When">What has to be so.</param>
/// <param name="DecidedAfter">Time from the data cut to the decision.</param>
internal sealed record ResolvedLook(string Name, ResolvedTrigger When, Duration DecidedAfter);

/// <summary>What makes a look take place. A closed set.</summary>
internal abstract record ResolvedTrigger
{
    /// <summary>Time since the trial opened.</summary>
    /// <param name="Time">The time.</param>
    public sealed record TrialTime(Duration Time) : ResolvedTrigger;

    /// <summary>Time since the last patient was randomised.</summary>
    /// <param name="Time">The time.</param>
    public sealed record FollowUp(Duration Time) : ResolvedTrigger;

    /// <summary>Patients randomised.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Randomised(int Count) : ResolvedTrigger;

    /// <summary>Patients who have been in the trial for a time.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="For">The time.</param>
    public sealed record FollowedUp(int Count, Duration For) : ResolvedTrigger;

    /// <summary>Events of an endpoint.</summary>
    /// <param name="Endpoint">The endpoint.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Arms">The arms in which they count.</param>
    public sealed record Events(Reference Endpoint, int Count, ImmutableArray<Reference> Arms) : ResolvedTrigger;

    /// <summary>As soon as one part holds.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Any(ImmutableArray<ResolvedTrigger> Parts) : ResolvedTrigger;

    /// <summary>As soon as every part holds.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record All(ImmutableArray<ResolvedTrigger> Parts) : ResolvedTrigger;

    /// <summary>The triggers that it is joined from.</summary>
    public IEnumerable<ResolvedTrigger> Leaves() => this switch
    {
        Any any => any.Parts.SelectMany(part => part.Leaves()),
        All all => all.Parts.SelectMany(part => part.Leaves()),
        _ => [this],
    };
}

/// <summary>An analysis.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Looks">The looks at which it is done.</param>
/// <param name="Method">The method with its figures.</param>
internal sealed record ResolvedAnalysis(string Name, Reference Endpoint, ImmutableArray<Reference> Looks, ResolvedMethod Method)
{
    /// <summary>How long before the look a patient must have been randomised to count.</summary>
    public Duration FollowedFor { get; init; } = Duration.Zero;
}

/// <summary>Two arms set against each other.</summary>
/// <param name="Experimental">The experimental arm.</param>
/// <param name="Control">The control.</param>
internal readonly record struct Pair(Reference Experimental, Reference Control);

/// <summary>When a test rejects.</summary>
/// <param name="Sides">The directions.</param>
/// <param name="Alpha">Error as written: over both directions when both are allowed, otherwise over one.</param>
/// <param name="Family">Tests that share it.</param>
internal sealed record ResolvedTesting(RejectionSides Sides, double Alpha, ResolvedFamily Family)
{
    /// <summary>The error on each side.</summary>
    public double OneSidedAlpha => Sides == RejectionSides.Both ? Alpha / 2.0 : Alpha;

    /// <summary>The error that an analysis may make on each side.</summary>
    /// <param name="analysis">Its name.</param>
    public double OneSidedAlphaOf(string analysis) => Family.Contains(analysis) ? Family.OwnAlpha : OneSidedAlpha;
}

/// <summary>A test at several looks.</summary>
/// <param name="Name">Name of the analysis.</param>
/// <param name="Written">How it is written in full.</param>
/// <param name="Compiled">The plan of this test alone.</param>
internal sealed record ResolvedSequential(string Name, SequentialDocument Written, TestingPlan Compiled);

/// <summary>A decision.</summary>
/// <param name="Written">How it is written in full.</param>
/// <param name="Compiled">The decision.</param>
internal sealed record ResolvedDecision(DecisionDocument Written, Decision Compiled);
