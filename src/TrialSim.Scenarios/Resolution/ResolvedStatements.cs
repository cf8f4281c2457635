using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Resolution;

/// <summary>The resolved scenario, statement by statement: each named thing, and each item of a list, is one.</summary>
internal static class ResolvedStatements
{
    private const string Source = "source";
    private static readonly string[] Parts = ["design", "truth"];

    /// <summary>What the protocol decides, then what is assumed, in the order of the resolved file.</summary>
    /// <param name="root">The tree of the resolved scenario.</param>
    public static ImmutableArray<ScenarioStatement> Of(MappingNode root) => [.. Parts.SelectMany(part => Of(part, (MappingNode)ValueOf(root, part)!))];

    private static IEnumerable<ScenarioStatement> Of(string part, MappingNode whole)
    {
        string common = TextOf(ValueOf(whole, Source));
        return whole.Entries.Where(entry => entry.Key != Source).SelectMany(entry => entry.Value switch
        {
            MappingNode { Entries: [] } or SequenceNode { Items: [] } => [],
            MappingNode things when things.Entries.All(thing => thing.Value is MappingNode) =>
                things.Entries.Select(thing => Of($"{part}.{entry.Key}.{thing.Key}", thing.Value, common)),
            SequenceNode things => things.Items.Select((thing, i) => Of($"{part}.{entry.Key}.{i}", thing, common)),
            _ => new[] { Of($"{part}.{entry.Key}", entry.Value, common) },
        });
    }

    private static ScenarioStatement Of(string key, YamlNode value, string common) => value is MappingNode mapping
        ? new ScenarioStatement(
            key,
            string.Join("; ", mapping.Entries.Where(entry => entry.Key != Source && !IsNone(entry.Value)).Select(entry => $"{entry.Key}: {TextOf(entry.Value)}")),
            ValueOf(mapping, Source) is { } own ? TextOf(own) : common)
        : new ScenarioStatement(key, TextOf(value), common);

    private static bool IsNone(YamlNode value) => value is ScalarNode { Text: Names.None or "always" or "false", Style: ScalarStyle.Plain } or MappingNode { Entries: [] } or SequenceNode { Items: [] };

    private static string TextOf(YamlNode? value) => value switch
    {
        null => "",
        ScalarNode scalar => scalar.Text,
        _ => YamlWriter.Line(value),
    };

    private static YamlNode? ValueOf(MappingNode mapping, string key) => mapping.Entries.Where(entry => entry.Key == key).Select(entry => entry.Value).FirstOrDefault();
}
