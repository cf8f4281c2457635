using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Model.Testing;

/// <summary>
/// An analysis that is tested against group-sequential bounds. Information is counted in events of a time-to-event endpoint, otherwise in patients; the bounds
/// of a look follow from what was observed at the looks so far.
/// </summary>
/// <param name="Analysis">Index of the analysis.</param>
/// <param name="Looks">Indices of the looks at which it is tested, in the order in which they are planned; the last one spends what is left.</param>
/// <param name="Plan">How bounds are made.</param>
/// <param name="Drift">Expected Z at the planned maximum under the alternative, above 0; futility bounds and conditional power are made for it.</param>
/// <param name="PlannedInformation">Of each of <paramref name="Looks"/>, above 0, strictly ascending; the last one is the planned maximum.</param>
/// <param name="Sides">Directions in which it may reject; in both, the bounds of one are mirrored and nothing is futile.</param>
/// <param name="Combination">How the stages between looks make one statistic.</param>
public sealed record SequentialTest(
    int Analysis,
    ImmutableArray<int> Looks,
    SequentialPlan Plan,
    double Drift,
    ImmutableArray<double> PlannedInformation,
    RejectionSides Sides,
    StageCombination Combination)
{
    /// <summary>The bounds at the planned information, in the order of <see cref="Looks"/>.</summary>
    public SequentialBounds PlannedBounds() => Plan.BoundsAt([.. PlannedInformation.Select(information => information / PlannedInformation[^1])], Drift);
}
