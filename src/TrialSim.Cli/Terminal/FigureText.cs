using System.Globalization;
using TrialSim.Results;

namespace TrialSim.Cli.Terminal;

/// <summary>An operating characteristic as a person reads it: the estimate and its Monte Carlo standard error.</summary>
internal static class FigureText
{
    private const string Missing = "–";
    private const int MaxDecimals = 6;

    /// <summary><c>19.94 ± 0.18</c>; without an error where the figure is the same in every replicate.</summary>
    public static string Of(OperatingCharacteristic row)
    {
        if (row.Value is not double value)
        {
            return Missing;
        }

        if (row.MonteCarloStandardError is not double error)
        {
            return $"{Number(value, DecimalsOf(row))} ± ?";
        }

        if (error == 0 && row.Lower == row.Upper)
        {
            return value.ToString("0.####", CultureInfo.InvariantCulture);
        }

        int decimals = DecimalsOf(row);
        return $"{Number(value, decimals)} ± {Number(error, decimals)}";
    }

    /// <summary>The same with the 95 % Monte Carlo interval in brackets.</summary>
    public static string WithInterval(OperatingCharacteristic row) => row is { Value: not null, Lower: not null, Upper: not null }
        ? $"{Of(row)} ({Interval(row)})"
        : Of(row);

    /// <summary>The 95 % Monte Carlo interval alone, <c>19.6–20.3</c>; empty where there is none.</summary>
    public static string Interval(OperatingCharacteristic row) => row is { Value: not null, Lower: double lower, Upper: double upper }
        ? $"{Number(lower, DecimalsOf(row))}–{Number(upper, DecimalsOf(row))}"
        : "";

    /// <summary>The 2.5 % and 97.5 % quantiles of an estimate over replicates, <c>16.9 to 24.1</c>, or <c>not reached</c>.</summary>
    /// <param name="rows">Rows of the same look.</param>
    /// <param name="estimate">The row of the estimate's mean.</param>
    public static string Range(OperatingCharacteristic[] rows, OperatingCharacteristic estimate)
    {
        int decimals = estimate.Unit == "months" ? 1 : 2;
        string End(double probability) =>
            rows.First(row => row.Analysis == estimate.Analysis && row.Arm == estimate.Arm && row.Measure == Measures.QuantileOf(estimate.Measure, probability)).Value is double value
                ? Number(value, decimals)
                : "not reached";
        return estimate.Value is null ? "" : $"{End(Measures.Quantiles[0])} to {End(Measures.Quantiles[^1])}";
    }

    /// <summary>Another figure of the same quantity, with as many decimals as the first is shown with; empty where there is none.</summary>
    public static string Beside(OperatingCharacteristic row, double? figure) => figure is double value ? Number(value, DecimalsOf(row)) : "";

    /// <summary>A figure alone, with as many decimals as its unit usually has.</summary>
    public static string In(string unit, double value) => Number(value, UsualDecimals(unit));

    // More than usual where the error would otherwise read as none.
    private static int DecimalsOf(OperatingCharacteristic row)
    {
        int usual = UsualDecimals(row.Unit);
        return row.MonteCarloStandardError is double error and > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(error)), usual, MaxDecimals) : usual;
    }

    private static int UsualDecimals(string unit) => unit switch
    {
        "probability" => 4,
        "ratio" => 3,
        _ => 2,
    };

    private static string Number(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);
}
