using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>Cox regression on the group of a patient, which may change with time.</summary>
internal sealed class GroupCoxMethod(GroupCoxAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly GroupTable _table = new(analysis.Groups, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        CoxResult result = CoxRegression.Fit(_table.Fill(data));
        ResultRow counts = _table.CountsOf(key);
        return result.IsEstimable
            ? counts
                .WithEstimate(result.HazardRatio, result.StandardError, result.HazardRatioInterval(analysis.ConfidenceLevel))
                .WithTest(analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue)
            : counts with { Reason = result.Reason };
    }
}
