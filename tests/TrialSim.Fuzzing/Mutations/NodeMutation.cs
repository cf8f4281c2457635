using YamlDotNet.RepresentationModel;

namespace TrialSim.Fuzzing.Mutations;

/// <summary>Moves, repeats, leaves out, renames and wraps nodes of a scenario, also those of another one.</summary>
internal static class NodeMutation
{
    private const int MostChanges = 3;

    /// <summary>A scenario after one to three changes.</summary>
    public static string Of(string source, string donor, Chance chance)
    {
        YamlTree tree = YamlTree.Parse(source);
        Lazy<IReadOnlyList<YamlPlace>> other = new(() => YamlTree.Parse(donor).Places());
        for (int left = chance.OneIn(2) ? 1 : chance.Between(1, MostChanges); left > 0; left--)
        {
            Change(tree, other, chance);
        }

        return tree.Write();
    }

    private static void Change(YamlTree tree, Lazy<IReadOnlyList<YamlPlace>> donor, Chance chance)
    {
        IReadOnlyList<YamlPlace> places = tree.Places();
        if (places.Count == 0)
        {
            return;
        }

        YamlPlace place = chance.Pick(places);
        YamlPlace second = chance.Pick(places);
        switch (chance.Below(10))
        {
            case 0 or 1:
                place.Remove();
                break;
            case 2:
                place.Put(YamlTree.CloneOf(second.Node));
                break;
            case 3:
                place.Put(YamlTree.CloneOf(PeerOf(place, donor.Value, chance).Node));
                break;
            case 4:
                Add(place.Parent, PeerOf(place, donor.Value, chance));
                break;
            case 5:
                Add(place.Parent, second);
                break;
            case 6:
                place.Rename(chance.OneIn(2) && second.Key is YamlScalarNode key ? key.Value! : Hostile.Text(chance));
                break;
            case 7:
                place.Put(chance.OneIn(2) ? new YamlSequenceNode(place.Node) : new YamlMappingNode(new YamlScalarNode("value"), place.Node));
                break;
            case 8:
                place.Put(chance.Below(3) switch { 0 => new YamlMappingNode(), 1 => new YamlSequenceNode(), _ => new YamlScalarNode(Hostile.Text(chance)) });
                break;
            default:
                YamlNode moved = YamlTree.CloneOf(second.Node);
                second.Remove();
                Add(place.Parent, second with { Node = moved });
                break;
        }
    }

    // Of the same key where the donor has it, so that a good part of what comes out can be run.
    private static YamlPlace PeerOf(YamlPlace place, IReadOnlyList<YamlPlace> donor, Chance chance)
    {
        YamlPlace[] peers = place.Key is YamlScalarNode key ? [.. donor.Where(other => other.Key is YamlScalarNode { Value: string name } && name == key.Value)] : [];
        return peers.Length > 0 && !chance.OneIn(4) ? chance.Pick(peers) : chance.Pick(donor);
    }

    private static void Add(YamlNode parent, YamlPlace added)
    {
        if (parent is YamlSequenceNode sequence)
        {
            sequence.Children.Add(YamlTree.CloneOf(added.Node));
        }
        else if (parent is YamlMappingNode mapping)
        {
            mapping.Children[added.Key is YamlScalarNode key ? new YamlScalarNode(key.Value) : new YamlScalarNode("added")] = YamlTree.CloneOf(added.Node);
        }
    }
}
