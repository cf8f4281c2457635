using System.Text.Json.Nodes;

namespace TrialSim.Charts.Specs;

/// <summary>The small parts that every specification is made of.</summary>
internal static class Field
{
    public static JsonObject Quantity(string field) => new() { ["field"] = field, ["type"] = "quantitative" };

    public static JsonObject Nominal(string field) => new() { ["field"] = field, ["type"] = "nominal" };

    public static JsonObject Tip(string field, string title) => new() { ["field"] = field, ["type"] = "nominal", ["title"] = title };

    /// <summary>A number in a tooltip, by a pattern of d3-format.</summary>
    public static JsonObject Tip(string field, string title, string format) =>
        new() { ["field"] = field, ["type"] = "quantitative", ["title"] = title, ["format"] = format };

    public static JsonArray Numbers(params ReadOnlySpan<double> values)
    {
        JsonArray numbers = [];
        foreach (double value in values)
        {
            numbers.Add(value);
        }

        return numbers;
    }

    public static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}
