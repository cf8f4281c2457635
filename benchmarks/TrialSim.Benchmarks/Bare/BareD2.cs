using TrialSim.Model.Time;

namespace TrialSim.Benchmarks.Bare;

/// <summary>benchmark-d2: 600 patients, looks at 165 and 330 deaths, stopped at the first that passes its O'Brien–Fleming bound.</summary>
internal sealed class BareD2(ulong seed) : IBareTrial
{
    private static readonly int[] Deaths = [165, 330];
    private static readonly double[] Bounds = [2.9625880, 1.9685956];

    private readonly BareEventDrivenTrial _trial = new(seed, 600, 24 * DaysPer.Month, hazardRatio: 0.7, delayDays: 0);

    /// <inheritdoc/>
    public void Run(uint replicate, Span<int> rejectedAt)
    {
        _trial.Draw(replicate);
        rejectedAt[0] = -1;
        for (int look = 0; look < Deaths.Length && rejectedAt[0] < 0; look++)
        {
            ReadOnlySpan<int> order = _trial.CutAt(Deaths[look]);
            rejectedAt[0] = BareTrial.LogRankZ(order, _trial.Arm, _trial.HasEvent) >= Bounds[look] ? look : -1;
        }
    }
}
