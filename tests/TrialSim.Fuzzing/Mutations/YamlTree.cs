using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TrialSim.Fuzzing.Mutations;

/// <summary>A YAML file as a tree whose nodes can be moved; read and written by the library's own model, and not by the reader that is tried.</summary>
internal sealed class YamlTree
{
    private YamlTree(YamlMappingNode root) => Root = root;

    /// <summary>The file.</summary>
    public YamlMappingNode Root { get; }

    /// <summary>The tree of a text that is well formed.</summary>
    public static YamlTree Parse(string text)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(text));
        return new YamlTree((YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>The tree as a text.</summary>
    public string Write()
    {
        StringWriter text = new();
        new YamlStream(new YamlDocument(Root)).Save(text, assignAnchors: false);
        return text.ToString();
    }

    /// <summary>Everything that stands somewhere in the tree, the root apart.</summary>
    public IReadOnlyList<YamlPlace> Places()
    {
        List<YamlPlace> places = [];
        Collect(Root, places);
        return places;
    }

    /// <summary>The same node once more, with nothing in common.</summary>
    public static YamlNode CloneOf(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new YamlMappingNode(mapping.Children.Select(entry => KeyValuePair.Create(CloneOf(entry.Key), CloneOf(entry.Value)))) { Style = mapping.Style },
        YamlSequenceNode sequence => new YamlSequenceNode(sequence.Children.Select(CloneOf)) { Style = sequence.Style },
        YamlScalarNode scalar => new YamlScalarNode(scalar.Value) { Style = scalar.Style == ScalarStyle.Any ? ScalarStyle.Plain : scalar.Style },
        _ => throw new InvalidOperationException($"A node of kind {node.NodeType}."),
    };

    private static void Collect(YamlNode node, List<YamlPlace> places)
    {
        if (node is YamlMappingNode mapping)
        {
            foreach ((YamlNode key, YamlNode value) in mapping.Children)
            {
                places.Add(new YamlPlace(mapping, key, 0, value));
                Collect(value, places);
            }
        }
        else if (node is YamlSequenceNode sequence)
        {
            for (int index = 0; index < sequence.Children.Count; index++)
            {
                places.Add(new YamlPlace(sequence, sequence, index, sequence.Children[index]));
                Collect(sequence.Children[index], places);
            }
        }
    }
}
