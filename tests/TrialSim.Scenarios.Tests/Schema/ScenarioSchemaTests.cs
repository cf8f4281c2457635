using System.Text.Json;
using TrialSim.Tests;
using Xunit;

namespace TrialSim.Scenarios.Tests.Schema;

public sealed class ScenarioSchemaTests
{
    // TRIALSIM_UPDATE_GOLDEN=1 rewrites the file.
    [Fact, Trait("Source", "Regression")]
    public void ScenarioSchema_ShippedFile_IsWhatTheDocumentTypesSay()
    {
        string path = Repository.PathOf("scenarios", "schema", "trialsim-1.schema.json");
        if (Environment.GetEnvironmentVariable("TRIALSIM_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, ScenarioSchema.Text);
        }

        Assert.Equal(File.ReadAllText(path), ScenarioSchema.Text);
    }

    [Fact, Trait("Source", "Property")]
    public void ScenarioSchema_EveryReference_HasADefinition()
    {
        using JsonDocument schema = JsonDocument.Parse(ScenarioSchema.Text);
        string[] defined = [.. schema.RootElement.GetProperty("$defs").EnumerateObject().Select(definition => $"#/$defs/{definition.Name}")];

        string[] used = [.. References(schema.RootElement).Distinct()];

        Assert.NotEmpty(used);
        Assert.Equal(used.Order(StringComparer.Ordinal), defined.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(
            property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
