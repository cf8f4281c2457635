using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>A mean and what it is known to.</summary>
/// <param name="Count">1 or more.</param>
/// <param name="Mean">Of the values.</param>
/// <param name="StandardDeviation">With n − 1; 0 for one value.</param>
internal readonly record struct SampleMean(int Count, double Mean, double StandardDeviation)
{
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    public static SampleMean Of(double[] values)
    {
        double mean = values.Average();
        return new SampleMean(values.Length, mean, values.Length < 2 ? 0.0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }

    /// <summary>Student's interval; all numbers for one value.</summary>
    public Interval Limits(double confidence)
    {
        double reach = Count > 1 ? StudentT.TwoSidedCriticalValue(confidence, Count - 1) * StandardError : double.PositiveInfinity;
        return new Interval(Mean - reach, Mean + reach);
    }

    /// <summary>A figure with this mean; without error and limits for one value.</summary>
    public AnalysisFigure Of(AnalysisFigure figure, double confidence) => Count < 2
        ? figure with { Value = Mean }
        : figure with { Value = Mean, StandardError = StandardError, Lower = Limits(confidence).Lower, Upper = Limits(confidence).Upper };
}
