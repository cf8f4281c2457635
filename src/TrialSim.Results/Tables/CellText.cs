using System.Globalization;

namespace TrialSim.Results.Tables;

/// <summary>How values are written in a table: invariant culture, doubles that round-trip, empty for missing.</summary>
internal static class CellText
{
    public const string Missing = "";

    public static string Of(double value) => value switch
    {
        // R and pandas both read these.
        double.PositiveInfinity => "Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    public static string Of(double? value) => value is double number ? Of(number) : Missing;

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);
}
