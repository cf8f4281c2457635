using System.Globalization;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Numbers in messages.</summary>
internal static class Figure
{
    private const double Countable = 1e9;

    /// <summary>To six significant digits, without zeros at the end.</summary>
    public static string Of(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A whole number; beyond what anybody counts, that it is more.</summary>
    public static string OfMany(double value) => value < Countable ? value.ToString("0", CultureInfo.InvariantCulture) : FormattableString.Invariant($"more than {Countable:0}");
}
