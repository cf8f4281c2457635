using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>
/// When an event truly happened, and when a visit saw it: a dot a patient, a line where both would be the same, and shades across in the weeks in which many are seen, which is where the scans are.
/// </summary>
internal static class SeenDelaysChart
{
    private const int Height = 420;

    // More dots than these hide each other.
    private const int MaxDots = 600;
    private const double ShadeDays = 7;
    // The few that come much later would press the others into a corner.
    private const double ShareShown = 0.95;
    private const double DarkestShade = 0.3;

    /// <summary>A chart for each event.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary, ArmPalette palette) =>
        summary.Sample.SeenDelays.GroupBy(row => row.Event).Select(rows => Of(rows.Key, [.. rows], palette));

    private static Chart Of(string name, SeenDelay[] rows, ArmPalette palette)
    {
        double last = 1.04 * Math.Max(1, rows.Select(row => Math.Max(row.TrueDays, row.SeenDays)).Order().ElementAt((int)Math.Ceiling(ShareShown * (rows.Length - 1))));
        SeenDelay[] within = [.. rows.Where(row => Math.Max(row.TrueDays, row.SeenDays) <= last)];
        SeenDelay[] drawn = [.. Enumerable.Range(0, Math.Min(MaxDots, within.Length)).Select(dot => within[(int)((long)dot * within.Length / Math.Min(MaxDots, within.Length))])];
        string title = $"When {name} happens, and when it is seen";
        string mean = Figures.Number(rows.Average(row => row.SeenDays - row.TrueDays), 1);
        string shown = drawn.Length < rows.Length ? $"{Figures.Count(drawn.Length)} of {Figures.Patients(rows.Length)} sampled" : Figures.Patients(rows.Length);
        string description = $"Each dot is a patient: the day on which {name} truly happens, and the day on which a visit sees it, {mean} days later on average. Line: both the same day. "
            + "Shades across: weeks in which many are seen; where all patients are scanned at the same times they are stripes."
            + (within.Length < rows.Length ? $" The picture ends at day {Figures.Count((long)last)}, before which 95 % of them are seen." : "")
            + (drawn.Length < within.Length ? $" Of so many, dots at even distances are drawn; {ResultsFiles.SeenDelays} has all." : "");
        JsonObject spec = SpecTheme.Head(title, $"{shown}; seen {mean} days later on average", description);
        JsonArray shades = ShadesOf(within);
        spec["datasets"] = new JsonObject { ["delays"] = ColumnData.Of(SeenDelayColumns.All, drawn), ["weeks"] = shades };
        SpecTheme.Add(spec, LineLayers.View(Height, [], Shades(), Identity(last), Dots(palette, last)));
        return new Chart(ChartNames.Of("seen-delays", name), title, description, spec, TableOf(drawn)) { Part = ReportPart.DataGeneration, Source = ResultsFiles.SeenDelays };
    }

    /// <summary>Weeks by how many of all patients are seen in them; the fullest is the darkest.</summary>
    private static JsonArray ShadesOf(SeenDelay[] rows)
    {
        ILookup<int, SeenDelay> weeks = rows.ToLookup(row => (int)(row.SeenDays / ShadeDays));
        double most = weeks.Max(week => week.Count());
        return
        [
            .. weeks.OrderBy(week => week.Key).Select(week => new JsonObject
            {
                ["week_from"] = ShadeDays * week.Key,
                ["week_to"] = ShadeDays * (week.Key + 1),
                ["count"] = week.Count(),
                ["shade"] = DarkestShade * week.Count() / most,
            }),
        ];
    }

    private static JsonObject Shades() => new()
    {
        ["data"] = new JsonObject { ["name"] = "weeks" },
        ["mark"] = new JsonObject { ["type"] = "rect", ["color"] = OkabeIto.Orange, ["clip"] = true },
        ["encoding"] = new JsonObject
        {
            ["y"] = Quantity("week_from"),
            ["y2"] = new JsonObject { ["field"] = "week_to" },
            ["x"] = new JsonObject { ["value"] = 0 },
            ["x2"] = new JsonObject { ["value"] = "width" },
            ["opacity"] = new JsonObject { ["field"] = "shade", ["type"] = "quantitative", ["scale"] = null, ["legend"] = null },
            ["tooltip"] = new JsonArray(Tip("week_from", "From day", "d"), Tip("week_to", "To day", "d"), Tip("count", "Seen in this week", ",d")),
        },
    };

    private static JsonObject Identity(double last) => new()
    {
        ["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject { ["start"] = 0, ["end"] = last }) },
        ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = SpecTheme.Muted, ["strokeDash"] = Numbers(4, 3) },
        ["encoding"] = new JsonObject
        {
            ["x"] = Quantity("start"),
            ["x2"] = new JsonObject { ["field"] = "end" },
            ["y"] = Quantity("start"),
            ["y2"] = new JsonObject { ["field"] = "end" },
        },
    };

    private static JsonObject Dots(ArmPalette palette, double last) => new()
    {
        ["data"] = new JsonObject { ["name"] = "delays" },
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 22, ["opacity"] = 0.75, ["clip"] = true },
        ["encoding"] = new JsonObject
        {
            ["x"] = DaysAxis("true_days", "Day it truly happens, since randomisation", last),
            ["y"] = DaysAxis("seen_days", "Day it is seen, since randomisation", last),
            ["color"] = EstimateLayers.Colour(palette, EstimateLayers.ArmLegend()),
            ["tooltip"] = new JsonArray(
                Tip("arm", "Arm"), Tip("replicate", "Replicate"), Tip("patient", "Patient"), Tip("true_days", "Happens on day", ".1f"), Tip("seen_days", "Seen on day", ".1f")),
        },
    };

    private static JsonObject DaysAxis(string field, string title, double last)
    {
        JsonObject axis = LineLayers.Axis(field, title, 0, last);
        axis["axis"]!["values"] = Numbers(TimeTicks.Upto(last));
        axis["axis"]!["grid"] = false;
        axis["axis"]!["format"] = "d";
        return axis;
    }

    private static ChartTable TableOf(SeenDelay[] rows) => new(
        ["Replicate", "Patient", "Arm", "Happens on day", "Seen on day", "Days later"],
        [
            .. rows.Select(row => (IReadOnlyList<string>)
            [
                Figures.Count(row.Replicate), Figures.Count(row.Patient), row.Arm, Figures.Number(row.TrueDays, 1), Figures.Number(row.SeenDays, 1), Figures.Number(row.SeenDays - row.TrueDays, 1),
            ]),
        ]);
}
