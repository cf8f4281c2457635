using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>What happens at a resource of the sites month by month: above its sessions, beneath those that wait; each a mean over replicates with a band that holds 95 % of them.</summary>
internal static class ResourceMonthsChart
{
    private const int Height = 150;
    private const string SessionsColour = OkabeIto.Blue;
    private const string WaitingColour = OkabeIto.Vermilion;

    /// <summary>A chart for each resource.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary) => summary.Sample.ResourceMonths.GroupBy(month => month.Resource).Select(months => Of(months.Key, [.. months]));

    private static Chart Of(string resource, ResourceMonth[] all)
    {
        // After the last session nothing more is to be seen.
        int used = all.Select((month, index) => month.SessionsUpper > 0 || month.WaitingUpper > 0 ? index + 1 : 0).Max();
        ResourceMonth[] months = used > 0 ? [.. all.Take(used + 1)] : all;
        string trials = Figures.Trials(months.Max(month => month.Replicates));
        string title = $"Use of {resource} over time";
        string description = $"All sites together. Above: sessions at {resource} in each month. Below: sessions that wait for it at the end of the month. Line: mean of {trials}. Band: the middle 95 % of them.";
        double last = months.Max(month => month.Months);
        JsonObject spec = SpecTheme.Head(title, $"Mean and 95 % band of {trials}, all sites together", description);
        spec["data"] = new JsonObject { ["values"] = ColumnData.Of(ResourceMonthColumns.All, months) };
        spec["vconcat"] = new JsonArray(View("Sessions in the month", "sessions", SessionsColour, last, months.Max(month => month.SessionsUpper)), View("Waiting at its end", "waiting", WaitingColour, last, months.Max(month => month.WaitingUpper)));
        spec["spacing"] = 14;
        return new Chart(ChartNames.Of("resource-months", resource), title, description, spec, TableOf(all)) { Part = ReportPart.DataGeneration, Source = ResultsFiles.ResourceMonths };
    }

    private static JsonObject View(string axis, string field, string colour, double last, double largest) => LineLayers.View(
        Height,
        new JsonObject { ["x"] = LineLayers.Months("Months since the trial opened", last) },
        LineLayers.Band(LineLayers.CountAxis($"{field}_lower", axis, largest), $"{field}_upper", 1, colour),
        LineLayers.Line(field, colour),
        LineLayers.Hover(
            $"hover_{field}", field, colour, Tip("months", "Month ends at", ".1f"), Tip(field, axis, ".2f"), Tip($"{field}_lower", "2.5 % of trials below", ".1f"), Tip($"{field}_upper", "2.5 % of trials above", ".1f")));

    private static ChartTable TableOf(ResourceMonth[] months) => new(
        ["Month ends at (months since the trial opened)", "Sessions in it, mean", "95 % of trials", "Waiting at its end, mean", "95 % of trials", "Trials"],
        [
            .. months.Select(month => (IReadOnlyList<string>)
            [
                Figures.Number(month.Months, 2), Figures.Number(month.Sessions, 2), Figures.Interval(month.SessionsLower, month.SessionsUpper, 1),
                Figures.Number(month.Waiting, 2), Figures.Interval(month.WaitingLower, month.WaitingUpper, 1), Figures.Count(month.Replicates),
            ]),
        ]);
}
