using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>Kaplan–Meier survival of an arm at a milestone, and the test of the difference of two arms.</summary>
internal sealed class MilestoneMethod(MilestoneAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly KaplanMeierRow[] _rows = new KaplanMeierRow[patients];

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data) =>
        key.Control == RowKey.None ? RowOfArm(key, data) : RowOfDifference(key, data);

    private ResultRow RowOfArm(RowKey key, in EndpointData data)
    {
        MilestoneSurvival survival = SurvivalOf(key.Arm, data);
        ResultRow counts = data.CountsOf(key);
        return survival.IsEstimable
            ? counts.WithEstimate(survival.Survival, survival.StandardError, new Interval(survival.Lower, survival.Upper))
            : counts with { Reason = survival.Reason };
    }

    private ResultRow RowOfDifference(RowKey key, in EndpointData data)
    {
        MilestoneSurvival control = SurvivalOf(key.Control, data);
        MilestoneSurvival experimental = SurvivalOf(key.Arm, data);
        MilestoneDifference difference = MilestoneDifference.Between(control, experimental);
        ResultRow counts = data.CountsOf(key);
        if (!difference.IsEstimable)
        {
            return counts with { Reason = difference.Reason };
        }

        ResultRow estimated = counts.WithEstimate(difference.Difference, difference.StandardError, difference.DifferenceInterval(analysis.ConfidenceLevel));
        if (analysis.Test == MilestoneTest.Plain)
        {
            return estimated.WithTest(analysis.Criterion, difference.Z, difference.TwoSidedPValue, difference.OneSidedPValue);
        }

        MilestoneLogLog test = MilestoneLogLog.Between(control, experimental);
        return test.IsEstimable
            ? estimated.WithTest(analysis.Criterion, test.Z, test.TwoSidedPValue, test.OneSidedPValue)
            : counts with { Reason = test.Reason };
    }

    private MilestoneSurvival SurvivalOf(int arm, in EndpointData data) =>
        KaplanMeier.Fill(data.ByDay, (byte)arm, _rows).Milestone(analysis.Day, analysis.ConfidenceLevel, analysis.Transform);
}
