using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What is drawn is what the result files say: every datum of every specification is looked up in the file that it names.</summary>
public sealed class ChartDataTests
{
    [Theory, Trait("Source", "Property")]
    [InlineData("three-arm-tace.yaml")]
    [InlineData("demo-interim.yaml")]
    [InlineData("sorafenib-tace-rfa-trial-mediated.yaml")]
    [InlineData("demo-angiography-capacity.yaml")]
    public async Task Data_OfEveryChart_AreRowsOfItsFile(string scenario)
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", Repository.PathOf("scenarios", scenario), "--replicates", "60", "--out", folder.Path + "/run");
        Assert.Equal(0, run.ExitCode);
        List<string> faults = [];
        int looked = 0;
        foreach (string file in Directory.GetFiles(folder.PathOf("run/charts"), "*.vl.json"))
        {
            JsonObject spec = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            if ((string?)spec["usermeta"]?["source"] is not string source)
            {
                continue;
            }

            TableFile table = TableFile.Read(folder.PathOf($"run/{source}"));
            Dictionary<string, HashSet<string>> keysByColumns = [];
            int found = 0;
            foreach (JsonObject datum in DataOf(spec))
            {
                string[] columns = [.. datum.Select(field => field.Key).Where(table.Names.Contains).Order(StringComparer.Ordinal)];
                if (columns.Length == 0)
                {
                    continue;
                }

                string group = string.Join(' ', columns);
                if (!keysByColumns.TryGetValue(group, out HashSet<string>? keys))
                {
                    keysByColumns[group] = keys = [.. table.Rows.Select(row => string.Join('|', columns.Select(column => Normal(row(column)))))];
                }

                string key = string.Join('|', columns.Select(column => Normal(datum[column])));
                found++;
                if (!keys.Contains(key))
                {
                    faults.Add($"{Path.GetFileName(file)}: no row of {source} has {group} = {key}");
                }
            }

            looked += found;
            if (found == 0)
            {
                faults.Add($"{Path.GetFileName(file)}: no datum has a column of {source}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.GroupBy(fault => fault.Split(':')[0]).Select(group => $"{group.Count()} of {group.First()}")));
        Assert.True(looked > 100, $"{looked} data were looked up");
    }

    /// <summary>All inline data, wherever they stand.</summary>
    private static IEnumerable<JsonObject> DataOf(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(entry => entry switch
        {
            { Key: "values", Value: JsonArray rows } when rows.Count > 0 && rows.All(row => row is JsonObject) => rows.OfType<JsonObject>(),
            { Key: "datasets", Value: JsonObject sets } => sets.SelectMany(set => set.Value!.AsArray().OfType<JsonObject>()),
            _ => DataOf(entry.Value),
        }),
        JsonArray list => list.SelectMany(DataOf),
        _ => [],
    };

    private static string Normal(JsonNode? value) => value switch
    {
        null => "",
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => Normal(number.ToJsonString()),
        _ => Normal(value.ToString()),
    };

    private static string Normal(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number.ToString("R", CultureInfo.InvariantCulture) : text;
}
