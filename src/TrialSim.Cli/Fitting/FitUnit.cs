using System.Globalization;
using System.Text.RegularExpressions;
using TrialSim.Model.Time;

namespace TrialSim.Cli.Fitting;

/// <summary>The unit in which fits are computed and printed.</summary>
/// <param name="Name">As the user writes it.</param>
/// <param name="Suffix">Of a duration of the scenario language.</param>
/// <param name="RateKey">Key of a rate of the scenario language.</param>
/// <param name="Days">Its length.</param>
internal sealed partial record FitUnit(string Name, string Suffix, string RateKey, double Days)
{
    /// <summary>The units that can be named.</summary>
    public static IReadOnlyList<FitUnit> All { get; } =
    [
        new("days", "d", "per_day", 1.0),
        new("weeks", "w", "per_week", DaysPer.Week),
        new("months", "mo", "per_month", DaysPer.Month),
        new("years", "y", "per_year", DaysPer.Year),
    ];

    /// <summary>The unit of this name.</summary>
    public static FitUnit Of(string name) => All.Single(unit => unit.Name == name);

    /// <summary>A duration such as 16mo in this unit; null where the text is none, or is not above 0.</summary>
    public double? Parse(string text)
    {
        Match match = Written().Match(text);
        if (!match.Success || !double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !(number > 0) || !double.IsFinite(number))
        {
            return null;
        }

        // A duration in this very unit keeps its digits.
        FitUnit written = All.Single(unit => unit.Suffix == match.Groups["unit"].Value);
        return written == this ? number : number * written.Days / Days;
    }

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)?)(?<unit>d|w|mo|y)\z")]
    private static partial Regex Written();
}
