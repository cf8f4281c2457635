using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TrialSim.Scenarios;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace TrialSim.Cli.Tests.Hostile;

/// <summary>The places of the language that take a text or a name of the author's own, found in its schema.</summary>
internal static class SchemaStrings
{
    private const string Definitions = "#/$defs/";

    private static readonly JsonNode Root = JsonNode.Parse(ScenarioSchema.Text)!;

    /// <summary>Every such place of the schema.</summary>
    public static IReadOnlySet<string> All()
    {
        HashSet<string> found = [.. OfDefinition("", Root)];
        foreach ((string name, JsonNode? definition) in Root["$defs"]!.AsObject())
        {
            found.UnionWith(OfDefinition(name, definition!));
        }

        return found;
    }

    /// <summary>Every such place of a scenario.</summary>
    public static IEnumerable<ScenarioString> In(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return In(stream.Documents[0].RootNode, [("", Root)]);
    }

    private static IEnumerable<ScenarioString> In(YamlNode node, IReadOnlyList<(string Key, JsonNode Schema)> places)
    {
        (string Key, JsonNode Schema)[] kinds = [.. places.SelectMany(place => Alternatives(place.Key, place.Schema))];
        return node switch
        {
            YamlMappingNode mapping => mapping.Children.SelectMany(child => InEntry((YamlScalarNode)child.Key, child.Value, kinds)).Concat(NotWritten(mapping, kinds)),
            YamlSequenceNode sequence => sequence.Children.SelectMany(child => In(child, [.. kinds.Where(kind => kind.Schema["items"] is JsonObject).Select(kind => (kind.Key, kind.Schema["items"]!))])),
            _ => kinds.Where(kind => IsFreeText(kind.Schema)).Take(1).Select(kind => new ScenarioString(kind.Key, (int)node.Start.Index, (int)node.End.Index, "", "")),
        };
    }

    private static IEnumerable<ScenarioString> InEntry(YamlScalarNode key, YamlNode value, (string Key, JsonNode Schema)[] kinds)
    {
        List<(string, JsonNode)> inner = [];
        foreach ((string place, JsonNode schema) in kinds)
        {
            if (schema["properties"]?[key.Value!] is JsonNode known)
            {
                inner.Add(($"{place}.{key.Value}", known));
            }
            else if (schema["additionalProperties"] is JsonObject named)
            {
                inner.Add(($"{place}.*", named));
                yield return new ScenarioString($"{place}#name", (int)key.Start.Index, (int)key.End.Index, "", "");
            }
        }

        foreach (ScenarioString found in In(value, inner))
        {
            yield return found;
        }
    }

    // What could stand beside the keys that a mapping has.
    private static IEnumerable<ScenarioString> NotWritten(YamlMappingNode mapping, (string Key, JsonNode Schema)[] kinds)
    {
        bool isFlow = mapping.Style == MappingStyle.Flow;
        int start = (int)(isFlow ? mapping.Start.Index + 1 : mapping.Children[0].Key.Start.Index);
        string end = isFlow ? ", " : $"\n{new string(' ', (int)mapping.Children[0].Key.Start.Column - 1)}";
        return
            from kind in kinds
            from property in kind.Schema["properties"]?.AsObject() ?? []
            where !mapping.Children.ContainsKey(property.Key)
            from written in Smallest($"{kind.Key}.{property.Key}", property.Value!, [])
            select new ScenarioString(written.Key, start, start, $"{property.Key}: {written.Before}", $"{written.After}{end}");
    }

    // The least that leads to each text or name of a value.
    private static IEnumerable<(string Key, string Before, string After)> Smallest(string key, JsonNode schema, ImmutableHashSet<string> entered)
    {
        if (schema["$ref"] is JsonNode reference)
        {
            string name = ((string)reference!)[Definitions.Length..];
            return entered.Contains(name) ? [] : Smallest(name, Root["$defs"]![name]!, entered.Add(name));
        }

        if (IsFreeText(schema))
        {
            return [(key, "", "")];
        }

        return
        [
            .. (schema["properties"]?.AsObject() ?? []).SelectMany(property => Within($"{{{property.Key}: ", Smallest($"{key}.{property.Key}", property.Value!, entered), "}")),
            .. schema["additionalProperties"] is JsonObject named ? Within("{a: ", Smallest($"{key}.*", named, entered), "}").Append(($"{key}#name", "{", ": 1}")) : [],
            .. schema["items"] is JsonObject items ? Within("[", Smallest(key, items, entered), "]") : [],
            .. Unions(schema).SelectMany(alternative => Smallest(key, alternative, entered)),
        ];
    }

    private static IEnumerable<(string Key, string Before, string After)> Within(string before, IEnumerable<(string Key, string Before, string After)> inner, string after) =>
        inner.Select(place => (place.Key, before + place.Before, place.After + after));

    private static IEnumerable<string> OfDefinition(string key, JsonNode schema) => schema switch
    {
        _ when schema["$ref"] is not null => [],
        _ when IsFreeText(schema) => [key],
        _ =>
        [
            .. (schema["properties"]?.AsObject() ?? []).SelectMany(property => OfDefinition($"{key}.{property.Key}", property.Value!)),
            .. schema["additionalProperties"] is JsonObject named ? OfDefinition($"{key}.*", named).Append($"{key}#name") : [],
            .. schema["items"] is JsonObject items ? OfDefinition(key, items) : [],
            .. Unions(schema).SelectMany(alternative => OfDefinition(key, alternative)),
        ],
    };

    // A definition's own name begins the key, so that what many keys refer to is one place.
    private static IEnumerable<(string Key, JsonNode Schema)> Alternatives(string key, JsonNode schema)
    {
        if (schema["$ref"] is JsonNode reference)
        {
            string name = ((string)reference!)[Definitions.Length..];
            return Alternatives(name, Root["$defs"]![name]!);
        }

        return Unions(schema).SelectMany(alternative => Alternatives(key, alternative)).Prepend((key, schema));
    }

    private static IEnumerable<JsonNode> Unions(JsonNode schema) =>
        new[] { "anyOf", "oneOf", "allOf" }.SelectMany(union => schema[union]?.AsArray() ?? []).Select(alternative => alternative!);

    // A pattern or a list of values leaves the author nothing of their own to write.
    private static bool IsFreeText(JsonNode schema) =>
        schema["pattern"] is null && schema["enum"] is null && schema["const"] is null
        && (schema["type"] is JsonArray types ? types.Select(type => (string)type!).Contains("string") : schema["type"] is JsonValue type && (string)type! == "string");
}
