using TrialSim.Results.Overview;

namespace TrialSim.Results.Comparisons;

/// <summary>What a reader of a comparison is shown.</summary>
/// <param name="FirstName">What the first results are called.</param>
/// <param name="SecondName">What the second are called.</param>
/// <param name="First">What the first results are.</param>
/// <param name="Second">What the second are.</param>
/// <param name="Keys">Of sweeps the varied keys; none of runs.</param>
/// <param name="Rows">The rows of <c>compare.csv</c>.</param>
public sealed record ComparisonSummary(string FirstName, string SecondName, Manifest First, Manifest Second, IReadOnlyList<string> Keys, IReadOnlyList<ComparedRow> Rows)
{
    private static readonly string[] Order =
    [
        Measures.OverallPower, Measures.Power, Measures.DisjunctivePower, Measures.ConjunctivePower, Measures.TypeIError, Measures.FamilyWiseError, Measures.HazardRatio, Measures.MedianSurvival, Measures.MilestoneSurvival,
        Measures.MilestoneDifference, Measures.RestrictedMean, Measures.RestrictedMeanDifference, Measures.Proportion, Measures.ProportionDifference, Measures.Mean, Measures.MeanDifference, Measures.CumulativeIncidence,
        Measures.StopProbability, Measures.TrialPatients, Measures.TrialEvents, Measures.TrialDuration, Measures.LookTime,
    ];

    /// <summary>Where the scenarios differ, with both values.</summary>
    public IReadOnlyList<(string Key, string First, string Second)> Scenarios { get; init; } = [];

    /// <summary>Of sweeps the names of those that have not kept what single replicates have shown.</summary>
    public IReadOnlyList<string> WithoutLog { get; init; } = [];

    /// <summary>Why differences have the errors that they have, in a sentence or two.</summary>
    public string Pairing => Keys.Count > 0 ? PairingOfSweeps
        : First.Seed != Second.Seed ? "The runs have different seeds: differences have the errors of independent figures. With the same seed both would have the same luck, and differences smaller errors."
        : Rows.All(row => row.Paired is null) ? "No figure could be paired by replicate: differences have the errors of independent figures."
        : "The runs have the same seed, and with it the same luck, replicate by replicate: differences of figures that replicates.csv holds have the errors of paired replicates, others those of independent figures, which are, as a rule, too large.";

    private string PairingOfSweeps => Rows.Any(row => row.Paired is not null)
        ? "Cells of the same values and seed share their luck, replicate by replicate: differences of figures that are means or shares over replicates have the errors of paired replicates, others those of independent figures, which are, as a rule, too large."
        : First.Seed != Second.Seed ? "The sweeps have different seeds: differences have the errors of independent figures. With the same seed, and --keep-log for both, cells of the same values would have the same luck, and differences smaller errors."
        : WithoutLog.Count > 0 ? $"What single replicates have shown was not kept with {string.Join(" and ", WithoutLog)}: differences have the errors of independent figures, which are, as a rule, too large for cells of one seed. 'trialsim sweep --keep-log' keeps it, and cells are then compared replicate by replicate."
        : "No two cells of the same values have the same seed: differences have the errors of independent figures. Without --independent cells would have the same luck, and differences smaller errors.";

    /// <summary>The rows that both have and a person would ask for first: powers and errors, estimates, then size and duration; no quantiles, and nothing that is fixed and the same in both.</summary>
    public IReadOnlyList<ComparedRow> Told =>
        [.. Rows.Where(row => row.Difference.HasValue && Order.Contains(row.Row.Measure) && !IsFixed(row) && !IsUnadjusted(row)).Select((row, index) => (row, index)).OrderBy(pair => Array.IndexOf(Order, pair.row.Row.Measure)).ThenBy(pair => pair.index).Select(pair => pair.row)];

    /// <summary>Whether the designs have a power over all looks, beside which what is rejected at a single look is none.</summary>
    public bool HasPowerOverLooks { get; } = Rows.Any(row => row.Row.Measure == Measures.OverallPower);

    // Which tests share no alpha over the looks follows from the design: one cell of a sweep tells it of all.
    private readonly HashSet<string> _unadjusted =
        Rows.Count == 0 ? [] : UnadjustedOf([.. Rows.Where(row => row.Values.SequenceEqual(Rows[0].Values)).Select(row => row.Row)]);

    private static HashSet<string> UnadjustedOf(IReadOnlyList<OperatingCharacteristic> rows) =>
        [.. rows.Where(row => row.Measure == Measures.Power && UnadjustedTests.Contains(row, rows)).Select(row => row.Analysis)];

    private bool IsUnadjusted(ComparedRow row) => row.Row.Measure == Measures.Power && _unadjusted.Contains(row.Row.Analysis);

    // What both designs fix alike is no finding.
    private static bool IsFixed(ComparedRow row) => row is { Difference: 0.0, First.MonteCarloStandardError: 0.0, Second.MonteCarloStandardError: 0.0 };

    /// <summary>How many rows the first results alone have.</summary>
    public int FirstAlone => Rows.Count(row => row.Second is null);

    /// <summary>How many rows the second results alone have.</summary>
    public int SecondAlone => Rows.Count(row => row.First is null);
}
