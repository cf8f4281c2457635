using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Formulas;

namespace TrialSim.Charts.Specs;

/// <summary>How the estimate of an analysis is spread over trials: a histogram for each look and arm on the same axis, with lines at the mean, at the truth where it is known, and around 95 % of the trials.</summary>
internal static class DistributionChart
{
    private const int Height = 84;

    // More histograms beneath one another are too many to compare: then those of the last look are shown.
    private const int MostViews = 8;

    // More charts than anybody compares: then those of means and shares are left out, which stand between the ends of 95 % of the trials in a chart of their own.
    private const int MostCharts = 10;

    private static readonly string[] ToldElsewhere = [Measures.Mean, Measures.Proportion];

    private static readonly string[] Told =
    [
        Measures.HazardRatio, Measures.MedianSurvival, Measures.MilestoneSurvival, Measures.MilestoneDifference, Measures.RestrictedMean, Measures.RestrictedMeanDifference, Measures.RestrictedMeanRatio,
        Measures.Proportion, Measures.ProportionDifference, Measures.Mean, Measures.MeanDifference, Measures.CumulativeIncidence, Measures.EventRatio, Measures.PosteriorProbability, Measures.PredictiveProbability,
    ];

    /// <summary>A chart for each analysis and what it estimates; none where all trials estimate the same.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary, ArmPalette palette)
    {
        DistributionBin[][] analyses =
        [
            .. summary.Distributions
                .Where(bin => Told.Contains(bin.Measure))
                .GroupBy(bin => (bin.Analysis, bin.Measure))
                .Where(analysis => analysis.Any(bin => bin.From < bin.To))
                .Select(analysis => analysis.ToArray()),
        ];
        return analyses.Where(bins => analyses.Length <= MostCharts || !ToldElsewhere.Contains(bins[0].Measure)).Select(bins => Of(summary, bins, palette));
    }

    private static Chart Of(RunSummary summary, DistributionBin[] bins, ArmPalette palette)
    {
        DistributionBin[][] all = [.. bins.GroupBy(bin => (bin.Look, bin.Arm)).Select(group => group.ToArray())];
        DistributionBin[][] drawn = all.Length <= MostViews ? all : [.. all.Where(group => group[0].Look == all[^1][0].Look)];
        bool hasLooks = drawn.Any(group => group[0].Look != drawn[0][0].Look);
        DistributionBin first = bins[0];
        HistogramView[] views = [.. all.Select(group => ViewOf(summary, group, hasLooks, palette))];
        HistogramView[] shown = [.. views.Where((_, index) => drawn.Contains(all[index]))];
        string what = NameOf(first.Measure);
        string title = $"{first.Analysis}: {what}";
        string description =
            $"What trials report of {first.Endpoint} as {what}{(hasLooks ? "" : $" at the look {drawn[0][0].Look}")}. Bars: share of the trials that report it. Lines: the mean over trials"
            + (IsRatio(first.Measure) ? " (of a ratio the geometric one)" : "") + " and the ends between which 95 % of them lie"
            + (shown.Any(view => view.Marks.Any(mark => mark.What == HistogramMark.Truth)) ? $"; long dashes: the truth, {TruthOf(summary, first)}" : "") + "."
            + (drawn.Length < all.Length ? " Earlier looks are in the table." : "");
        JsonObject spec = SpecTheme.Head(title, $"{Figures.Count(summary.Manifest.Replicates)} simulated trials{(hasLooks ? "" : $", {drawn[0][0].Look}")}", description);
        spec["vconcat"] = HistogramView.Stack(shown, Height, Axis(what, first.Unit), IsRatio(first.Measure) ? "log" : "linear");
        spec["spacing"] = 10;
        return new Chart(ChartNames.Of("estimates", first.Analysis, first.Measure), title, description, spec, new ChartTable(
            [hasLooks || drawn.Length < all.Length ? "Look and arm" : "Arm", "Figure", first.Unit is "probability" or "ratio" ? "Value" : $"Value ({first.Unit})", "Trials", "Share of trials"],
            [.. views.SelectMany(view => view.Rows())]))
        {
            Source = ResultsFiles.Distributions,
        };
    }

    /// <summary>What is true of each estimate, as far as it is known: the truth, and whether it is itself a mean over the trials.</summary>
    public static IEnumerable<(DistributionBin Estimate, double Truth, bool IsOfTrials)> Truths(RunSummary summary) =>
        from first in summary.Distributions.Where(bin => Told.Contains(bin.Measure)).DistinctBy(bin => (bin.Look, bin.Analysis, bin.Arm, bin.Measure))
        let truth = TrueValue(summary, first)
        where truth.HasValue
        select (first, truth.Value, SeenLater(summary, first) is not null);

    private static HistogramView ViewOf(RunSummary summary, DistributionBin[] bins, bool hasLooks, ArmPalette palette)
    {
        DistributionBin first = bins[0];
        long reported = bins.Sum(bin => bin.Replicates);
        string missing = first.NotEstimable > 0 ? $"none in {Figures.Count(first.NotEstimable)} of {Figures.Count(reported + first.NotEstimable)} trials" : "";
        string name = string.Join(" · ", new[] { hasLooks ? first.Look : "", first.Arm, missing }.Where(part => part.Length > 0));
        OperatingCharacteristic[] rows = [.. summary.OperatingCharacteristics.Where(row => row.Look == first.Look && row.Analysis == first.Analysis && row.Arm == first.Arm && row.Value.HasValue)];
        return new HistogramView(
            name,
            bins,
            [
                .. MarkOf(HistogramMark.Mean, first.Measure),
                .. TrueValue(summary, first) is double truth ? [new HistogramMark(HistogramMark.Truth, truth)] : Array.Empty<HistogramMark>(),
                .. MarkOf(HistogramMark.Most, Measures.QuantileOf(first.Measure, Measures.Quantiles[0])),
                .. MarkOf(HistogramMark.Most, Measures.QuantileOf(first.Measure, Measures.Quantiles[^1])),
            ],
            palette.ColourOf(first.Arm));

        IEnumerable<HistogramMark> MarkOf(string what, string measure) => rows.Where(row => row.Measure == measure).Take(1).Select(row => new HistogramMark(what, row.Value!.Value));
    }

    // The median that trials would report had every event been known on its day; otherwise what the formulas derive from the scenario.
    private static double? TrueValue(RunSummary summary, DistributionBin bin) => SeenLater(summary, bin)?.Value ?? summary.Formulas.FirstOrDefault(check =>
        check.Look == bin.Look && check.Analysis == bin.Analysis && check.Arm == bin.Arm && check.Formula.HasValue && check.Method != FormulaCheck.SecondOpinion
        && (check.Measure == bin.Measure || check.Measure == Measures.QuantileOf(bin.Measure, 0.5)))?.Formula;

    private static OperatingCharacteristic? SeenLater(RunSummary summary, DistributionBin bin) => bin.Measure != Measures.MedianSurvival
        ? null
        : summary.OperatingCharacteristics.FirstOrDefault(row => row.Measure == Measures.TrueMedian && row.Look == bin.Look && row.Analysis == bin.Analysis && row.Arm == bin.Arm && row.Value.HasValue);

    private static string TruthOf(RunSummary summary, DistributionBin bin) => SeenLater(summary, bin) is null
        ? "as the design formulas derive it from the scenario"
        : "the mean of the medians that the same trials would report had every event been known on its day";

    private static string NameOf(string measure) => measure switch
    {
        Measures.MilestoneSurvival => "survival at the milestone",
        Measures.MilestoneDifference => "difference in survival at the milestone",
        Measures.RestrictedMean => "restricted mean survival time",
        Measures.RestrictedMeanDifference => "difference in restricted mean survival time",
        Measures.RestrictedMeanRatio => "ratio of restricted mean survival times",
        Measures.EventRatio => "events over those expected",
        _ => measure.Replace('_', ' '),
    };

    private static string Axis(string what, string unit) => char.ToUpperInvariant(what[0]) + what[1..] + (unit is "probability" or "ratio" ? "" : $" ({unit})");

    private static bool IsRatio(string measure) => measure is Measures.HazardRatio or Measures.RestrictedMeanRatio;
}
