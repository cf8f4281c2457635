using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Tests.Language;

/// <summary>What may be written at a key, in words, with links to what is told elsewhere on the page.</summary>
internal static class ValueWords
{
    /// <summary>The words: type, unit, range.</summary>
    public static string Of(Type type, KeyAttribute key)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
        {
            return OfGeneric(type.GetGenericTypeDefinition(), type.GetGenericArguments()[0], key);
        }

        return DocumentShape.IsDocument(type) ? Link(DocumentShape.Of(type))
            : type.IsEnum ? string.Join(", ", Words.AllOf(type).Select(word => $"`{word}`"))
            : type == typeof(bool) ? "`true` or `false`"
            : type == typeof(string) ? key.IsKebabCase ? "a name in kebab-case" : "a name or text"
            : type == typeof(AnyValue) ? "whatever the key takes"
            : type == typeof(Amount) ? "a number or a [time](#times-and-windows)"
            : type == typeof(BoundShape) ? $"`{BoundShape.ObrienFleming}`, `{BoundShape.Pocock}` or a number"
            : type == typeof(Window) ? "a [window](#times-and-windows)"
            : type == typeof(Duration) ? OfTime(key)
            : Expected.Quantity(type, key);
    }

    /// <summary>The link to the section of a type of document.</summary>
    public static string Link(DocumentShape shape) => $"[{shape.Noun}](#{Anchor(shape)})";

    /// <summary>Title of the section of a type of document.</summary>
    public static string Title(DocumentShape shape) => char.ToUpperInvariant(shape.Noun[0]) + shape.Noun[1..];

    private static string Anchor(DocumentShape shape) => shape.Noun.ToLowerInvariant().Replace(' ', '-');

    private static string OfTime(KeyAttribute key)
    {
        string words = Expected.Quantity(typeof(Duration), key);
        // The section on times has the examples.
        return words[..words.IndexOf(", such as", StringComparison.Ordinal)].Replace("a duration", "a [time](#times-and-windows)", StringComparison.Ordinal);
    }

    private static string OfGeneric(Type generic, Type argument, KeyAttribute key)
    {
        string one = Of(argument, key);
        if (generic == typeof(OrNone<>))
        {
            return $"{one}, or `none`";
        }

        string items = Items(key);
        return generic == typeof(Named<>) ? $"{(key.DefinesNames ? "names that you choose" : "names")}, each with {one}{items}"
            : key.AcceptsOne ? $"{one}, or a list of such{items}"
            : $"a list, each item {one}{items}";
    }

    private static string Items(KeyAttribute key) => (key.MinItems, key.MaxItems) switch
    {
        var (min, max) when min == max => $"; exactly {min}",
        ( > 1, Limits.ListItems) => $"; at least {key.MinItems}",
        ( <= 1, Limits.ListItems) => string.Empty,
        ( > 1, _) => $"; {key.MinItems} to {key.MaxItems}",
        _ => $"; at most {key.MaxItems}",
    };
}
