namespace TrialSim.Results.Overview;

/// <summary>
/// Tests that reject at all of their alpha at each look, beside a test of the same comparison that has bounds over the looks: what they reject is no power of the design. They are told for their estimates.
/// </summary>
public static class UnadjustedTests
{
    /// <summary>What stands instead of a share of rejections.</summary>
    public const string Word = "unadjusted";

    /// <summary>What the word means.</summary>
    public const string Meaning =
        "The test does not share the alpha over the looks, as another test of the same comparison does: read its estimate. How often it rejects is in operating-characteristics.csv.";

    /// <summary>Whether the analysis of a row is such a test.</summary>
    /// <param name="row">A row of the analysis at a look.</param>
    /// <param name="rows">All operating characteristics of a run.</param>
    public static bool Contains(OperatingCharacteristic row, IReadOnlyList<OperatingCharacteristic> rows) =>
        row.Analysis.Length > 0
        && !rows.Any(other => other.Analysis == row.Analysis && IsOverLooks(other))
        && rows.Any(other => other.Measure == Measures.CumulativePower && other.Analysis != row.Analysis && other.Endpoint == row.Endpoint && other.Arm == row.Arm);

    private static bool IsOverLooks(OperatingCharacteristic row) => row.Measure is Measures.OverallPower or Measures.CumulativePower;
}
