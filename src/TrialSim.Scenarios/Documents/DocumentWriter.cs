using System.Collections;
using System.Globalization;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Documents;

/// <summary>Document to tree: writes any document type with its keys in the order of their declaration. The reverse of the binder.</summary>
internal static class DocumentWriter
{
    /// <summary>The tree of a document; keys that are not set are left out.</summary>
    public static YamlNode Write(object value) => value switch
    {
        string text => new ScalarNode(text, ScalarStyle.Quoted, TextMark.Start),
        Duration duration => Plain(duration.Text),
        Amount.Plain plain => Write(plain.Number),
        Amount.Time time => Write(time.Duration),
        Window window => Plain(window.Text),
        BoundShape shape => shape.Delta == 0.0 ? Plain(BoundShape.ObrienFleming) : shape.Delta == 0.5 ? Plain(BoundShape.Pocock) : Write(shape.Delta),
        bool truth => Plain(truth ? "true" : "false"),
        Enum word => Plain(Words.Of(word.ToString())),
        Number number => Write(number.Value),
        IFormattable number => Plain(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => WriteComposite(value),
    };

    private static ScalarNode Plain(string text) => new(text, ScalarStyle.Plain, TextMark.Start);

    private static YamlNode WriteComposite(object value)
    {
        Type type = value.GetType();
        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(OrNone<>))
        {
            object? inner = type.GetProperty(nameof(OrNone<>.Value))!.GetValue(value);
            return inner is null ? Plain(Names.None) : Write(inner);
        }

        if (generic == typeof(Listed<>))
        {
            IEnumerable items = (IEnumerable)type.GetProperty(nameof(Listed<>.Items))!.GetValue(value)!;
            return new SequenceNode([.. items.Cast<object>().Select(Write)], TextMark.Start);
        }

        return generic == typeof(Named<>) ? new MappingNode([.. Entries(value)], TextMark.Start) : WriteDocument(value, type);
    }

    private static IEnumerable<MappingEntry> Entries(object named)
    {
        foreach (object entry in (IEnumerable)named.GetType().GetProperty(nameof(Named<>.Entries))!.GetValue(named)!)
        {
            Type pair = entry.GetType();
            string name = (string)pair.GetProperty("Key")!.GetValue(entry)!;
            yield return new MappingEntry(name, TextMark.Start, Write(pair.GetProperty("Value")!.GetValue(entry)!));
        }
    }

    private static YamlNode WriteDocument(object document, Type type)
    {
        DocumentShape shape = DocumentShape.Of(type);
        foreach (DocumentKey shorthand in shape.Shorthand)
        {
            if (shorthand.Property.GetValue(document) is { } single)
            {
                return Write(single);
            }
        }

        IEnumerable<MappingEntry> own = shape.Keys
            .Select(key => (key.Name, Value: key.Property.GetValue(document)))
            .Where(key => key.Value is not null)
            .Select(key => new MappingEntry(key.Name, TextMark.Start, Write(key.Value!)));
        IEnumerable<MappingEntry> others = shape.OtherKeys
            .Select(key => key.Property.GetValue(document))
            .OfType<object>()
            .SelectMany(Entries);
        return new MappingNode([.. own, .. others], TextMark.Start);
    }
}
