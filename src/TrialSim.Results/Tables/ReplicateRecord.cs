using TrialSim.Engine.Analyses;
using TrialSim.Model.Time;
using TrialSim.Statistics;

namespace TrialSim.Results.Tables;

/// <summary>One row of <c>replicates.csv</c>: one analysis of one arm or comparison in one replicate.</summary>
/// <param name="Replicate">Number of the replicate, from 1.</param>
/// <param name="LookDay">The day of the look; never, where it was not reached.</param>
/// <param name="Names">Names of what <paramref name="Key"/> refers to.</param>
/// <param name="Key">What the row is about.</param>
/// <param name="Row">The numbers.</param>
public readonly record struct ReplicateRecord(long Replicate, TrialDay LookDay, RowNames Names, RowKey Key, ResultRow Row)
{
    /// <summary>Whether the trial had stopped before the look.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether the look took place.</summary>
    public bool IsReached => LookDay < TrialDay.Never;

    /// <summary>Whether the look took place, and nothing kept the estimate from being made.</summary>
    internal bool IsEstimated => IsReached && Row.Reason == NotEstimable.None;

    /// <summary>What is to be known of its kind of row.</summary>
    internal MeasureTraits Traits => MeasureTraits.Of(Key.Measure);
}
