using System.Text.Json.Nodes;
using TrialSim.Results;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>How size, events and duration differ between trials: a line from the 5 % to the 95 % quantile, a bar over the middle half, a tick at the median and a dot at the mean.</summary>
internal static class CourseChart
{
    private const int RowHeight = 46;

    /// <summary>A chart for each that differs between trials, on a scale of its own.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary) => summary.OperatingCharacteristics
        .Where(row => row.Measure is Measures.TrialPatients or Measures.TrialEvents or Measures.TrialDuration && row.Value.HasValue && Differs(summary, row))
        .Select(row => Of(summary, row));

    private static Chart Of(RunSummary summary, OperatingCharacteristic mean)
    {
        (string name, string what, string sentence) = mean.Measure switch
        {
            Measures.TrialPatients => ("Patients", "patients", "How many patients a trial randomises"),
            Measures.TrialDuration => ("Duration", "months since the trial opened", "How long a trial lasts, from its opening to the decision to stop or its last look"),
            _ => ($"Events of {mean.Endpoint}", "events", $"How many events of {mean.Endpoint} a trial has seen at its last look"),
        };
        double[] quantiles = [.. Measures.TrialQuantiles.Select(share => QuantileOf(summary, mean, share))];
        string title = mean.Measure == Measures.TrialEvents ? $"{name} in a trial" : $"{name} of a trial";
        string description = $"{sentence}. Between trials: line from 5 % to 95 % of trials, bar over the middle half, tick at the median, dot at the mean.";
        JsonObject spec = SpecTheme.Head(title, $"{Figures.Count(summary.Manifest.Replicates)} simulated trials", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = RowHeight;
        spec["data"] = new JsonObject
        {
            ["values"] = new JsonArray(new JsonObject
            {
                ["q05"] = quantiles[0],
                ["q25"] = quantiles[1],
                ["q50"] = quantiles[2],
                ["q75"] = quantiles[3],
                ["q95"] = quantiles[4],
                ["mean"] = mean.Value,
            }),
        };
        JsonObject x = Quantity("q05");
        x["scale"] = new JsonObject { ["zero"] = false, ["nice"] = true };
        x["axis"] = new JsonObject { ["title"] = what };
        JsonArray tips = new(
            Tip("mean", "Mean", ".4~g"), Tip("q05", "5 %", ".4~g"), Tip("q25", "25 %", ".4~g"), Tip("q50", "Median", ".4~g"), Tip("q75", "75 %", ".4~g"), Tip("q95", "95 %", ".4~g"));
        spec["layer"] = new JsonArray(
            Layer(new JsonObject { ["type"] = "rule", ["strokeWidth"] = 2, ["color"] = ArmPalette.Neutral }, x, "q95", tips),
            Layer(new JsonObject { ["type"] = "bar", ["height"] = 16, ["color"] = "#56B4E9", ["opacity"] = 0.6 }, Quantity("q25"), "q75", tips),
            Layer(new JsonObject { ["type"] = "tick", ["thickness"] = 3, ["size"] = 22, ["color"] = SpecTheme.Text }, Quantity("q50"), "", tips),
            Layer(new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 70, ["opacity"] = 1, ["color"] = "#0072B2" }, Quantity("mean"), "", tips));
        return new Chart(ChartNames.Of(["trial", .. mean.Endpoint.Length > 0 ? ["events", mean.Endpoint] : new[] { name.ToLowerInvariant() }]), title, description, spec, new ChartTable(
            ["Mean", "5 %", "25 %", "Median", "75 %", "95 %"],
            [[Figures.EstimateAndError(mean), .. quantiles.Select(value => Figures.Beside(mean, value))]]));
    }

    private static JsonObject Layer(JsonObject mark, JsonObject x, string to, JsonArray tips)
    {
        JsonObject encoding = new() { ["x"] = x, ["tooltip"] = tips.DeepClone() };
        if (to.Length > 0)
        {
            encoding["x2"] = new JsonObject { ["field"] = to };
        }

        return new JsonObject { ["mark"] = mark, ["encoding"] = encoding };
    }

    private static bool Differs(RunSummary summary, OperatingCharacteristic mean) =>
        QuantileOf(summary, mean, Measures.TrialQuantiles[0]) < QuantileOf(summary, mean, Measures.TrialQuantiles[^1]) || mean.MonteCarloStandardError > 0.0;

    private static double QuantileOf(RunSummary summary, OperatingCharacteristic mean, double share) => summary.OperatingCharacteristics
        .First(row => row.Endpoint == mean.Endpoint && row.Measure == Measures.QuantileOf(mean.Measure, share)).Value ?? mean.Value!.Value;
}
