using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Where trials end: at each look a bar of the share that stops there, by reason; and of the share that goes to its end.</summary>
internal static class StopChart
{
    private const int RowHeight = 40;
    private const string ToTheEndPlace = "end";
    private const string ToTheEnd = "goes to the end";
    private const string Endless = "no look takes place, so there is no end";

    private static readonly (string Subject, string Name, string Colour)[] Reasons =
    [
        ("efficacy", "stops for efficacy", OkabeIto.Green),
        ("futility", "stops for futility", OkabeIto.Orange),
        ("harm", "stops for harm", OkabeIto.Vermilion),
        ("", ToTheEnd, ArmPalette.Neutral),
        ("none", Endless, "#56B4E9"),
    ];

    /// <summary>The chart; none for a design that cannot stop.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary)
    {
        IReadOnlyList<OperatingCharacteristic> rows = summary.OperatingCharacteristics;
        return rows.Any(row => row.Measure == Measures.StopProbability && row.Value.HasValue) ? [Of(summary, rows)] : [];
    }

    private static Chart Of(RunSummary summary, IReadOnlyList<OperatingCharacteristic> rows)
    {
        // What the looks wait for may never come.
        double endless = rows.FirstOrDefault(row => row.Measure == Measures.TrialDuration) is { NotEstimable: > 0 } duration ? duration.NotEstimable / (double)(duration.NotEstimable + duration.Replicates) : 0;
        (string Look, string Reason, double Share)[] ends =
        [
            (ToTheEndPlace, ToTheEnd, 1 - endless - (rows.First(row => row.Measure == Measures.StopProbability && row.Look.Length == 0 && row.Subject.Length == 0).Value ?? 0)),
            .. endless > 0 ? [(ToTheEndPlace, Endless, endless)] : Array.Empty<(string, string, double)>(),
        ];
        (string Look, string Reason, double Share)[] parts = [.. rows.Where(IsStopAtALook).Select(row => (row.Look, NameOf(row.Subject), row.Value ?? 0)), .. ends];
        string[] looks = [.. parts.Select(part => part.Look).Distinct()];
        string replicates = Figures.Trials(summary.Manifest.Replicates);
        const string title = "Where trials end";
        const string description = "Share of trials that stop at each look, by the reason, and that go to their end.";
        JsonObject spec = SpecTheme.Head(title, $"Share of {replicates}", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = RowHeight * looks.Length;
        spec["data"] = new JsonObject
        {
            ["values"] = new JsonArray([.. rows.Where(IsStopAtALook).Select(DataOf), .. ends.Select(end => new JsonObject { ["place"] = end.Look, ["reason"] = end.Reason, ["share"] = end.Share })]),
        };
        spec["mark"] = new JsonObject { ["type"] = "bar", ["height"] = 22 };
        string[] shown = [.. Reasons.Select(reason => reason.Name).Where(name => parts.Any(part => part.Reason == name))];
        spec["encoding"] = new JsonObject
        {
            ["y"] = new JsonObject { ["field"] = "place", ["type"] = "nominal", ["sort"] = Strings(looks), ["axis"] = new JsonObject { ["title"] = null, ["grid"] = false } },
            ["x"] = new JsonObject
            {
                ["field"] = "share",
                ["type"] = "quantitative",
                ["stack"] = "zero",
                ["scale"] = new JsonObject { ["domain"] = Numbers(0, 1) },
                ["axis"] = new JsonObject { ["title"] = "Share of trials", ["format"] = ".1f", ["values"] = Numbers(0, 0.2, 0.4, 0.6, 0.8, 1) },
            },
            ["color"] = new JsonObject
            {
                ["field"] = "reason",
                ["type"] = "nominal",
                ["scale"] = new JsonObject
                {
                    ["domain"] = Strings(shown),
                    ["range"] = Strings(shown.Select(name => Reasons.Single(reason => reason.Name == name).Colour)),
                },
                ["legend"] = new JsonObject { ["title"] = null, ["orient"] = "bottom" },
            },
            ["tooltip"] = new JsonArray(Tip("place", "Look"), Tip("reason", "What happens"), Tip("share", "Share of trials", ".4f")),
        };
        return new Chart("stops", title, description, spec, new ChartTable(
            ["Look", "What happens", "Share of trials"],
            [.. parts.Select(part => (IReadOnlyList<string>)[part.Look, part.Reason, Figures.Number(part.Share, 4)])]))
        { Source = ResultsFiles.OperatingCharacteristics };
    }

    private static bool IsStopAtALook(OperatingCharacteristic row) => row.Measure == Measures.StopProbability && row.Look.Length > 0 && row.Subject.Length > 0;

    // The share that goes to its end is no row of the file, so that what is drawn has a field of its own.
    private static JsonObject DataOf(OperatingCharacteristic row) => new()
    {
        ["place"] = row.Look,
        ["reason"] = NameOf(row.Subject),
        ["share"] = row.Value ?? 0,
        ["look"] = row.Look,
        ["subject"] = row.Subject,
        ["measure"] = row.Measure,
        ["value"] = row.Value,
    };

    private static string NameOf(string subject) => Reasons.Single(reason => reason.Subject == subject).Name;
}
