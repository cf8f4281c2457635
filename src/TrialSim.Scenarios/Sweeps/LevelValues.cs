using System.Globalization;
using System.Text.RegularExpressions;
using TrialSim.Model.Time;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Sweeps;

/// <summary>Values between two ends, written as a person would write them.</summary>
/// <param name="from">The first end.</param>
/// <param name="to">The other end, of the same kind: both are numbers or both durations.</param>
/// <param name="scale">How the values lie between them.</param>
/// <param name="rounding">Whether the key takes whole numbers.</param>
internal sealed partial class LevelValues(Amount from, Amount to, LevelScale scale, LevelRounding rounding)
{
    private const string SignificantDigits = "G12";

    private readonly string _unit = UnitOf(from, to);

    /// <summary>Whether values of this kind can lie between the ends.</summary>
    public static bool AreAlike(Amount from, Amount to) => from is Amount.Time == to is Amount.Time;

    /// <summary>The value at a share of the way from the first end to the other, 0…1.</summary>
    public ScalarNode At(double share, TextMark mark)
    {
        double perUnit = DaysPerUnit(_unit);
        double first = from.Figure / perUnit;
        double last = to.Figure / perUnit;
        double value = share switch
        {
            0.0 => first,
            1.0 => last,
            _ when scale == LevelScale.Log => Math.Exp(Math.Log(first) + (share * (Math.Log(last) - Math.Log(first)))),
            _ => first + (share * (last - first)),
        };
        value = rounding == LevelRounding.Whole
            ? Math.Round(value, MidpointRounding.AwayFromZero)
            : double.Parse(value.ToString(SignificantDigits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new ScalarNode(TextOf(value), ScalarStyle.Plain, mark);
    }

    // Durations, which a scenario holds to centuries, have no exponents.
    private string TextOf(double value) =>
        _unit.Length == 0 ? value.ToString("R", CultureInfo.InvariantCulture) : ((decimal)value).ToString("0.############", CultureInfo.InvariantCulture) + _unit;

    // Of two durations with the same unit that one, otherwise days.
    private static string UnitOf(Amount from, Amount to)
    {
        if (from is not Amount.Time first || to is not Amount.Time last)
        {
            return "";
        }

        string unit = Unit().Match(first.Duration.Text).Value;
        return unit.Length > 0 && unit == Unit().Match(last.Duration.Text).Value ? unit : "d";
    }

    private static double DaysPerUnit(string unit) => unit switch
    {
        "h" => DaysPer.Hour,
        "w" => DaysPer.Week,
        "mo" => DaysPer.Month,
        "y" => DaysPer.Year,
        _ => 1.0,
    };

    [GeneratedRegex("(h|d|w|mo|y)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
