using System.Text.Json.Nodes;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Schema;

/// <summary>Schemas of document types. Each type that another one uses becomes a definition, so that types may contain themselves.</summary>
internal sealed class DocumentSchemas
{
    private readonly SortedDictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);
    private readonly Queue<Type> _used = new();

    /// <summary>The definitions that the schemas made so far refer to, by name.</summary>
    public JsonObject Definitions()
    {
        while (_used.TryDequeue(out Type? type))
        {
            if (!_definitions.ContainsKey(NameOf(type)))
            {
                _definitions[NameOf(type)] = Of(type);
            }
        }

        return [.. _definitions.Select(definition => KeyValuePair.Create<string, JsonNode?>(definition.Key, definition.Value))];
    }

    /// <summary>The schema of a document type.</summary>
    public JsonObject Of(Type type)
    {
        DocumentShape shape = DocumentShape.Of(type);
        JsonObject properties = [.. shape.Keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, OfKey(key.Property.PropertyType, key.Attribute)))];
        JsonObject mapping = new() { ["type"] = "object", ["properties"] = properties };
        string[] required = [.. shape.Keys.Where(key => key.Attribute.IsRequired).Select(key => key.Name)];
        if (required.Length > 0)
        {
            mapping["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        }

        mapping["additionalProperties"] = shape.OtherKeys.Length == 0
            ? false
            : ValueSchema.Of(shape.OtherKeys[0].Property.PropertyType, shape.OtherKeys[0].Attribute, Refer)["additionalProperties"]!.DeepClone();
        if (shape.HasOneKey)
        {
            mapping["minProperties"] = 1;
            mapping["maxProperties"] = 1;
        }

        return shape.Shorthand.Length == 0
            ? mapping
            : new JsonObject { ["anyOf"] = new JsonArray([mapping, .. shape.Shorthand.Select(key => OfKey(key.Property.PropertyType, key.Attribute))]) };
    }

    private static string NameOf(Type type) => Words.Of(type.Name.Replace("Document", string.Empty, StringComparison.Ordinal));

    private JsonObject OfKey(Type type, KeyAttribute key)
    {
        JsonObject described = new()
        {
            ["description"] = key.Default.Length == 0 ? key.Description : $"{key.Description} Default: {key.Default}.",
        };
        foreach ((string name, JsonNode? value) in ValueSchema.Of(type, key, Refer))
        {
            described[name] = value?.DeepClone();
        }

        return described;
    }

    private JsonObject Refer(Type document)
    {
        _used.Enqueue(document);
        return new JsonObject { ["$ref"] = $"#/$defs/{NameOf(document)}" };
    }
}
