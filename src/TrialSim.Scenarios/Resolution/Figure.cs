using System.Globalization;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Numbers in messages.</summary>
internal static class Figure
{
    /// <summary>To six significant digits, without zeros at the end.</summary>
    public static string Of(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture);
}
