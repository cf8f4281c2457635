using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Rows of a table for estimates with a t distribution, and for F tests.</summary>
internal static class ContrastRow
{
    /// <summary>Estimate with limits, error, t, degrees of freedom and p-value after the cells given.</summary>
    public static void Add(Findings findings, IReadOnlyList<string> cells, AnalysisFigure figure, MeanContrast contrast, double confidence)
    {
        if (!contrast.IsEstimable)
        {
            findings.AddMissing(cells, figure, contrast.Reason);
            return;
        }

        Interval limits = contrast.EstimateInterval(confidence);
        findings.Add(
            [
                .. cells, AnalysisText.Number(contrast.Estimate, limits.Lower, limits.Upper), AnalysisText.Number(contrast.StandardError),
                AnalysisText.Number(contrast.T), AnalysisText.Degrees(contrast.DegreesOfFreedom), AnalysisText.PValue(contrast.TwoSidedPValue),
            ],
            figure with
            {
                Value = contrast.Estimate,
                StandardError = contrast.StandardError,
                Lower = limits.Lower,
                Upper = limits.Upper,
                Statistic = contrast.T,
                DenominatorDegreesOfFreedom = contrast.DegreesOfFreedom,
                PValue = contrast.TwoSidedPValue,
            });
    }

    /// <summary>F, both degrees of freedom and p-value after the cells given.</summary>
    public static void Add(Findings findings, IReadOnlyList<string> cells, AnalysisFigure figure, VarianceRatio test)
    {
        if (!test.IsEstimable)
        {
            findings.AddMissing(cells, figure, test.Reason);
            return;
        }

        findings.Add(
            [.. cells, AnalysisText.Number(test.F), AnalysisText.Degrees(test.NumeratorDegreesOfFreedom), AnalysisText.Degrees(test.DenominatorDegreesOfFreedom), AnalysisText.PValue(test.PValue)],
            figure with
            {
                Statistic = test.F,
                DegreesOfFreedom = test.NumeratorDegreesOfFreedom,
                DenominatorDegreesOfFreedom = test.DenominatorDegreesOfFreedom,
                PValue = test.PValue,
            });
    }
}
