using TrialSim.Engine.Analyses;
using TrialSim.Engine.Testing;
using TrialSim.Model.Decisions;
using TrialSim.Statistics;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Engine.Decisions;

/// <summary>The figures that a look shows of its analyses.</summary>
internal sealed class ShownFigures(RowIndex index, SequentialJudge judge)
{
    /// <summary>A figure.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="analysis">Index of the analysis.</param>
    /// <param name="arm">Index of the arm of the row, or <see cref="DecisionCondition.AnyArm"/>.</param>
    /// <param name="figure">Which.</param>
    /// <param name="rows">The rows of the replicate.</param>
    /// <param name="value">The figure.</param>
    /// <returns>Whether the look shows it.</returns>
    public bool TryRead(int look, int analysis, int arm, DecisionFigure figure, ReadOnlySpan<ResultRow> rows, out double value)
    {
        value = 0;
        int place = arm == DecisionCondition.AnyArm ? index.OfTest(look, analysis) : index.OfArm(look, analysis, arm);
        if (place == RowIndex.None)
        {
            return false;
        }

        ResultRow row = rows[place];
        switch (figure)
        {
            case DecisionFigure.Events:
                value = row.Events;
                return true;
            case DecisionFigure.Patients:
                value = row.Patients;
                return true;
            case DecisionFigure.Z:
                value = row.Z;
                return row.Reason == NotEstimable.None;
            case DecisionFigure.Estimate:
                value = row.Estimate;
                return row.Reason == NotEstimable.None;
            case DecisionFigure.PValue:
                value = row.PValue;
                return row.Reason == NotEstimable.None;
            default:
                return TryConditionalPower(look, analysis, figure, out value);
        }
    }

    private bool TryConditionalPower(int look, int analysis, DecisionFigure figure, out double value)
    {
        SequentialStage shown = judge.ShownBy(analysis, look);
        value = 0;
        if (shown.Stages == 0 || shown.Stages == shown.Bounds.Looks)
        {
            return false; // Nothing is known yet, or nothing is left to come.
        }

        int stage = shown.Stages - 1;
        double fraction = shown.Information / shown.Test.PlannedInformation[^1];
        value = figure switch
        {
            DecisionFigure.ConditionalPowerOfTrend => ConditionalPower.At(shown.Bounds, stage, shown.Z, shown.RawZ / Math.Sqrt(fraction)),
            DecisionFigure.ConditionalPowerOfPlan => ConditionalPower.At(shown.Bounds, stage, shown.Z, shown.Test.Drift),
            DecisionFigure.PredictivePower => ConditionalPower.Predictive(shown.Bounds, stage, shown.Z),
            _ => throw new InvalidOperationException($"No look shows {figure}."),
        };
        return true;
    }
}
