using System.Text.Json;
using System.Text.Json.Nodes;
using TrialSim.Charts;
using TrialSim.Results.Folder;

namespace TrialSim.Cli.Pictures;

/// <summary>The charts of a results folder, as their specifications were left there.</summary>
internal static class SavedCharts
{
    /// <summary>All of them, by name.</summary>
    /// <exception cref="UserInputException">There are none, or one cannot be read.</exception>
    public static IReadOnlyList<Chart> In(string folder)
    {
        string charts = Path.Combine(folder, ResultsFiles.Charts);
        string[] files = Directory.Exists(charts) ? [.. Directory.EnumerateFiles(charts, "*" + ReportFiles.ChartEnding).Order(StringComparer.Ordinal)] : [];
        return files.Length > 0
            ? [.. files.Select(Read)]
            : throw new UserInputException($"There are no charts in '{folder}'. Name a results folder, such as 'trialsim run' writes, or a scenario file, to draw its design.");
    }

    private static Chart Read(string file)
    {
        string name = Path.GetFileName(file)[..^ReportFiles.ChartEnding.Length];
        try
        {
            if (JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject spec)
            {
                return new Chart(name, TextOf(spec["title"]), TextOf(spec["description"]), spec, new ChartTable([], []));
            }
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"'{file}' cannot be read: {cause.Message}");
        }

        throw new UserInputException($"'{file}' is not the specification of a chart. Remove it, or write the results again.");
    }

    // A title may stand alone or with a subtitle, and may have several lines.
    private static string TextOf(JsonNode? node) => node switch
    {
        JsonObject title => TextOf(title["text"]),
        JsonArray lines => string.Join(' ', lines.Select(TextOf)),
        JsonValue value => value.ToString(),
        _ => "",
    };
}
