using YamlDotNet.RepresentationModel;

namespace TrialSim.Fuzzing.Mutations;

/// <summary>Where a node stands in a tree.</summary>
/// <param name="Parent">The mapping or list that holds it.</param>
/// <param name="Key">Its key in a mapping.</param>
/// <param name="Index">Its number in a list.</param>
/// <param name="Node">The node.</param>
internal readonly record struct YamlPlace(YamlNode Parent, YamlNode Key, int Index, YamlNode Node)
{
    /// <summary>Puts another node in its place.</summary>
    public void Put(YamlNode node)
    {
        if (Parent is YamlMappingNode mapping)
        {
            mapping.Children[Key] = node;
        }
        else
        {
            ((YamlSequenceNode)Parent).Children[Index] = node;
        }
    }

    /// <summary>Takes it out.</summary>
    public void Remove()
    {
        if (Parent is YamlMappingNode mapping)
        {
            mapping.Children.Remove(Key);
        }
        else
        {
            ((YamlSequenceNode)Parent).Children.RemoveAt(Index);
        }
    }

    /// <summary>Gives it another key; in a list, puts it there a second time.</summary>
    public void Rename(string name)
    {
        if (Parent is YamlMappingNode mapping)
        {
            mapping.Children.Remove(Key);
            mapping.Children[new YamlScalarNode(name)] = Node;
        }
        else
        {
            ((YamlSequenceNode)Parent).Children.Add(YamlTree.CloneOf(Node));
        }
    }
}
