using System.Globalization;
using TrialSim.Model.Time;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Cli.Fitting;

/// <summary>The unit in which fits are computed and printed.</summary>
/// <param name="Name">As the user writes it.</param>
/// <param name="Suffix">Of a duration of the scenario language.</param>
/// <param name="RateKey">Key of a rate of the scenario language.</param>
/// <param name="Days">Its length.</param>
internal sealed record FitUnit(string Name, string Suffix, string RateKey, double Days)
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
        if (!DurationText.TryDays(text, out double days) || !(days > 0) || !double.IsFinite(days))
        {
            return null;
        }

        // To days and back costs a last digit, so that 16mo would not be 16 months.
        return double.Parse((days / Days).ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
