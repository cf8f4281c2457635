using TrialSim.Results.Data;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>A mean as a row of <c>analysis.csv</c>.</summary>
internal static class MeanFigure
{
    /// <summary>A figure with this mean; without error and limits for one value.</summary>
    public static AnalysisFigure Of(AnalysisFigure figure, SampleMean mean, double confidence) => mean.Count < 2
        ? figure with { Value = mean.Mean }
        : figure with { Value = mean.Mean, StandardError = mean.StandardError, Lower = mean.Limits(confidence).Lower, Upper = mean.Limits(confidence).Upper };
}
