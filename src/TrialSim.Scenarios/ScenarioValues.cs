using System.Collections.Immutable;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios;

/// <summary>The values of a resolved scenario, in which every key stands, as they could be set.</summary>
public static class ScenarioValues
{
    /// <summary>Every single value with the keys that lead to it, in the order of the text.</summary>
    /// <param name="resolved">The text of a resolved scenario.</param>
    public static ImmutableArray<Setting> Of(string resolved)
    {
        ProblemList problems = new("resolved.yaml");
        if (!YamlTreeReader.TryRead(resolved, problems, out MappingNode root))
        {
            throw new ArgumentException($"No resolved scenario: {string.Join(' ', problems.Errors)}", nameof(resolved));
        }

        return [.. ValuesIn(root, "")];
    }

    private static IEnumerable<Setting> ValuesIn(YamlNode node, string path) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(entry => ValuesIn(entry.Value, Joined(path, entry.Key))),
        SequenceNode list => list.Items.SelectMany((item, index) => ValuesIn(item, Joined(path, FormattableString.Invariant($"{index}")))),
        ScalarNode scalar => [new Setting(path, scalar.Text)],
        _ => throw new InvalidOperationException($"A resolved scenario has no {node.GetType().Name}."),
    };

    private static string Joined(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
