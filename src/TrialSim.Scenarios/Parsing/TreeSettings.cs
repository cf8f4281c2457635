using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Extension;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>
/// Puts values into a tree before it is bound, so that a setting is checked as if it had been written in the file. The place of everything it brings is the setting itself.
/// </summary>
internal sealed class TreeSettings(ProblemList problems)
{
    /// <summary>The tree with the settings in it, as far as they could be understood.</summary>
    public MappingNode Apply(MappingNode root, ImmutableArray<Setting> settings)
    {
        Dictionary<string, Setting> earlier = new(StringComparer.Ordinal);
        foreach (Setting setting in settings)
        {
            TextMark mark = new(0, 0, setting.ToString());
            if (earlier.TryGetValue(setting.Key, out Setting? other) && other.Value != setting.Value)
            {
                problems.Warning(DocumentPath.Root, mark, $"This counts, and not the {Advice.Quote(other.ToString())} before it: the key is set twice. Leave one of the two out.");
            }

            earlier[setting.Key] = setting;
            if (setting.Key == ExtendedTree.Key)
            {
                problems.Error(DocumentPath.Root.Key(setting.Key), mark, $"Which file a scenario extends stands in its own. Write '{ExtendedTree.Key}: {Advice.Printable(setting.Value)}' there.");
            }
            else if (setting.Key.Length == 0 || setting.Key.Split('.').Contains(string.Empty))
            {
                problems.Error(DocumentPath.Root, mark, "The key is empty. Write keys joined by dots, such as design.patients=200.");
            }
            else if (YamlTreeReader.TryReadValue(setting.Value, mark, problems, out YamlNode value))
            {
                root = Put(root, setting.Key, value, mark);
            }
        }

        return root;
    }

    /// <summary>The tree with one more value in it.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="key">Keys and numbers of list items that lead to the value, joined by dots.</param>
    /// <param name="value">The value.</param>
    /// <param name="mark">The place of the key.</param>
    public MappingNode Put(MappingNode root, string key, YamlNode value, TextMark mark) => (MappingNode)Set(root, typeof(ScenarioDocument), key, value, DocumentPath.Root, mark);

    /// <summary>What the value of a key is; null where that depends on how it is written, or where there is no such key.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="key">Keys and numbers of list items that lead to the value, joined by dots.</param>
    public static Type? TypeAt(MappingNode root, string key)
    {
        YamlNode? node = root;
        Type? type = typeof(ScenarioDocument);
        while (key.Length > 0 && type is not null)
        {
            string first = node is MappingNode mapping ? KeyOf(mapping, key) : FirstOf(key);
            key = key.Length > first.Length ? key[(first.Length + 1)..] : string.Empty;
            node = node switch
            {
                MappingNode own => own.Entries.FirstOrDefault(entry => entry.Key == first).Value,
                SequenceNode list => list.Items.FirstOrDefault(),
                _ => null,
            };
            type = IsGeneric(type, typeof(Listed<>)) ? type.GetGenericArguments()[0] : TypeOf(type, first);
            type = Unwrapped(type);
        }

        return type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
    }

    private YamlNode Set(YamlNode node, Type? type, string rest, YamlNode value, DocumentPath path, TextMark mark) =>
        rest.Length == 0 ? value : node switch
        {
            MappingNode mapping => SetKey(mapping, Unwrapped(type), rest, value, path, mark),
            SequenceNode list => SetItem(list, Unwrapped(type), rest, value, path, mark),
            ScalarNode { IsEmpty: true } => SetKey(new MappingNode([], mark), Unwrapped(type), rest, value, path, mark),
            ScalarNode scalar => Refuse(node, path, mark, $"{path} is {Advice.Quote(scalar.Text)}, and has no '{FirstOf(rest)}' of its own. Set {path} as a whole, such as --set '{path}={{…}}'."),
            _ => node, // Refused already.
        };

    private YamlNode SetKey(MappingNode mapping, Type? type, string rest, YamlNode value, DocumentPath path, TextMark mark)
    {
        string key = KeyOf(mapping, rest);
        string further = rest.Length > key.Length ? rest[(key.Length + 1)..] : string.Empty;
        int place = mapping.Entries.Select(entry => entry.Key).ToList().IndexOf(key);
        Type? valueType = TypeOf(type, key);
        if (place >= 0)
        {
            MappingEntry entry = mapping.Entries[place];
            YamlNode changed = Set(entry.Value, valueType, further, value, path.Key(key), mark);
            TextMark keyMark = ReferenceEquals(changed, value) ? mark : entry.KeyMark;
            return mapping with { Entries = mapping.Entries.SetItem(place, new MappingEntry(key, keyMark, changed)) };
        }

        if (further.Length > 0 && type is not null && IsGeneric(type, typeof(Named<>)))
        {
            IEnumerable<string> names = mapping.Entries.Select(entry => entry.Key);
            return Refuse(mapping, path, mark, $"There is no '{key}' in {path}.{Advice.DidYouMean(key, names)} It has {Advice.List(names)}.");
        }

        YamlNode created = Set(new MappingNode([], mark), valueType, further, value, path.Key(key), mark);
        return mapping with { Entries = mapping.Entries.Add(new MappingEntry(key, mark, created)) };
    }

    private YamlNode SetItem(SequenceNode list, Type? type, string rest, YamlNode value, DocumentPath path, TextMark mark)
    {
        string first = FirstOf(rest);
        string further = rest.Length > first.Length ? rest[(first.Length + 1)..] : string.Empty;
        if (!int.TryParse(first, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index) || index >= list.Items.Length || first != index.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            string has = list.Items.Length switch
            {
                0 => "it is empty. Set it as a whole",
                1 => "it has one item. Write 0 for it",
                _ => $"it has {list.Items.Length} items. Write a number from 0 to {list.Items.Length - 1}",
            };
            return Refuse(list, path, mark, $"'{first}' is no item of the list {path}; {has}.");
        }

        Type? itemType = type is not null && IsGeneric(type, typeof(Listed<>)) ? type.GetGenericArguments()[0] : null;
        return list with { Items = list.Items.SetItem(index, Set(list.Items[index], itemType, further, value, path[index], mark)) };
    }

    private YamlNode Refuse(YamlNode node, DocumentPath path, TextMark mark, string message)
    {
        problems.Error(path, mark, message);
        return node;
    }

    // A name may hold dots, as the shares of quantiles do: the longest that fits.
    private static string KeyOf(MappingNode mapping, string rest) =>
        mapping.Entries.Select(entry => entry.Key).Where(name => rest == name || rest.StartsWith(name + ".", StringComparison.Ordinal)).MaxBy(name => name.Length) ?? FirstOf(rest);

    private static string FirstOf(string rest) => rest.Split('.', 2)[0];

    private static Type? TypeOf(Type? type, string key) => type is null ? null
        : IsGeneric(type, typeof(Named<>)) ? type.GetGenericArguments()[0]
        : DocumentShape.IsDocument(type) ? DocumentShape.Of(type).Keys.FirstOrDefault(candidate => candidate.Name == key)?.Property.PropertyType
        : null;

    private static Type? Unwrapped(Type? type) => type is not null && IsGeneric(type, typeof(OrNone<>)) ? type.GetGenericArguments()[0] : type;

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
