using System.Collections.Immutable;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Sweeps;

/// <summary>Puts what the command line varies into the tree of a scenario, as if it stood under <c>sweep.vary</c>.</summary>
internal static class VariedTree
{
    /// <summary>The tree with the keys among those that its sweep varies; a key that is there already gets the new values.</summary>
    public static MappingNode Of(MappingNode root, ImmutableArray<Setting> varied, ProblemList problems)
    {
        foreach (Setting setting in varied)
        {
            TextMark mark = new(0, 0, $"--vary {setting.Key}={setting.Value}");
            if (YamlTreeReader.TryReadValue(setting.Value, mark, problems, out YamlNode values))
            {
                MappingNode sweep = MappingOf(root, "sweep", mark);
                MappingNode vary = MappingOf(sweep, "vary", mark);
                root = With(root, "sweep", With(sweep, "vary", With(vary, setting.Key, values, mark), mark), mark);
            }
        }

        return root;
    }

    private static MappingNode MappingOf(MappingNode mapping, string key, TextMark mark) =>
        mapping.Entries.FirstOrDefault(entry => entry.Key == key).Value as MappingNode ?? new MappingNode([], mark);

    private static MappingNode With(MappingNode mapping, string key, YamlNode value, TextMark mark)
    {
        int place = mapping.Entries.Select(entry => entry.Key).ToList().IndexOf(key);
        return mapping with
        {
            Entries = place < 0 ? mapping.Entries.Add(new MappingEntry(key, mark, value)) : mapping.Entries.SetItem(place, new MappingEntry(key, mapping.Entries[place].KeyMark, value)),
        };
    }
}
