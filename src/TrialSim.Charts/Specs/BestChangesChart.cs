using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>A waterfall of the best change of a marker: under each other the arms, and in each a bar for every patient, from the greatest rise to the greatest fall.</summary>
internal static class BestChangesChart
{
    private const double HighestShown = 1;
    private const double LowestShown = -1;

    // More bars than these are thinner than a pixel on a phone.
    private const int MaxBars = 300;

    /// <summary>A chart for each marker.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary, ArmPalette palette) =>
        summary.Sample.BestChanges.GroupBy(change => change.Marker).Select(changes => Of(changes.Key, [.. changes], palette));

    private static Chart Of(string marker, BestChange[] changes, ArmPalette palette)
    {
        (string Arm, BestChange[] Sorted)[] arms =
        [
            .. palette.Arms.Select(arm => (arm, changes.Where(change => change.Arm == arm).OrderByDescending(change => change.Change).ThenBy(change => change.Patient).ToArray())).Where(arm => arm.Item2.Length > 0),
        ];
        bool isThinned = arms.Any(arm => arm.Sorted.Length > MaxBars);
        bool isCut = changes.Any(change => change.Change > HighestShown);
        string title = $"Best change of {marker}, patient by patient";
        string description = $"Each bar is a patient: the change of {marker} from the first measurement to the lowest after it, as a share of the first; of {Figures.Patients(changes.Length)} of one simulated trial."
            + " From left to right from the greatest rise to the greatest fall, so that a level can be read across: the share of patients that did no better."
            + (isCut ? " Bars are cut at +100 %." : "")
            + (changes.Any(change => change.Change < LowestShown) ? " Bars are cut at −100 %: the marker may be negative, and who has no first measurement above 0 has no bar." : "")
            + (isThinned ? $" Of an arm of more than {MaxBars} patients, {MaxBars} at even distances are drawn." : "");
        double top = Math.Min(HighestShown, Math.Max(0, changes.Max(change => change.Change)));
        double foot = changes.Any(change => change.Change < 0) || top == 0 ? LowestShown : 0;
        JsonObject spec = SpecTheme.Head(title, $"{Figures.Patients(changes.Length)} of simulated trial {Figures.Count(changes[0].Replicate)}", description);
        spec["vconcat"] = new JsonArray([.. arms.Select((arm, index) => View(arm.Arm, arm.Sorted, palette, foot, top, isLast: index + 1 == arms.Length, arms.Length))]);
        spec["spacing"] = 10;
        return new Chart(ChartNames.Of("best-changes", marker), title, description, spec, TableOf([.. arms.SelectMany(arm => arm.Sorted)], changes[0].Unit)) { Part = ReportPart.DataGeneration, Source = ResultsFiles.BestChanges };
    }

    private static JsonObject View(string arm, BestChange[] sorted, ArmPalette palette, double foot, double top, bool isLast, int arms)
    {
        int bars = Math.Min(sorted.Length, MaxBars);
        JsonObject x = LineLayers.Axis("rank_from", "Share of the arm's patients", 0, 1);
        x["axis"] = isLast ? new JsonObject { ["title"] = "Share of the arm's patients", ["format"] = ".1f", ["values"] = Numbers(0, 0.2, 0.4, 0.6, 0.8, 1), ["grid"] = false } : null;
        JsonObject y = LineLayers.Axis("change", "Best change", foot, top);
        y["axis"]!["format"] = "+.0%";
        y["axis"]!["tickCount"] = arms > 4 ? 3 : 5;
        JsonObject view = LineLayers.View(arms > 4 ? 76 : 130, []);
        view.Remove("layer");
        view["title"] = new JsonObject { ["text"] = $"{arm}, {Figures.Patients(sorted.Length)}", ["fontSize"] = 12, ["offset"] = 4 };
        view["data"] = new JsonObject
        {
            ["values"] = new JsonArray([.. Enumerable.Range(0, bars).Select(bar => DataOf(sorted[(int)((long)bar * sorted.Length / bars)], (double)bar / bars, (bar + 1.0) / bars))]),
        };
        view["mark"] = new JsonObject { ["type"] = "bar", ["clip"] = true, ["color"] = palette.ColourOf(arm), ["stroke"] = palette.ColourOf(arm), ["strokeWidth"] = 0.6 };
        view["encoding"] = new JsonObject
        {
            ["x"] = x,
            ["x2"] = new JsonObject { ["field"] = "rank_to" },
            ["y"] = y,
            ["y2"] = new JsonObject { ["datum"] = 0 },
            ["tooltip"] = new JsonArray(
                Tip("patient", "Patient"), Tip("arm", "Arm"), Tip("baseline", "First measurement", ".4~g"), Tip("best", "Lowest after it", ".4~g"), Tip("change", "Change", "+.1%")),
        };
        return view;
    }

    private static JsonObject DataOf(BestChange change, double from, double to)
    {
        JsonObject datum = ColumnData.Of(BestChangeColumns.All, change);
        datum["rank_from"] = from;
        datum["rank_to"] = to;
        return datum;
    }

    private static ChartTable TableOf(BestChange[] changes, string unit) => new(
        ["Arm", "Patient", $"First measurement{(unit.Length > 0 ? $", {unit}" : "")}", "Lowest after it", "Change, %"],
        [
            .. changes.Select(change => (IReadOnlyList<string>)
                [change.Arm, Figures.Count(change.Patient), Figures.Number(change.Baseline, 3), Figures.Number(change.Best, 3), Figures.Number(100 * change.Change, 1)]),
        ]);
}
