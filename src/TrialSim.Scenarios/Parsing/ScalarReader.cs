using System.Globalization;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>Single values: numbers, words, durations, texts.</summary>
internal static class ScalarReader
{
    /// <summary>The value, or null with the reason reported.</summary>
    /// <param name="scalar">What was written.</param>
    /// <param name="type">Type of the value; not nullable.</param>
    /// <param name="key">Its limits.</param>
    /// <param name="path">Where it belongs.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static object? Read(ScalarNode scalar, Type type, KeyAttribute key, DocumentPath path, ProblemList problems)
    {
        string message = string.Empty;
        object? value = type == typeof(string) ? ReadText(scalar.Text, key, ref message)
            : type == typeof(Duration) ? ReadDuration(scalar.Text, key, ref message)
            : type == typeof(Window) ? ReadWindow(scalar.Text, ref message)
            : type == typeof(Amount) ? ReadAmount(scalar, key, ref message)
            : type == typeof(BoundShape) ? ReadShape(scalar, key, ref message)
            : type == typeof(bool) ? ReadTruth(scalar, ref message)
            : type.IsEnum ? ReadWord(scalar.Text, type, ref message)
            : ReadNumber(scalar, type, key, ref message);
        if (message.Length > 0)
        {
            problems.Error(path, scalar.Mark, message);
            return null;
        }

        return value;
    }

    private static string ReadText(string text, KeyAttribute key, ref string message)
    {
        if (key.IsKebabCase && !Names.IsKebabCase(text))
        {
            message = $"{Advice.Quote(text)} is not a name of this kind. Write lower-case letters, digits and single hyphens, such as three-arm-tace.";
        }
        else if (key.IsKebabCase && text.Length > Limits.ScenarioNameLength)
        {
            message = $"This name has {text.Length} characters. Write at most {Limits.ScenarioNameLength}.";
        }

        return text;
    }

    private static Duration ReadDuration(string text, KeyAttribute key, ref string message)
    {
        if (!DurationText.TryParse(text, out Duration duration))
        {
            message = DurationText.Message(text);
        }
        else if (!key.Allows(duration.Days))
        {
            message = OutOfRange(text, key, typeof(Duration));
        }
        else if (duration.Days > Limits.Years * Model.Time.DaysPer.Year)
        {
            message = $"{Advice.Quote(text)} is longer than {Limits.Years} years. Write a shorter duration.";
        }

        return duration;
    }

    private static Amount? ReadAmount(ScalarNode scalar, KeyAttribute key, ref string message)
    {
        if (DurationText.TryParse(scalar.Text, out _))
        {
            return new Amount.Time(ReadDuration(scalar.Text, key, ref message));
        }

        if (ReadNumber(scalar, typeof(double), key, ref message) is double number)
        {
            return new Amount.Plain(number);
        }

        message = scalar.Text.AsSpan().ContainsAnyInRange('a', 'z') ? $"{Advice.Quote(scalar.Text)} is neither a number nor a duration. Write a number, or a duration such as 16mo for a time." : message;
        return null;
    }

    private static Window ReadWindow(string text, ref string message)
    {
        if (!WindowText.TryParse(text, out Window window))
        {
            message = DurationText.TryParse(text, out _) ? $"{Advice.Quote(text)} cannot be used here. Write it as a number and a unit, such as 14d." : WindowText.Message(text);
        }
        else if (window.Days.EarliestDays < 0)
        {
            message = $"{Advice.Quote(text)} begins before day 0. Write a margin that is no longer than the duration before it.";
        }
        else if (window.Days.LatestDays < window.Days.EarliestDays)
        {
            message = $"{Advice.Quote(text)} ends before it begins. Write the shorter duration first.";
        }
        else if (window.Days.LatestDays > Limits.Years * Model.Time.DaysPer.Year)
        {
            message = $"{Advice.Quote(text)} is longer than {Limits.Years} years. Write shorter durations.";
        }

        return window;
    }

    private static BoundShape? ReadShape(ScalarNode scalar, KeyAttribute key, ref string message)
    {
        string[] words = [BoundShape.ObrienFleming, BoundShape.Pocock];
        if (words.Contains(scalar.Text))
        {
            return new BoundShape(scalar.Text == BoundShape.Pocock ? 0.5 : 0.0);
        }

        if (ReadNumber(scalar, typeof(double), key, ref message) is double delta)
        {
            return new BoundShape(delta);
        }

        message = scalar.Text.AsSpan().ContainsAnyInRange('a', 'z')
            ? $"{Advice.Quote(scalar.Text)} is not known here.{Advice.DidYouMean(scalar.Text, words)} Write {Advice.OneOf(words)}, or a number such as 0.25."
            : message;
        return null;
    }

    private static object? ReadTruth(ScalarNode scalar, ref string message)
    {
        if (scalar.Style == ScalarStyle.Plain && scalar.Text is "true" or "false")
        {
            return scalar.Text == "true";
        }

        message = $"{Advice.Quote(scalar.Text)} is neither true nor false. Write true or false.";
        return null;
    }

    private static object? ReadWord(string text, Type type, ref string message)
    {
        string[] words = Words.AllOf(type);
        int index = Array.IndexOf(words, text);
        if (index >= 0)
        {
            return Enum.Parse(type, Enum.GetNames(type)[index]);
        }

        message = $"{Advice.Quote(text)} is not known here.{Advice.DidYouMean(text, words)} Write {Advice.OneOf(words)}.";
        return null;
    }

    private static object? ReadNumber(ScalarNode scalar, Type type, KeyAttribute key, ref string message)
    {
        string text = scalar.Text;
        if (scalar.Style == ScalarStyle.Quoted)
        {
            message = $"{Advice.Quote(text)} stands in quotation marks, which makes it a text. Write {Expected.Quantity(type, key)} without quotation marks.";
            return null;
        }

        return type == typeof(double) ? ReadDouble(text, key, ref message)
            : type == typeof(Number) ? new Number(ReadDouble(text, key, ref message) ?? 0.0)
            : ReadWhole(text, type, key, ref message);
    }

    private static double? ReadDouble(string text, KeyAttribute key, ref string message)
    {
        const NumberStyles Allowed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Allowed, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            message = $"{Advice.Quote(text)} is not a number. Write {Expected.Quantity(typeof(double), key)}.{Percent(text)}";
            return null;
        }

        if (!key.Allows(number))
        {
            message = OutOfRange(text, key, typeof(double));
            return null;
        }

        return number;
    }

    private static object? ReadWhole(string text, Type type, KeyAttribute key, ref string message)
    {
        if (type == typeof(ulong))
        {
            if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
            {
                return seed;
            }

            message = $"{Advice.Quote(text)} is not a seed. Write a whole number from 0 to {ulong.MaxValue}.";
            return null;
        }

        if (text is "" or "-" || text.AsSpan(text[0] == '-' ? 1 : 0).ContainsAnyExceptInRange('0', '9'))
        {
            message = $"{Advice.Quote(text)} is not a whole number. Write {Expected.Quantity(type, key)}, in digits only.";
            return null;
        }

        // Anything that overflows is far outside every range.
        bool fits = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            && (type == typeof(long) || number is >= int.MinValue and <= int.MaxValue)
            && key.Allows(number);
        if (!fits)
        {
            message = OutOfRange(text, key, type);
            return null;
        }

        return type == typeof(int) ? (object)(int)number : number;
    }

    private static string OutOfRange(string text, KeyAttribute key, Type type) =>
        $"{Advice.Quote(text)} is out of range. Write {Expected.Quantity(type, key)}.";

    private static string Percent(string text)
    {
        string digits = text.TrimEnd('%', ' ').Replace(',', '.');
        bool isNumber = double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && digits.Length < 12;
        return !isNumber ? string.Empty
            : text.EndsWith('%') ? $" Did you mean {(number / 100.0).ToString("0.########", CultureInfo.InvariantCulture)}?"
            : $" Did you mean {digits}?";
    }
}
