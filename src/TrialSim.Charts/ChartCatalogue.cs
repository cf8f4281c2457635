using TrialSim.Charts.Specs;
using TrialSim.Results;
using TrialSim.Results.Outlines;

namespace TrialSim.Charts;

/// <summary>Which charts a run has.</summary>
public static class ChartCatalogue
{
    /// <summary>
    /// Power of all analyses, where trials end, one Kaplan–Meier chart for each look and endpoint, how large and long trials become, how the sites' resources are used, shares and means of the arms, how estimates are spread, in the order of the tables; then what a sample of patients shows. A chart without a single figure is left out.
    /// </summary>
    public static IReadOnlyList<Chart> Of(RunSummary summary)
    {
        ArmPalette palette = new(summary.Arms);
        List<Chart> charts = [.. DesignChart.AllOf(summary.Outline, palette)];
        if (summary.OperatingCharacteristics.Any(row => row.Measure == Measures.Power && row.Value.HasValue))
        {
            charts.Add(PowerChart.Of(summary, palette));
        }

        charts.AddRange(StopChart.AllOf(summary));
        charts.AddRange(BoundsChart.AllOf(summary));
        foreach ((string look, string endpoint) in summary.Curves.Select(point => (point.Look, point.Endpoint)).Distinct())
        {
            charts.Add(KaplanMeierChart.Of(summary, look, endpoint, palette));
        }

        charts.AddRange(CourseChart.AllOf(summary));
        charts.AddRange(ResourceChart.AllOf(summary));
        charts.AddRange(ResourceMonthsChart.AllOf(summary));
        charts.AddRange(EstimatesChart.AllOf(summary, palette));
        charts.AddRange(DistributionChart.AllOf(summary, palette));
        charts.AddRange(AccrualChart.AllOf(summary));
        charts.AddRange(BestLevelsChart.AllOf(summary, palette));
        charts.AddRange(MarkerCoursesChart.AllOf(summary, palette));
        charts.AddRange(BestChangesChart.AllOf(summary, palette));
        charts.AddRange(SeenDelaysChart.AllOf(summary, palette));
        charts.AddRange(AdverseEventsChart.AllOf(summary, palette));
        charts.AddRange(CoursesChart.AllOf(summary, palette));
        return WithUniqueNames(charts);
    }

    /// <summary>The charts that a scenario has before anything is simulated: its design.</summary>
    public static IReadOnlyList<Chart> Of(TrialOutline outline) => [.. DesignChart.AllOf(outline, new ArmPalette([.. outline.Arms.Select(arm => arm.Name)]))];

    /// <summary>The charts, those of a name that is taken with a number behind it.</summary>
    internal static List<Chart> WithUniqueNames(IEnumerable<Chart> charts)
    {
        HashSet<string> taken = [];
        List<Chart> named = [];
        foreach (Chart chart in charts)
        {
            string name = chart.Name;
            for (int copy = 2; !taken.Add(name); copy++)
            {
                name = $"{chart.Name}-{copy}";
            }

            named.Add(chart with { Name = name });
        }

        return named;
    }
}
