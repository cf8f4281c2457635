using System.Collections.Immutable;
using System.Text;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Extension;

/// <summary>
/// Puts the tree of a scenario over that of the file that it extends: what it names stands instead of what that file says, one level deep. All that a block such as <c>design</c> does not name stays.
/// </summary>
internal sealed class ExtendedTree(IScenarioFiles files, ProblemList problems)
{
    /// <summary>The key that names the file.</summary>
    public const string Key = "extends";

    private const string NameKey = "name";
    private const string VersionKey = "trialsim";

    /// <summary>Whether a scenario extends another.</summary>
    public static bool Has(MappingNode root) => root.Entries.Any(entry => entry.Key == Key);

    /// <summary>The whole tree, without the key; what is in the way of it is reported.</summary>
    /// <param name="root">The tree of a file.</param>
    /// <param name="file">Name of the file.</param>
    public MappingNode Of(MappingNode root, string file) => Join(root, [file]);

    /// <summary>A whole tree as a file that stands alone.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="file">Name of the file that extends another.</param>
    public static byte[] FileOf(MappingNode root, string file) =>
        Encoding.UTF8.GetBytes($"# What {Advice.Printable(Path.GetFileName(file))} and what it extends say together.\n{YamlWriter.Write(root)}");

    private MappingNode Join(MappingNode root, ImmutableArray<string> chain)
    {
        MappingNode own = root with { Entries = root.Entries.RemoveAll(entry => entry.Key == Key) };
        foreach (MappingEntry entry in root.Entries.Where(entry => entry.Key == Key))
        {
            if (TryReadBase(entry, own, chain, out MappingNode found, out string name))
            {
                return Over(Join(found, chain.Add(name)), own);
            }
        }

        return own;
    }

    private bool TryReadBase(MappingEntry entry, MappingNode own, ImmutableArray<string> chain, out MappingNode root, out string name)
    {
        (root, name) = (own, string.Empty);
        if (entry.Value is RefusedNode)
        {
            return false; // Reported already.
        }

        if (entry.Value is not ScalarNode { IsEmpty: false } scalar || string.IsNullOrWhiteSpace(scalar.Text))
        {
            return Refuse(entry.Place, "Write the scenario file that this one extends, such as 'extends: base.yaml'.");
        }

        BaseFile file = files.Read(chain[^1], scalar.Text);
        if (file.Fault.Length > 0)
        {
            return Refuse(entry.Place, file.Fault);
        }

        name = file.Name;
        string[] circle = [.. chain.SkipWhile(earlier => !files.AreSame(earlier, file.Name))];
        if (circle.Length > 0)
        {
            return Refuse(entry.Place, $"The files extend each other in a circle: {string.Join(" → ", circle.Append(name).Select(Advice.Printable))}. Take one 'extends' out.");
        }

        if (chain.Length == Limits.ExtendedFiles)
        {
            return Refuse(entry.Place, $"More than {Limits.ExtendedFiles} files extend one another. Let one of them say what others say together.");
        }

        ProblemList ofBase = new(name);
        bool isRead = ScenarioText.TryDecode(file.Content.Span, ofBase, out string text) && YamlTreeReader.TryRead(text, name, ofBase, out root);
        if (isRead)
        {
            CheckVersion(root, own, ofBase);
        }

        problems.Take(ofBase);
        return isRead && ofBase.ErrorCount == 0;
    }

    private static void CheckVersion(MappingNode root, MappingNode own, ProblemList problems)
    {
        VersionPlace.Report(root, problems);
        MappingEntry[] versions = [.. root.Entries.Where(entry => entry.Key == VersionKey)];
        ScalarNode? asked = own.Entries.Where(entry => entry.Key == VersionKey).Select(entry => entry.Value).OfType<ScalarNode>().FirstOrDefault();
        if (versions is not [MappingEntry version])
        {
            problems.Error(DocumentPath.Root, root.Mark, "A file that is extended is a scenario too. Write 'trialsim: 1' at the top of it.");
        }
        else if (version.Value is ScalarNode written && asked is not null && written.Text != asked.Text)
        {
            problems.Error(DocumentPath.Root.Key(VersionKey), version.Place, $"This file is of version {Advice.Quote(written.Text)}, the one that extends it of {Advice.Quote(asked.Text)}. Write both in one version.");
        }
    }

    // The name is each file's own, so that results of one are never taken for those of the other.
    private static MappingNode Over(MappingNode under, MappingNode own)
    {
        Dictionary<string, MappingEntry> below = under.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        HashSet<string> named = [NameKey, .. own.Entries.Select(entry => entry.Key)];
        return own with
        {
            Entries =
            [
                .. own.Entries.Select(entry => entry.Value is MappingNode block && below.TryGetValue(entry.Key, out MappingEntry other) && other.Value is MappingNode otherBlock
                    ? entry with { Value = Replaced(otherBlock, block) }
                    : entry),
                .. under.Entries.Where(entry => !named.Contains(entry.Key)),
            ],
        };
    }

    private static MappingNode Replaced(MappingNode under, MappingNode own)
    {
        Dictionary<string, MappingEntry> instead = own.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        HashSet<string> known = [.. under.Entries.Select(entry => entry.Key)];
        return own with
        {
            Entries =
            [
                .. under.Entries.Select(entry => instead.GetValueOrDefault(entry.Key, entry)),
                .. own.Entries.Where(entry => !known.Contains(entry.Key)),
            ],
        };
    }

    private bool Refuse(TextMark mark, string message)
    {
        problems.Error(DocumentPath.Root.Key(Key), mark, message);
        return false;
    }
}
