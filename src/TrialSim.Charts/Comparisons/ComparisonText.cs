using TrialSim.Results;
using TrialSim.Results.Comparisons;

namespace TrialSim.Charts.Comparisons;

/// <summary>Rows of a comparison in words.</summary>
public static class ComparisonText
{
    /// <summary>What is compared, such as <c>power of os_test at final</c>; of sweeps the cell before it.</summary>
    public static string NameOf(ComparisonSummary summary, ComparedRow row)
    {
        string[] about =
        [
            row.Row.Analysis.Length > 0 ? row.Row.Analysis : row.Row.Endpoint,
            row.Row.Arm,
            row.Row.Subject,
            row.Row.Look.Length > 0 ? $"at {row.Row.Look}" : "",
        ];
        string name = string.Join(", ", new[] { MeasureOf(summary, row) }.Concat(about.Where(part => part.Length > 0)));
        return row.Values.Count == 0 ? name : $"{string.Join(", ", summary.Keys.Zip(row.Values, (key, value) => $"{key.Split('.')[^1]}={value}"))}: {name}";
    }

    // What is rejected at one look of several is not the power of the test.
    private static string MeasureOf(ComparisonSummary summary, ComparedRow row) => row.Row.Measure switch
    {
        Measures.Power when summary.HasPowerOverLooks => "rejects",
        Measures.OverallPower => "power over all looks",
        Measures.TypeIError => "type I error",
        string measure => measure.Replace('_', ' '),
    };

    /// <summary>Such as <c>+0.0330 ± 0.0064</c>.</summary>
    public static string DifferenceOf(ComparedRow row, int decimals) => row.Difference is not double difference ? Figures.Blank
        : $"{(difference > 0 ? "+" : "")}{Figures.Number(difference, decimals)}{(row.Error is double error ? $" ± {Figures.Number(error, decimals)}" : "")}";

    /// <summary>Decimals that figures of a unit are shown with.</summary>
    public static int DecimalsOf(string unit) => unit switch
    {
        "probability" => 4,
        "ratio" => 3,
        _ => 2,
    };
}
