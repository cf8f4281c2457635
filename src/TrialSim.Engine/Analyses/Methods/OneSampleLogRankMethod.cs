using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The log-rank test of one arm against a known hazard, with the variance that it leads to expect; the ratio of events has the exact interval of a Poisson count.</summary>
internal sealed class OneSampleLogRankMethod(OneSampleLogRankAnalysis analysis) : IAnalysisMethod
{
    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        double expected = 0.0;
        SurvivalSample sample = data.InScreeningOrder;
        for (int entry = 0; entry < sample.Length; entry++)
        {
            expected += sample.Arm[entry] == key.Arm ? analysis.NullHazard.Cumulative(sample.Days[entry]) : 0.0;
        }

        ResultRow counts = data.CountsOf(key);
        OneSampleLogRankResult result = OneSampleLogRank.TestCounts(counts.Patients, counts.Events, expected, OneSampleVariance.Expected);
        if (!result.IsEstimable)
        {
            return counts with { Reason = result.Reason };
        }

        Interval events = Poisson.ExactInterval(counts.Events, analysis.ConfidenceLevel);
        return counts
            .WithEstimate(result.Ratio, Math.Sqrt(counts.Events) / expected, new Interval(events.Lower / expected, events.Upper / expected))
            .WithTest(analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue);
    }
}
