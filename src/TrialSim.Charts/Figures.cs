using System.Globalization;
using TrialSim.Results;
using TrialSim.Results.Sweeps;

namespace TrialSim.Charts;

/// <summary>Numbers as a person reads them.</summary>
internal static class Figures
{
    private const int MaxDecimals = 4;

    /// <summary>Stands where a table has nothing to say.</summary>
    public const string Blank = "–";

    /// <summary>
    /// For example <c>0.881 ± 0.003 (0.875–0.887)</c>: the estimate, its Monte Carlo standard error and its 95 % interval, with decimals enough to show
    /// the error; then, on a line of its own, how many replicates could not give it.
    /// </summary>
    public static string Estimate(OperatingCharacteristic row)
    {
        string interval = IntervalOf(row);
        return EstimateAndError(row) + (interval.Length > 0 ? $" ({interval})" : "") + NotEstimableNote(row);
    }

    /// <summary>The same as <see cref="Estimate"/> for a narrow column: the interval is on a line of its own, without brackets.</summary>
    public static string Stacked(OperatingCharacteristic row)
    {
        string interval = IntervalOf(row);
        return EstimateAndError(row) + (interval.Length > 0 ? $"\n{interval}" : "") + NotEstimableNote(row);
    }

    /// <summary>For example <c>0.881 (0.875–0.887)</c>.</summary>
    public static string Short(OperatingCharacteristic row)
    {
        int decimals = DecimalsOf(row);
        return (row.Value, row.Lower, row.Upper) switch
        {
            (double value, double lower, double upper) => $"{Number(value, decimals)} ({Interval(lower, upper, decimals)})",
            (double value, _, _) => Number(value, decimals),
            _ => IsNotReached(row) ? "not reached" : "not estimable",
        };
    }

    /// <summary>Another figure of the same quantity, with as many decimals as the first is shown with.</summary>
    public static string Beside(OperatingCharacteristic row, double figure) => Number(figure, DecimalsOf(row));

    /// <summary>A minus sign for negatives, no thousands separator, a fixed count of decimals.</summary>
    public static string Number(double value, int decimals)
    {
        double rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        string digits = Math.Abs(rounded).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        return rounded < 0 ? $"−{digits}" : digits;
    }

    /// <summary>A count with a comma between thousands.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>For example <c>200 simulated trials</c>.</summary>
    public static string Trials(long count) => count == 1 ? "1 simulated trial" : $"{Count(count)} simulated trials";

    /// <summary>For example <c>12 cells of 200 simulated trials</c>.</summary>
    public static string Cells(SweepSummary summary) => $"{(summary.Count == 1 ? "1 cell" : $"{Count(summary.Count)} cells")} of {Trials(summary.Manifest.Replicates)}";

    /// <summary>For example <c>450 patients</c>.</summary>
    public static string Patients(long count) => count == 1 ? "1 patient" : $"{Count(count)} patients";

    /// <summary>An en dash between the ends, or <c>to</c> where an end is negative.</summary>
    public static string Interval(double lower, double upper, int decimals) =>
        lower < 0 ? $"{Number(lower, decimals)} to {Number(upper, decimals)}" : $"{Number(lower, decimals)}–{Number(upper, decimals)}";

    /// <summary>For example <c>15.7–25.1</c>: two quantiles over replicates, <c>not reached</c> where one has no value.</summary>
    public static string Range(OperatingCharacteristic lower, OperatingCharacteristic upper)
    {
        int decimals = lower.Unit == "months" ? 1 : 2;
        return (lower.Value, upper.Value) switch
        {
            (double low, double high) => Interval(low, high, decimals),
            (double low, null) => $"{Number(low, decimals)} to not reached",
            _ => "not reached",
        };
    }

    /// <summary>An error of 0 is left out: it says that all replicates agreed, which is not yet certainty; the interval tells the rest.</summary>
    public static string EstimateAndError(OperatingCharacteristic row)
    {
        if (row.Value is not double value)
        {
            return IsNotReached(row) ? "not reached" : "not estimable";
        }

        if (IsTheSameInEveryReplicate(row))
        {
            return value.ToString("#,0.####", CultureInfo.InvariantCulture);
        }

        int decimals = DecimalsOf(row);
        return Number(value, decimals) + (row.MonteCarloStandardError is double error and > 0 ? $" ± {Number(error, decimals)}" : "");
    }

    /// <summary>The unit's usual decimals, or more where the error, or the interval where the error is 0, would otherwise read as zero.</summary>
    private static int DecimalsOf(OperatingCharacteristic row)
    {
        int usual = row.Unit switch
        {
            "months" or "events" or "patients" => 1,
            "z" => 2,
            _ => 3,
        };
        double spread = row.MonteCarloStandardError is double error and > 0 ? error : (row.Upper - row.Lower) / 4 ?? 0;
        return spread > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(spread)), usual, MaxDecimals) : usual;
    }

    /// <summary>How many replicates could not give the figure, as a note; empty where all could.</summary>
    private static string NotEstimableNote(OperatingCharacteristic row) => row switch
    {
        { Value: null } when IsNotReached(row) => "",
        { Value: null, NotEstimable: 0 } => "",
        { Value: null } => $"\nin any of {Count(row.NotEstimable)} replicates",
        { NotEstimable: 0 } => "",
        // A test that could not be done has not rejected: such replicates count in its power.
        { Measure: Measures.Power or Measures.PowerForBenefit } => $"\nnot estimable in {Count(row.NotEstimable)} of {Count(row.Replicates)} replicates",
        _ => $"\nnot estimable in {Count(row.NotEstimable)} of {Count(row.Replicates + row.NotEstimable)} replicates",
    };

    // A quantile that lies among the trials which have no value: all of them were asked.
    private static bool IsNotReached(OperatingCharacteristic row) => row is { Value: null, NotEstimable: 0, Replicates: > 0 };

    private static string IntervalOf(OperatingCharacteristic row) =>
        row.Lower is double lower && row.Upper is double upper && !IsTheSameInEveryReplicate(row) ? Interval(lower, upper, DecimalsOf(row)) : "";

    private static bool IsTheSameInEveryReplicate(OperatingCharacteristic row) =>
        row.MonteCarloStandardError == 0 && row.Lower == row.Value && row.Upper == row.Value;
}
