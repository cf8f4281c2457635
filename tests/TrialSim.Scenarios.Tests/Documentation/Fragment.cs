using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using Xunit;

namespace TrialSim.Scenarios.Tests.Documentation;

/// <summary>A part of a scenario as a page shows it, put on top of a whole one.</summary>
internal static class Fragment
{
    // A fragment that begins with another key than those of a file belongs into the block that has that key.
    private static readonly Type[] Blocks = [typeof(ScenarioDocument), typeof(DesignDocument), typeof(TruthDocument)];

    /// <summary>The scenario with the fragment on it.</summary>
    /// <param name="whole">A scenario without errors.</param>
    /// <param name="fragment">Keys of a scenario or of one of its blocks.</param>
    public static string On(string whole, string fragment)
    {
        MappingNode part = Tree(fragment);
        Type block = Blocks.First(type => DocumentShape.Of(type).Keys.Any(key => key.Name == part.Entries[0].Key));
        MappingNode written = block == typeof(ScenarioDocument) ? part
            : new MappingNode([new MappingEntry(block == typeof(DesignDocument) ? "design" : "truth", TextMark.Start, part)], TextMark.Start);
        return YamlWriter.Write(Merge(Tree(whole), written, typeof(ScenarioDocument)));
    }

    private static MappingNode Tree(string text)
    {
        ProblemList problems = new(Reading.File);
        bool isRead = YamlTreeReader.TryRead(text, problems, out MappingNode root);
        Assert.True(isRead, string.Join('\n', problems.Errors));
        return root;
    }

    // Blocks and names that the author chooses are joined; everything else is replaced.
    private static MappingNode Merge(MappingNode below, MappingNode above, Type? type)
    {
        List<MappingEntry> entries = [.. below.Entries];
        foreach (MappingEntry entry in above.Entries)
        {
            int at = entries.FindIndex(other => other.Key == entry.Key);
            DocumentKey? key = type is null ? null : DocumentShape.Of(type).Keys.FirstOrDefault(one => one.Name == entry.Key);
            if (at < 0)
            {
                entries.Add(entry);
            }
            else if (key is not null && entries[at].Value is MappingNode old && entry.Value is MappingNode added && (Blocks.Contains(key.Property.PropertyType) || key.Attribute.DefinesNames))
            {
                entries[at] = entry with { Value = Merge(old, added, key.Attribute.DefinesNames ? null : key.Property.PropertyType) };
            }
            else
            {
                entries[at] = entry;
            }
        }

        return below with { Entries = [.. entries] };
    }
}
