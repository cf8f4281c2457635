using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Forecasts;

/// <summary>Patients who are alike in every categorical covariate that matters.</summary>
/// <param name="Probability">Their share of all patients.</param>
/// <param name="State">The bits of their covariate levels.</param>
/// <param name="Stratum">The stratum they are in.</param>
internal readonly record struct PatientCell(double Probability, ulong State, int Stratum)
{
    /// <summary>Cells beyond which a forecast would take longer than a reader waits.</summary>
    public const int MaxCells = 256;

    /// <summary>All combinations of the levels of some covariates.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="covariates">Indices of categorical covariates, those of <paramref name="strata"/> among them.</param>
    /// <param name="strata">What the strata are made from.</param>
    public static ImmutableArray<PatientCell> Of(TrialTruth truth, IReadOnlyList<int> covariates, Stratification strata)
    {
        List<(double Probability, ImmutableArray<double> Values)> cells = [(1.0, [.. new double[truth.Covariates.Length]])];
        foreach (int covariate in covariates)
        {
            ImmutableArray<double> probabilities = ((CategoricalDistribution)truth.Covariates[covariate].Distribution).Probabilities;
            cells =
            [
                .. from cell in cells
                   from level in Enumerable.Range(0, probabilities.Length)
                   where probabilities[level] > 0.0
                   select (cell.Probability * probabilities[level], cell.Values.SetItem(covariate, level)),
            ];
        }

        return [.. cells.Select(cell => new PatientCell(cell.Probability, StateOf(truth, cell.Values), strata.StratumOf(cell.Values.AsSpan(), site: 0)))];
    }

    private static ulong StateOf(TrialTruth truth, ImmutableArray<double> values) => truth.StateBits.OfType<LevelBit>()
        .Where(bit => (int)values[bit.Covariate] == bit.Level).Aggregate(0UL, (state, bit) => state | bit.Mask);
}
