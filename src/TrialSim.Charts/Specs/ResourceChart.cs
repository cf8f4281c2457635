using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>How the resources of the sites are used: of each a bar for the share of its time that is taken, of sessions that wait, and of sessions after their window.</summary>
internal static class ResourceChart
{
    private const int RowHeight = 30;

    private static readonly (string Measure, string Name, string Colour)[] Shares =
    [
        (Measures.ResourceUtilisation, "time taken", ArmPalette.Neutral),
        (Measures.ResourceWaited, "sessions that wait", OkabeIto.Orange),
        (Measures.ResourceLate, "sessions after window", OkabeIto.Vermilion),
    ];

    /// <summary>The chart; none for a trial without resources.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary)
    {
        string[] resources = [.. summary.OperatingCharacteristics.Where(row => row.Measure == Measures.ResourceUtilisation && row.Value.HasValue).Select(row => row.Subject)];
        return resources.Length > 0 ? [Of(summary, resources)] : [];
    }

    private static Chart Of(RunSummary summary, string[] resources)
    {
        OperatingCharacteristic Row(string resource, string measure) => summary.OperatingCharacteristics.First(row => row.Subject == resource && row.Measure == measure);
        string NameOf(string resource) => string.Create(CultureInfo.InvariantCulture, $"{resource}: a session waits {Row(resource, Measures.ResourceWait).Value:0.0} days on average");
        (string Resource, string Name, OperatingCharacteristic Row)[] bars =
            [.. resources.SelectMany(resource => Shares.Select(share => (resource, share.Name, Row(resource, share.Measure)))).Where(bar => bar.Item3.Value.HasValue)];
        const string title = "Use of the sites' resources";
        const string description =
            "Time taken: share of the time that the resource is offered. Sessions that wait: share of its sessions later than wanted, for want of a place. Sessions after window: share of sessions a day or more after "
            + "the end of their window. Each a mean over trials.";
        JsonObject spec = SpecTheme.Head(title, $"Mean of {Figures.Trials(summary.Manifest.Replicates)}", description);
        spec["vconcat"] = new JsonArray([.. resources.Select(resource => View(NameOf(resource), [.. bars.Where(bar => bar.Resource == resource).Select(bar => (bar.Name, bar.Row))], isLast: resource == resources[^1]))]);
        spec["spacing"] = 12;
        return new Chart("resources", title, description, spec, new ChartTable(
            ["Resource", "Share of", "Share (95 % interval)", "Mean wait (days)"],
            [.. bars.Select(bar => (IReadOnlyList<string>)[bar.Resource, bar.Name, Figures.Short(bar.Row), Figures.EstimateAndError(Row(bar.Resource, Measures.ResourceWait))])]))
        { Part = ReportPart.DataGeneration, Source = ResultsFiles.OperatingCharacteristics };
    }

    private static JsonObject View(string name, (string Name, OperatingCharacteristic Row)[] bars, bool isLast)
    {
        JsonObject encoding = Encoding();
        if (!isLast)
        {
            encoding["x"]!["axis"]!["title"] = null;
        }

        return new JsonObject
        {
            ["width"] = SpecTheme.Width,
            ["height"] = RowHeight * Shares.Length,
            ["title"] = new JsonObject { ["text"] = name, ["fontSize"] = 13, ["fontWeight"] = 500, ["offset"] = 4 },
            ["data"] = new JsonObject
            {
                ["values"] = new JsonArray([.. bars.Select(bar => new JsonObject
                {
                    ["share_of"] = bar.Name,
                    ["subject"] = bar.Row.Subject,
                    ["measure"] = bar.Row.Measure,
                    ["value"] = bar.Row.Value,
                    ["text"] = Figures.Short(bar.Row),
                })]),
            },
            ["mark"] = new JsonObject { ["type"] = "bar", ["height"] = 18 },
            ["encoding"] = encoding,
        };
    }

    private static JsonObject Encoding() => new()
    {
        ["y"] = new JsonObject
        {
            ["field"] = "share_of",
            ["type"] = "nominal",
            ["sort"] = Strings(Shares.Select(share => share.Name)),
            ["axis"] = new JsonObject { ["title"] = null, ["grid"] = false, ["labelLimit"] = 0 },
        },
        ["x"] = new JsonObject
        {
            ["field"] = "value",
            ["type"] = "quantitative",
            ["scale"] = new JsonObject { ["domain"] = Numbers(0, 1) },
            ["axis"] = new JsonObject { ["title"] = "Share", ["format"] = ".1f", ["values"] = Numbers(0, 0.2, 0.4, 0.6, 0.8, 1) },
        },
        ["color"] = new JsonObject
        {
            ["field"] = "share_of",
            ["type"] = "nominal",
            ["scale"] = new JsonObject { ["domain"] = Strings(Shares.Select(share => share.Name)), ["range"] = Strings(Shares.Select(share => share.Colour)) },
            ["legend"] = null,
        },
        ["tooltip"] = new JsonArray(Tip("share_of", "Share of"), Tip("text", "Share (95 % interval)")),
    };
}
