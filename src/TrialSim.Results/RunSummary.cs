using TrialSim.Results.Formulas;
using TrialSim.Results.Outlines;
using TrialSim.Results.Samples;
using TrialSim.Results.Targets;

namespace TrialSim.Results;

/// <summary>Everything a reader of a run needs: what it was, its operating characteristics and its curves.</summary>
/// <param name="Manifest">What was run.</param>
/// <param name="Arms">Arms in the order of the scenario.</param>
/// <param name="OperatingCharacteristics">Rows in the order of looks, endpoints, analyses and arms.</param>
/// <param name="Curves">Rows in the order of looks, endpoints, arms and time.</param>
/// <param name="CurveReplicates">Replicates that the curves are taken from.</param>
/// <param name="Formulas">Design formulas beside the operating characteristics, rows in their order; then what has no formula.</param>
public sealed record RunSummary(
    Manifest Manifest,
    IReadOnlyList<string> Arms,
    IReadOnlyList<OperatingCharacteristic> OperatingCharacteristics,
    IReadOnlyList<CurvePoint> Curves,
    long CurveReplicates,
    IReadOnlyList<FormulaCheck> Formulas)
{
    /// <summary>What studies reported beside the operating characteristics; empty for a scenario without targets.</summary>
    public IReadOnlyList<TargetCheck> Targets { get; init; } = [];

    /// <summary>What the scenario says, statement by statement: what the protocol decides, then what is assumed, with its sources.</summary>
    public IReadOnlyList<OutlineStatement> Statements { get; init; } = [];

    /// <summary>The trial as a protocol's synopsis shows it.</summary>
    public TrialOutline Outline { get; init; } = TrialOutline.None;

    /// <summary>How estimates, sizes, events and durations are spread over replicates.</summary>
    public IReadOnlyList<DistributionBin> Distributions { get; init; } = [];

    /// <summary>Tests with bounds: the planned bounds, then the first replicates at each stage; empty for a design without bounds.</summary>
    public IReadOnlyList<SequentialPathPoint> Paths { get; init; } = [];

    /// <summary>Simulated trials that show how such a trial may go.</summary>
    public IReadOnlyList<ExampleTrial> Examples { get; init; } = [];

    /// <summary>What the first replicates show of their patients.</summary>
    public TrialSample Sample { get; init; } = TrialSample.None;
}
