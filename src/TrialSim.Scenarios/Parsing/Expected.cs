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
            return $"a mapping of names, each with {Of(arguments[0], key)}";
        }

        if (DocumentShape.IsDocument(type))
        {
            DocumentShape shape = DocumentShape.Of(type);
            return $"{shape.Noun}: a mapping with keys from {Advice.List(KeyNames(shape))}";
        }

        return type.IsEnum ? $"one of {Advice.List(Words.AllOf(type))}"
            : type == typeof(bool) ? "true or false"
            : type == typeof(string) ? "a text"
            : Noun(type) + Range(key, type);
    }

    /// <summary>The keys that may be written, as a message lists them.</summary>
    public static IEnumerable<string> KeyNames(DocumentShape shape) =>
        shape.Keys.Select(key => key.Name).Concat(shape.OtherKeys.Select(_ => "any name"));

    /// <summary>The range with a leading space; empty when everything is allowed.</summary>
    public static string Range(KeyAttribute key, Type type)
    {
        double daysPerUnit = type == typeof(Duration) ? Model.Time.DaysPer.Year : 1.0;
        string suffix = type == typeof(Duration) ? "y" : string.Empty;
        string Text(double value) => (value / daysPerUnit).ToString("0.################", CultureInfo.InvariantCulture) + (value == 0.0 ? string.Empty : suffix);
        bool hasMaximum = double.IsFinite(key.Maximum);
        bool hasBelow = double.IsFinite(key.Below);
        string lower = double.IsFinite(key.Above) ? $" above {Text(key.Above)}"
            : !double.IsFinite(key.Minimum) ? string.Empty
            : hasMaximum ? $" from {Text(key.Minimum)}" : $" of at least {Text(key.Minimum)}";
        string upper = hasBelow ? $" below {Text(key.Below)}"
            : !hasMaximum ? string.Empty
            : double.IsFinite(key.Minimum) ? $" to {Text(key.Maximum)}" : $" at most {Text(key.Maximum)}";
        string joint = lower.Length > 0 && upper.Length > 0 && (hasBelow || double.IsFinite(key.Above)) ? " and" : string.Empty;
        return lower + joint + upper;
    }

    /// <summary>What a scalar of this type is called, with its article.</summary>
    public static string Noun(Type type) =>
        type == typeof(Duration) ? "a duration such as 6w or 18mo"
        : type == typeof(double) || type == typeof(Number) ? "a number"
        : "a whole number";

    private static string Plural(Type item)
    {
        item = Nullable.GetUnderlyingType(item) ?? item;
        return item == typeof(string) ? "names" : item == typeof(int) ? "whole numbers" : "mappings";
    }

    private static string Example(Type item)
    {
        item = Nullable.GetUnderlyingType(item) ?? item;
        return item == typeof(string) ? "a, b" : item == typeof(int) ? "4, 6" : "{…}, {…}";
    }
}
