using TrialSim.Model.Time;
using TrialSim.Statistics.Probability;

namespace TrialSim.Benchmarks.Bare;

/// <summary>benchmark-d3: 400 patients, hazard ratio .6 from the fourth month on; at 280 deaths the log-rank test, that with weights 1 − S(t−), and MaxCombo of both, in one pass.</summary>
internal sealed class BareD3(ulong seed) : IBareTrial
{
    private const double OneSidedAlpha = 0.025;
    private const int Deaths = 280;

    private readonly BareEventDrivenTrial _trial = new(seed, 400, 18 * DaysPer.Month, hazardRatio: 0.6, delayDays: 4 * DaysPer.Month);

    /// <inheritdoc/>
    public void Run(uint replicate, Span<int> rejectedAt)
    {
        _trial.Draw(replicate);
        ReadOnlySpan<int> order = _trial.CutAt(Deaths);
        (double z, double lateZ, double correlation) = Tests(order, _trial.Arm, _trial.HasEvent);
        double largest = Math.Max(z, lateZ);
        double p = (2 * Normal.UpperTail(largest)) - BivariateNormal.UpperTail(largest, largest, correlation);
        rejectedAt[0] = z >= BareTrial.CriticalZ ? 0 : -1;
        rejectedAt[1] = lateZ >= BareTrial.CriticalZ ? 0 : -1;
        rejectedAt[2] = p <= OneSidedAlpha ? 0 : -1;
    }

    private static (double Z, double LateZ, double Correlation) Tests(ReadOnlySpan<int> order, ReadOnlySpan<byte> arm, ReadOnlySpan<bool> hasEvent)
    {
        int experimental = 0;
        foreach (int patient in order)
        {
            experimental += arm[patient];
        }

        double survival = 1;
        (double score, double lateScore, double variance, double covariance, double lateVariance) = (0, 0, 0, 0, 0);
        for (int index = 0; index < order.Length; index++)
        {
            int patient = order[index];
            if (hasEvent[patient])
            {
                double atRisk = order.Length - index;
                double share = experimental / atRisk;
                double weight = 1 - survival;
                double binomial = share * (1 - share);
                score += share - arm[patient];
                lateScore += weight * (share - arm[patient]);
                variance += binomial;
                covariance += weight * binomial;
                lateVariance += weight * weight * binomial;
                survival *= (atRisk - 1) / atRisk;
            }

            experimental -= arm[patient];
        }

        return (score / Math.Sqrt(variance), lateScore / Math.Sqrt(lateVariance), covariance / Math.Sqrt(variance * lateVariance));
    }
}
