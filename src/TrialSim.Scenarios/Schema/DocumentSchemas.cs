using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Schema;

/// <summary>Schemas of document types. Each type that another one uses becomes a definition, so that types may contain themselves.</summary>
internal sealed class DocumentSchemas
{
    private static readonly JsonSerializerOptions Contracts = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

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
        JsonSchemaExporterOptions options = new()
        {
            TransformSchemaNode = (context, node) => context.PropertyInfo is { } property && context.Path.Length == 2 ? OfProperty(property) : node,
        };
        JsonObject schema = Contracts.GetJsonSchemaAsNode(type, options).AsObject();
        JsonObject properties = schema["properties"]!.AsObject();
        foreach (DocumentKey unnamed in shape.Shorthand.Concat(shape.OtherKeys))
        {
            properties.Remove(unnamed.Name);
        }

        JsonObject mapping = new() { ["type"] = "object", ["properties"] = properties.DeepClone() };
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

    private JsonObject OfProperty(JsonPropertyInfo property)
    {
        KeyAttribute key = (KeyAttribute)property.AttributeProvider!.GetCustomAttributes(typeof(KeyAttribute), inherit: false)[0];
        return OfKey(property.PropertyType, key);
    }

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
