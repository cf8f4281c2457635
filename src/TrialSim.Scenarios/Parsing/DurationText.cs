using System.Globalization;
using System.Text.RegularExpressions;
using TrialSim.Model.Time;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>Durations as text, in scenarios and on the command line: a number and a unit, or ISO 8601.</summary>
public static partial class DurationText
{
    /// <summary>Regular expression of everything that <see cref="TryParse"/> accepts, for the schema.</summary>
    public const string Pattern =
        @"^(\d+(\.\d+)?(h|d|w|mo|y)|P(?=\d|T\d)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T\d+(\.\d+)?H)?)$";

    // Nobody means a number with more digits.
    private const int LongestGuess = 12;

    private static readonly (string Group, double Days)[] IsoParts =
    [
        ("y", DaysPer.Year), ("m", DaysPer.Month), ("w", DaysPer.Week), ("d", 1.0), ("h", DaysPer.Hour),
    ];

    /// <summary>The days of a duration, negative ones included so that the message can be about the sign.</summary>
    /// <param name="text">Such as <c>18mo</c>.</param>
    /// <param name="days">0 where the text is none.</param>
    public static bool TryDays(string text, out double days)
    {
        bool isDuration = TryParse(text, out Duration duration);
        days = duration.Days;
        return isDuration;
    }

    /// <summary>A duration, negative ones included so that the message can be about the sign.</summary>
    internal static bool TryParse(string text, out Duration duration)
    {
        Match plain = PlainForm().Match(text);
        if (plain.Success)
        {
            double perUnit = plain.Groups["unit"].ValueSpan switch
            {
                "h" => DaysPer.Hour,
                "d" => 1.0,
                "w" => DaysPer.Week,
                "mo" => DaysPer.Month,
                _ => DaysPer.Year,
            };
            duration = new Duration(Number(plain.Groups["number"]) * perUnit, text);
            return true;
        }

        Match iso = IsoForm().Match(text);
        duration = iso.Success
            ? new Duration(IsoParts.Sum(part => iso.Groups[part.Group].Success ? Number(iso.Groups[part.Group]) * part.Days : 0.0), text)
            : Duration.Zero;
        return iso.Success;
    }

    /// <summary>Why a text is no duration and what to write.</summary>
    public static string Message(string text)
    {
        Match nearly = NearlyForm().Match(text);
        string unit = !nearly.Success ? string.Empty : nearly.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "" or "M" or "MON" or "MONTH" or "MONTHS" or "MOS" or "MO" => "mo",
            "HOUR" or "HOURS" or "HR" or "HRS" or "H" => "h",
            "DAY" or "DAYS" or "D" => "d",
            "WEEK" or "WEEKS" or "WK" or "WKS" or "W" => "w",
            "YEAR" or "YEARS" or "YR" or "YRS" or "Y" => "y",
            _ => string.Empty,
        };
        string guess = unit.Length == 0 || nearly.Groups["number"].Length > LongestGuess ? string.Empty : $" Did you mean {nearly.Groups["number"].Value.Replace(',', '.')}{unit}?";
        return $"{Advice.Quote(text)} is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W).{guess}";
    }

    private static double Number(Capture group) => double.Parse(group.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<number>-?[0-9]+(\.[0-9]+)?)(?<unit>h|d|w|mo|y)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainForm();

    [GeneratedRegex(
        @"^P(?=[0-9]|T[0-9])((?<y>[0-9]+(\.[0-9]+)?)Y)?((?<m>[0-9]+(\.[0-9]+)?)M)?((?<w>[0-9]+(\.[0-9]+)?)W)?((?<d>[0-9]+(\.[0-9]+)?)D)?(T(?<h>[0-9]+(\.[0-9]+)?)H)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"^\s*(?<number>[0-9]+([.,][0-9]+)?)\s*(?<unit>[A-Za-z]*)\.?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NearlyForm();
}
