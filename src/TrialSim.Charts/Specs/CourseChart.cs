using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;

namespace TrialSim.Charts.Specs;

/// <summary>How size, events and duration are spread over trials: a histogram, with lines at the mean, the median and the ends of the middle half and of the middle 90 %.</summary>
internal static class CourseChart
{
    private const int Height = 130;

    /// <summary>A chart for each that differs between trials.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary) => summary.Distributions
        .Where(bin => bin.Measure is Measures.TrialPatients or Measures.TrialEvents or Measures.TrialDuration)
        .GroupBy(bin => (bin.Measure, bin.Endpoint))
        .Where(bins => bins.Count() > 1)
        .Select(bins => Of(summary, [.. bins]));

    private static Chart Of(RunSummary summary, DistributionBin[] bins)
    {
        DistributionBin first = bins[0];
        (string name, string what, string sentence) = first.Measure switch
        {
            Measures.TrialPatients => ("Patients", "Patients", "How many patients a trial randomises"),
            Measures.TrialDuration => ("Duration", "Months since the trial opened", "How long a trial lasts, from its opening to the decision to stop or its last look"),
            _ => ($"Events of {first.Endpoint}", "Events", $"How many events of {first.Endpoint} a trial has seen at its last look"),
        };
        string title = first.Measure == Measures.TrialEvents ? $"{name} in a trial" : $"{name} of a trial";
        HistogramMark[] marks = MarksOf(summary, first);
        string description = $"{sentence}. Bars: share of the simulated trials. "
            + (marks.Length > 0 ? "Lines: the mean, the median, and the ends between which half and 90 % of the trials lie." : "")
            + (first.NotEstimable > 0 ? $" {Figures.Count(first.NotEstimable)} trials have no look, and are not in it." : "");
        HistogramView view = new("", bins, marks, OkabeIto.SkyBlue);
        JsonObject spec = SpecTheme.Head(title, $"{Figures.Count(bins.Sum(bin => bin.Replicates))} simulated trials", description);
        spec["vconcat"] = HistogramView.Stack([view], Height, what, "linear");
        string[] parts = first.Endpoint.Length > 0 ? ["events", first.Endpoint] : [name.ToLowerInvariant()];
        return new Chart(ChartNames.Of(["trial", .. parts]), title, description.Trim(), spec, new ChartTable(
            ["Figure", $"Value ({first.Unit})", "Trials", "Share of trials"], [.. view.Rows().Select(row => (IReadOnlyList<string>)[.. row.Skip(1)])]))
        {
            Source = ResultsFiles.Distributions,
        };
    }

    private static HistogramMark[] MarksOf(RunSummary summary, DistributionBin bin)
    {
        return
        [
            .. MarkOf(HistogramMark.Mean, bin.Measure),
            .. MarkOf(HistogramMark.Median, Measures.QuantileOf(bin.Measure, 0.5)),
            .. MarkOf(HistogramMark.Half, Measures.QuantileOf(bin.Measure, 0.25)),
            .. MarkOf(HistogramMark.Half, Measures.QuantileOf(bin.Measure, 0.75)),
            .. MarkOf(HistogramMark.Many, Measures.QuantileOf(bin.Measure, 0.05)),
            .. MarkOf(HistogramMark.Many, Measures.QuantileOf(bin.Measure, 0.95)),
        ];

        IEnumerable<HistogramMark> MarkOf(string what, string measure) => summary.OperatingCharacteristics
            .Where(row => row.Endpoint == bin.Endpoint && row.Measure == measure && row.Value.HasValue)
            .Take(1)
            .Select(row => new HistogramMark(what, row.Value!.Value));
    }
}
