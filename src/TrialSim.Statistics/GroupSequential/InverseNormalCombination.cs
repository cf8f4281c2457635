using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.GroupSequential;

/// <summary>
/// Stages put together by the inverse normal method (Lehmacher and Wassmer, Biometrics 55, 1999): weights are fixed in advance, so the
/// stages may be redesigned at will. The result is judged by ordinary group-sequential bounds.
/// </summary>
public static class InverseNormalCombination
{
    /// <summary>Weights in proportion to the root of each stage's planned information, their squares summing to 1.</summary>
    /// <param name="stageInformation">Of each stage by itself, above 0.</param>
    public static double[] Weights(ReadOnlySpan<double> stageInformation)
    {
        double total = 0.0;
        foreach (double information in stageInformation)
        {
            total += Require.PositiveFinite(information, nameof(stageInformation));
        }

        double[] weights = new double[stageInformation.Length];
        for (int stage = 0; stage < weights.Length; stage++)
        {
            weights[stage] = Math.Sqrt(stageInformation[stage] / total);
        }

        return weights;
    }

    /// <summary>Z of all stages together: Σ w·Φ⁻¹(1 − p) over √Σ w². Positive when the experimental arm does better.</summary>
    /// <param name="weights">Of each stage, fixed in advance, above 0.</param>
    /// <param name="oneSidedPValues">Of each stage by itself, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, or there are no stages.</exception>
    public static double Z(ReadOnlySpan<double> weights, ReadOnlySpan<double> oneSidedPValues)
    {
        if (weights.Length == 0 || weights.Length != oneSidedPValues.Length)
        {
            throw new ArgumentException($"{weights.Length} weights and {oneSidedPValues.Length} p-values. Give one of each for each stage.", nameof(weights));
        }

        double sum = 0.0;
        double squares = 0.0;
        for (int stage = 0; stage < weights.Length; stage++)
        {
            double weight = Require.PositiveFinite(weights[stage], nameof(weights));
            sum -= weight * Normal.Quantile(Require.InsideUnitInterval(oneSidedPValues[stage], nameof(oneSidedPValues)));
            squares += weight * weight;
        }

        return sum / Math.Sqrt(squares);
    }
}
