using TrialSim.Charts.Specs;
using TrialSim.Results;

namespace TrialSim.Charts.Reports;

/// <summary>Estimates beside what is true of the patients simulated, where it is known: their bias.</summary>
internal static class TruthSection
{
    /// <summary>The section; empty where no estimate has a truth to be held against.</summary>
    public static string Of(RunSummary summary)
    {
        IReadOnlyList<string>[] rows = [.. DistributionChart.Truths(summary).Select(known => RowOf(summary, known.Estimate, known.Truth, known.IsOfTrials)).OfType<IReadOnlyList<string>>()];
        return rows.Length == 0
            ? ""
            : "<h3 id=\"truth\">Estimates and the truth</h3>\n"
                + Html.Table(new ChartTable(["Estimate", "Truth", "Mean over trials", "Bias"], rows), "Estimates and the truth", "headline titled")
                + Html.Key(
                [
                    ("Truth", "As the design formulas derive it from the scenario; of a median that scans see late, the mean of the medians that the same trials would report had every event been known on its day."),
                    ("Mean over trials", "Over the trials that report it, ± its Monte Carlo standard error; of a ratio the geometric mean."),
                    ("Bias", "That mean less the truth, with the same error where the truth is a formula’s. Medians of few patients are skewed, and those never reached are left out: a small bias is theirs, not the simulation’s."),
                ]);
    }

    private static string[]? RowOf(RunSummary summary, DistributionBin estimate, double truth, bool isOfTrials)
    {
        OperatingCharacteristic? mean = summary.OperatingCharacteristics.FirstOrDefault(row =>
            row.Look == estimate.Look && row.Analysis == estimate.Analysis && row.Arm == estimate.Arm && row.Measure == estimate.Measure && row.Value.HasValue);
        return mean?.Value is not double value
            ? null
            :
            [
                $"{estimate.Analysis}\n{string.Join(" · ", new[] { mean.Measure.Replace('_', ' '), mean.Look, mean.Arm }.Where(part => part.Length > 0))}",
                Figures.Beside(mean, truth),
                Figures.EstimateAndError(mean),
                (value > truth ? "+" : "") + Figures.Beside(mean, value - truth) + (!isOfTrials && mean.MonteCarloStandardError is double error and > 0 ? $" ± {Figures.Beside(mean, error)}" : ""),
            ];
    }
}
