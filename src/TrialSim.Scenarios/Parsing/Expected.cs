using System.Globalization;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>What to write, in words, for each type of value.</summary>
internal static class Expected
{
    /// <summary>With its article and, where there is one, its range.</summary>
    public static string Of(Type type, KeyAttribute key)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        Type[] arguments = type.GetGenericArguments();
        if (generic == typeof(OrNone<>))
        {
            return $"{Of(arguments[0], key)}, or the word {Names.None}";
        }

        if (generic == typeof(Listed<>))
        {
            return $"a list of {Plural(arguments[0])} in brackets, [{Example(arguments[0])}]";
        }

        if (generic == typeof(Named<>))
        {
            string noun = DocumentShape.IsDocument(arguments[0]) ? $"{DocumentShape.Of(arguments[0]).Noun}, " : string.Empty;
            return $"a mapping of names, each with {noun}{Of(arguments[0], key)}";
        }

        if (DocumentShape.IsDocument(type))
        {
            DocumentShape shape = DocumentShape.Of(type);
            string number = shape.Shorthand.Where(key => Nullable.GetUnderlyingType(key.Property.PropertyType) == typeof(double))
                .Select(key => $"{Quantity(typeof(double), key.Attribute)}, or ").FirstOrDefault(string.Empty);
            return $"{number}a mapping with keys from {Advice.List(KeyNames(shape))}";
        }

        return type.IsEnum ? Advice.OneOf(Words.AllOf(type))
            : type == typeof(bool) ? "true or false"
            : type == typeof(string) ? "a text"
            : type == typeof(AnyValue) ? "a value"
            : type == typeof(Amount) ? "a number, or a duration such as 16mo"
            : type == typeof(BoundShape) ? $"{BoundShape.ObrienFleming}, {BoundShape.Pocock}, or a number such as 0.25"
            : type == typeof(Window) ? "a window, such as 3d..14d, 6w ± 2w or 14d"
            : Quantity(type, key);
    }

    /// <summary>A number or duration, with its article and range.</summary>
    public static string Quantity(Type type, KeyAttribute key) =>
        type == typeof(Duration) ? $"a duration{Range(key, "d")}, such as {(key.Max <= 1 ? "8h" : "6w or 18mo")}"
        : key.Min == key.Max ? Text(key.Min)
        : type == typeof(double) || type == typeof(Number) ? $"a number{Range(key)}"
        : $"a whole number{Range(key)}";

    /// <summary>The keys that may be written, as a message lists them.</summary>
    public static IEnumerable<string> KeyNames(DocumentShape shape) =>
        shape.Keys.Select(key => key.Name).Concat(shape.OtherKeys.Select(_ => "or any name"));

    private static string Range(KeyAttribute key, string unit = "")
    {
        string Limit(double value) => value == 0 ? "0" : Text(value) + unit;
        bool hasMax = double.IsFinite(key.Max);
        bool hasBelow = double.IsFinite(key.Below);
        bool hasAbove = double.IsFinite(key.Above);
        bool hasMin = double.IsFinite(key.Min);
        string lower = hasAbove ? $" above {Limit(key.Above)}"
            : !hasMin ? string.Empty
            : hasMax ? $" from {Limit(key.Min)}" : $" of at least {Limit(key.Min)}";
        string upper = hasBelow ? $" below {Limit(key.Below)}"
            : !hasMax ? string.Empty
            : hasMin ? $" to {Limit(key.Max)}" : $" at most {Limit(key.Max)}";
        string joint = lower.Length > 0 && upper.Length > 0 && (hasBelow || hasAbove) ? " and" : string.Empty;
        return lower + joint + upper;
    }

    private static string Text(double value) => value.ToString("0.################", CultureInfo.InvariantCulture);

    private static string Plural(Type item)
    {
        item = Nullable.GetUnderlyingType(item) ?? item;
        return item == typeof(string) ? "names" : item == typeof(int) ? "whole numbers" : item == typeof(double) ? "numbers" : item == typeof(OrNone<Number>) ? "numbers or none" : item == typeof(AnyValue) ? "values" : "mappings";
    }

    private static string Example(Type item)
    {
        item = Nullable.GetUnderlyingType(item) ?? item;
        return item == typeof(string) ? "a, b" : item == typeof(int) ? "4, 6" : item == typeof(double) ? "800, 400" : item == typeof(OrNone<Number>) ? "0, 0.5" : item == typeof(AnyValue) ? "100, 150" : "{…}, {…}";
    }
}
