using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>
/// Tree to document: fills any document type from its attributes, reports everything that does not fit, and remembers where each
/// value stands. What could not be understood stays null.
/// </summary>
internal sealed class DocumentBinder(ProblemList problems)
{
    /// <summary>The document, as far as it could be understood.</summary>
    public T Bind<T>(MappingNode root)
        where T : class
    {
        problems.Source.Add(DocumentPath.Root, root.Mark);
        return (T)BindDocument(root, typeof(T), DocumentPath.Root);
    }

    private object? Bind(YamlNode node, Type type, KeyAttribute key, DocumentPath path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (node is RefusedNode)
        {
            return null;
        }

        if (node is ScalarNode { IsEmpty: true })
        {
            problems.Error(path, node.Mark, $"Nothing is written here. Write {Expected.Of(type, key)}.");
            return null;
        }

        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return generic == typeof(OrNone<>) ? BindOrNone(node, type, key, path)
            : generic == typeof(Listed<>) ? BindList(node, type, key, path)
            : generic == typeof(Named<>) ? BindNamed(node, type, key, path)
            : type == typeof(AnyValue) ? new AnyValue(node)
            : DocumentShape.IsDocument(type) ? BindDocumentOrShorthand(node, type, key, path)
            : node is ScalarNode scalar ? ScalarReader.Read(scalar, type, key, path, problems)
            : WrongKind(node, type, key, path);
    }

    private object? WrongKind(YamlNode node, Type type, KeyAttribute key, DocumentPath path)
    {
        string found = node switch
        {
            MappingNode => "A mapping stands here",
            SequenceNode => "A list stands here",
            ScalarNode scalar => $"{Advice.Quote(scalar.Text)} stands here",
            _ => "Something else stands here",
        };
        problems.Error(path, $"{found}. Write {Expected.Of(type, key)}.");
        return null;
    }

    private object? BindOrNone(YamlNode node, Type type, KeyAttribute key, DocumentPath path)
    {
        if (node is ScalarNode { Text: Names.None })
        {
            return Activator.CreateInstance(type, [null]);
        }

        Type inner = type.GetGenericArguments()[0];
        if (node is ScalarNode { IsEmpty: false } && DocumentShape.IsDocument(inner) && DocumentShape.Of(inner).Shorthand.IsEmpty)
        {
            return WrongKind(node, type, key, path);
        }

        object? value = Bind(node, inner, key, path);
        return value is null ? null : Activator.CreateInstance(type, value);
    }

    private object? BindList(YamlNode node, Type type, KeyAttribute key, DocumentPath path)
    {
        Type itemType = type.GetGenericArguments()[0];
        if (node is ScalarNode && key.AcceptsOne)
        {
            return Activator.CreateInstance(type, [new[] { Bind(node, itemType, key, path) }.AsEnumerable()]);
        }

        if (node is MappingNode && key.AcceptsOne && DocumentShape.IsDocument(itemType))
        {
            // What is in it is looked for as in a list of one.
            problems.Source.Add(path[0], node.Mark);
            return Activator.CreateInstance(type, [new[] { Bind(node, itemType, key, path[0]) }.AsEnumerable()]);
        }

        if (node is not SequenceNode sequence)
        {
            return WrongKind(node, type, key, path);
        }

        List<object?> items = [];
        foreach (YamlNode item in sequence.Items.Take(Limits.ListItems))
        {
            DocumentPath itemPath = path[items.Count];
            problems.Source.Add(itemPath, item.Mark);
            items.Add(Bind(item, itemType, key, itemPath));
        }

        CheckCount(sequence.Items.Length, key, path);
        return Activator.CreateInstance(type, [items.AsEnumerable()]);
    }

    private object? BindNamed(YamlNode node, Type type, KeyAttribute key, DocumentPath path)
    {
        if (node is not MappingNode mapping)
        {
            return WrongKind(node, type, key, path);
        }

        CheckCount(mapping.Entries.Length, key, path);
        return BindEntries(mapping.Entries, type, key, path);
    }

    private object? BindEntries(IEnumerable<MappingEntry> mapping, Type type, KeyAttribute key, DocumentPath path)
    {
        List<KeyValuePair<string, object?>> entries = [];
        foreach (MappingEntry entry in mapping.Take(Limits.ListItems))
        {
            if (!key.IsOfPaths && RefusedAsTooLong(entry, path))
            {
                continue;
            }

            DocumentPath entryPath = path.Key(entry.Key);
            problems.Source.Add(entryPath, entry.Place);
            if (key.DefinesNames && !Names.IsSnakeCase(entry.Key))
            {
                problems.Error(
                    entryPath,
                    entry.KeyMark,
                    $"{Advice.Quote(entry.Key)} is not a name. Write lower-case letters, digits and underscores, beginning with a letter.");
            }

            entries.Add(KeyValuePair.Create(entry.Key, Bind(entry.Value, type.GetGenericArguments()[0], key, entryPath)));
        }

        return Activator.CreateInstance(type, [entries.AsEnumerable()]);
    }

    private bool RefusedAsTooLong(MappingEntry entry, DocumentPath path)
    {
        bool isTooLong = entry.Key.Length > Limits.NameLength;
        if (isTooLong)
        {
            problems.Error(path.Key(entry.Key[..Limits.NameLength] + "…"), entry.KeyMark, $"This key has {entry.Key.Length} characters. Write at most {Limits.NameLength}.");
        }

        return isTooLong;
    }

    private void CheckCount(int count, KeyAttribute key, DocumentPath path)
    {
        string found = count == 0 ? "This is empty" : count == 1 ? "There is only one" : $"There are {count}";
        if (count < key.MinItems)
        {
            problems.Error(path, $"{found}. Write at least {key.MinItems}.");
        }
        else if (count > key.MaxItems)
        {
            problems.Error(path, $"{found}. Write at most {key.MaxItems}.");
        }
    }

    private object? BindDocumentOrShorthand(YamlNode node, Type type, KeyAttribute key, DocumentPath path)
    {
        if (node is MappingNode mapping)
        {
            return BindDocument(mapping, type, path);
        }

        DocumentShape shape = DocumentShape.Of(type);
        foreach (DocumentKey shorthand in shape.Shorthand)
        {
            Type shortType = shorthand.Property.PropertyType;
            bool isList = shortType.IsGenericType && shortType.GetGenericTypeDefinition() == typeof(Listed<>);
            if (node is SequenceNode ? isList : !isList || shorthand.Attribute.AcceptsOne)
            {
                object document = Activator.CreateInstance(type)!;
                shorthand.Property.SetValue(document, Bind(node, shortType, shorthand.Attribute, path));
                return document;
            }
        }

        return WrongKind(node, type, key, path);
    }

    private object BindDocument(MappingNode mapping, Type type, DocumentPath path)
    {
        DocumentShape shape = DocumentShape.Of(type);
        object document = Activator.CreateInstance(type)!;
        ImmutableArray<MappingEntry>.Builder others = ImmutableArray.CreateBuilder<MappingEntry>();
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (RefusedAsTooLong(entry, path))
            {
                continue;
            }

            DocumentPath keyPath = path.Key(entry.Key);
            problems.Source.Add(keyPath, entry.Place);
            DocumentKey? key = shape.Keys.FirstOrDefault(candidate => candidate.Name == entry.Key);
            if (key is not null)
            {
                key.Property.SetValue(document, Bind(entry.Value, key.Property.PropertyType, key.Attribute, keyPath));
            }
            else if (shape.OtherKeys.Length > 0 && entry.Value is not MappingNode)
            {
                others.Add(entry);
            }
            else
            {
                IEnumerable<string> names = shape.Keys.Select(candidate => candidate.Name);
                problems.Error(
                    keyPath,
                    entry.KeyMark,
                    $"{Advice.Quote(entry.Key)} is not a key here.{Advice.DidYouMean(entry.Key, names)} Keys allowed here: {Advice.List(Expected.KeyNames(shape))}.");
            }
        }

        foreach (DocumentKey key in shape.OtherKeys.Where(_ => others.Count > 0))
        {
            CheckCount(others.Count, key.Attribute, path);
            key.Property.SetValue(document, BindEntries(others, key.Property.PropertyType, key.Attribute, path));
        }

        ReportMissing(mapping, shape, path);
        return document;
    }

    private void ReportMissing(MappingNode mapping, DocumentShape shape, DocumentPath path)
    {
        // A misspelt key is reported as that, and not as missing too.
        IEnumerable<string> names = shape.Keys.Select(key => key.Name);
        HashSet<string> meant = [.. mapping.Entries.Select(entry => names.Contains(entry.Key) ? entry.Key : Advice.Nearest(entry.Key, names))];
        foreach (DocumentKey key in shape.Keys.Where(key => key.Attribute.IsRequired))
        {
            if (!meant.Contains(key.Name))
            {
                problems.Error(
                    path.Key(key.Name),
                    $"The key '{key.Name}' is missing. Write '{key.Name}:' with {Expected.Of(key.Property.PropertyType, key.Attribute)}.");
            }
        }
    }
}
