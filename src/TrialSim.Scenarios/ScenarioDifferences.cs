using System.Collections.Immutable;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios;

/// <summary>Compares resolved scenarios, in which every key stands, key by key.</summary>
public static class ScenarioDifferences
{
    private const string Nothing = "nothing";

    /// <summary>The keys that differ, in the order of the first scenario; then those that only the second has.</summary>
    /// <param name="first">The text of a resolved scenario.</param>
    /// <param name="second">The text of another.</param>
    /// <exception cref="FormatException">One of them is no YAML.</exception>
    public static ImmutableArray<ScenarioDifference> Between(string first, string second)
    {
        if (first == second)
        {
            return []; // So it is for each of a thousand shards, and reading takes long.
        }

        List<(string Key, string Value)> left = ValuesOf(first);
        List<(string Key, string Value)> right = ValuesOf(second);
        Dictionary<string, string> there = right.ToDictionary();
        HashSet<string> known = [.. left.Select(entry => entry.Key)];
        return
        [
            .. left.Select(entry => new ScenarioDifference(entry.Key, entry.Value, there.GetValueOrDefault(entry.Key, Nothing))).Where(difference => difference.First != difference.Second),
            .. right.Where(entry => !known.Contains(entry.Key)).Select(entry => new ScenarioDifference(entry.Key, Nothing, entry.Value)),
        ];
    }

    private static List<(string Key, string Value)> ValuesOf(string resolved)
    {
        ProblemList problems = new("resolved.yaml");
        if (!YamlTreeReader.TryRead(resolved, problems, out MappingNode root))
        {
            throw new FormatException(string.Join(' ', problems.Errors));
        }

        List<(string Key, string Value)> values = [];
        Collect(root, DocumentPath.Root, values);
        return values;
    }

    private static void Collect(YamlNode node, DocumentPath path, List<(string Key, string Value)> values)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (MappingEntry entry in mapping.Entries)
                {
                    Collect(entry.Value, path.Key(entry.Key), values);
                }

                break;
            case SequenceNode list:
                for (int index = 0; index < list.Items.Length; index++)
                {
                    Collect(list.Items[index], path[index], values);
                }

                break;
            case ScalarNode scalar:
                values.Add((path.Text, scalar.Text));
                break;
            default:
                throw new InvalidOperationException($"A resolved scenario has no {node.GetType().Name}.");
        }
    }
}
