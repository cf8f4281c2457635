using TrialSim.Results.Sweeps;

namespace TrialSim.Charts.Sweeps;

/// <summary>Which charts a sweep has.</summary>
public static class SweepCharts
{
    /// <summary>What the figures depend on most, maps of power over two keys, then curves over each. A chart without a figure is left out.</summary>
    public static IReadOnlyList<Chart> Of(SweepSummary summary) =>
        ChartCatalogue.WithUniqueNames([.. SensitivityChart.AllOf(summary), .. HeatMapChart.AllOf(summary), .. SweepCurveChart.AllOf(summary)]);
}
