using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Extension;
using TrialSim.Scenarios.Schema;

namespace TrialSim.Scenarios;

/// <summary>The JSON Schema of the scenario language, for editors: made from the document types that the reader fills.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<string> LazyText = new(Build);

    /// <summary>The schema (draft 2020-12) of version 1, indented, ending with a line break.</summary>
    public static string Text => LazyText.Value;

    private static string Build()
    {
        DocumentSchemas schemas = new();
        JsonObject root = schemas.Of(typeof(ScenarioDocument));
        JsonObject whole = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "trialsim-1.schema.json",
        };
        foreach ((string key, JsonNode? value) in root)
        {
            whole[key] = value?.DeepClone();
        }

        JsonObject definitions = schemas.Definitions();
        LetExtend(whole, definitions);
        whole["$defs"] = definitions;
        return whole.ToJsonString(Layout) + "\n";
    }

    // What a file and its blocks must say, one that extends another may leave to that one; all but its version and name.
    private static void LetExtend(JsonObject whole, JsonObject definitions)
    {
        JsonObject otherwise = new() { ["required"] = whole["required"]!.DeepClone() };
        JsonObject blocks = [];
        foreach (string block in new[] { "design", "truth" })
        {
            JsonObject definition = definitions[block]!.AsObject();
            if (definition.Remove("required", out JsonNode? required))
            {
                blocks[block] = new JsonObject { ["required"] = required };
            }
        }

        otherwise["properties"] = blocks;
        whole["required"] = new JsonArray("trialsim", "name");
        whole["if"] = new JsonObject { ["required"] = new JsonArray(ExtendedTree.Key) };
        whole["else"] = otherwise;
    }
}
