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
        AnyValue any => any.Node,
        bool truth => Plain(truth ? "true" : "false"),
        Enum word => Plain(Words.Of(word.ToString())),
        Number number => Write(number.Value),
        IFormattable number => Plain(number.ToString(null, CultureInfo.InvariantCulture)),
        IDocumentOption option => option.Inner is { } inner ? Write(inner) : Plain(Names.None),
        IDocumentList list => new SequenceNode([.. list.Values.Select(item => Write(item!))], TextMark.Start),
        IDocumentMapping mapping => new MappingNode([.. Entries(mapping)], TextMark.Start),
        _ => WriteDocument(value),
    };

    private static ScalarNode Plain(string text) => new(text, ScalarStyle.Plain, TextMark.Start);

    private static IEnumerable<MappingEntry> Entries(IDocumentMapping mapping) =>
        mapping.Values.Select(entry => new MappingEntry(entry.Key, TextMark.Start, Write(entry.Value!)));

    private static YamlNode WriteDocument(object document)
    {
        DocumentShape shape = DocumentShape.Of(document.GetType());
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
            .OfType<IDocumentMapping>()
            .SelectMany(Entries);
        return new MappingNode([.. own, .. others], TextMark.Start);
    }
}
