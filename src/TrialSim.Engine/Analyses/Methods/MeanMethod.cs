using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The mean of an arm.</summary>
internal sealed class MeanMethod(MeanAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly ArmValues _values = new(patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        SampleMean mean = SampleMean.Of(_values.Of(key.Arm, data));
        ResultRow counts = data.CountsOf(key);
        return mean.Count switch
        {
            0 => counts with { Reason = NotEstimable.NoPatients },
            1 => counts with { Reason = NotEstimable.TooFewObservations },
            _ => counts.WithEstimate(mean.Mean, mean.StandardError, mean.Limits(analysis.ConfidenceLevel)),
        };
    }
}
