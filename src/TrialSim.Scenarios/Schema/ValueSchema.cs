using System.Text.Json.Nodes;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Schema;

/// <summary>Schemas of values: what the binder accepts for each type, with the limits of its key.</summary>
internal static class ValueSchema
{
    /// <summary>The schema.</summary>
    /// <param name="type">Type of the value.</param>
    /// <param name="key">Its limits.</param>
    /// <param name="refer">Gives a reference to the schema of a document type.</param>
    public static JsonObject Of(Type type, KeyAttribute key, Func<Type, JsonObject> refer)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(OrNone<>))
        {
            return Either(new JsonObject { ["const"] = Names.None }, Of(type.GetGenericArguments()[0], key, refer));
        }

        if (generic == typeof(Listed<>))
        {
            JsonObject item = Of(type.GetGenericArguments()[0], key, refer);
            JsonObject list = new() { ["type"] = "array", ["items"] = item, ["minItems"] = key.MinItems, ["maxItems"] = key.MaxItems };
            // A mapping that stands alone is the document whose shorthand the list is.
            JsonObject single = type.GetGenericArguments()[0] == typeof(AnyValue) ? new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") } : item.DeepClone().AsObject();
            return key.AcceptsOne ? Either(single, list) : list;
        }

        if (generic == typeof(Named<>))
        {
            return OfNamed(type, key, refer);
        }

        return type == typeof(AnyValue) ? []
            : DocumentShape.IsDocument(type) ? refer(type) : OfScalar(type, key);
    }

    private static JsonObject Either(JsonObject first, JsonObject second) => new() { ["anyOf"] = new JsonArray(first, second) };

    private static JsonObject OfNamed(Type type, KeyAttribute key, Func<Type, JsonObject> refer)
    {
        JsonObject names = new() { ["maxLength"] = key.IsOfPaths ? Limits.PathLength : Limits.NameLength };
        if (key.DefinesNames)
        {
            names["pattern"] = Names.SnakeCase;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = names,
            ["additionalProperties"] = Of(type.GetGenericArguments()[0], key, refer),
            ["minProperties"] = key.MinItems,
            ["maxProperties"] = key.MaxItems,
        };
    }

    private static JsonObject OfScalar(Type type, KeyAttribute key)
    {
        if (type == typeof(Duration))
        {
            return new JsonObject { ["type"] = "string", ["pattern"] = DurationText.Pattern };
        }

        if (type == typeof(Amount))
        {
            return Either(OfNumber(typeof(double), key), OfScalar(typeof(Duration), key));
        }

        if (type == typeof(BoundShape))
        {
            return Either(new JsonObject { ["enum"] = new JsonArray(BoundShape.ObrienFleming, BoundShape.Pocock) }, OfNumber(typeof(double), key));
        }

        if (type == typeof(Window))
        {
            return new JsonObject { ["type"] = "string", ["pattern"] = WindowText.Pattern };
        }

        if (type == typeof(string))
        {
            return key.IsKebabCase
                ? new JsonObject { ["type"] = "string", ["pattern"] = Names.KebabCase, ["maxLength"] = Limits.ScenarioNameLength }
                : new JsonObject { ["type"] = "string" };
        }

        if (type.IsEnum)
        {
            return new JsonObject { ["enum"] = new JsonArray([.. Words.AllOf(type).Select(word => JsonValue.Create(word))]) };
        }

        return type == typeof(bool) ? new JsonObject { ["type"] = "boolean" } : OfNumber(type, key);
    }

    private static JsonObject OfNumber(Type type, KeyAttribute key)
    {
        JsonObject schema = new() { ["type"] = type == typeof(double) || type == typeof(Number) ? "number" : "integer" };
        foreach ((string name, double limit) in new[]
        {
            ("minimum", key.Min), ("maximum", key.Max), ("exclusiveMinimum", key.Above), ("exclusiveMaximum", key.Below),
        })
        {
            if (double.IsFinite(limit))
            {
                schema[name] = limit;
            }
        }

        return schema;
    }
}
