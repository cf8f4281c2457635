using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>
/// The sample odds ratio, experimental over control. Intervals that the data cannot bound end at 0 or +∞. The conditional
/// estimate that R's <c>fisher.test</c> prints is <see cref="FisherExact.ConditionalOddsRatio"/>.
/// </summary>
public static class OddsRatio
{
    // Beyond exp(±60) no table that fits a computer tells odds apart.
    private const double LargestLog = 60.0;

    /// <summary>The cross product; 0 or +∞ with an empty cell, not estimable when nobody or everybody responded.</summary>
    /// <param name="counts">Both arms.</param>
    public static ProportionContrast Estimate(TwoArmCounts counts)
    {
        if (counts.TestReason != NotEstimable.None)
        {
            return ProportionContrast.Without(counts.TestReason);
        }

        double numerator = counts.ExperimentalResponders * (double)(counts.ControlPatients - counts.ControlResponders);
        double denominator = counts.ControlResponders * (double)(counts.ExperimentalPatients - counts.ExperimentalResponders);
        return new ProportionContrast(denominator == 0.0 ? double.PositiveInfinity : numerator / denominator, NotEstimable.None);
    }

    /// <summary>Standard error of the log odds ratio (Woolf): root of the sum of the cells' inverses; 0 with an empty cell.</summary>
    /// <param name="counts">Both arms.</param>
    public static double LogStandardError(TwoArmCounts counts) => HasEmptyCell(counts)
        ? 0.0
        : Math.Sqrt(
            (1.0 / counts.ExperimentalResponders) + (1.0 / (counts.ExperimentalPatients - counts.ExperimentalResponders))
            + (1.0 / counts.ControlResponders) + (1.0 / (counts.ControlPatients - counts.ControlResponders)));

    /// <summary>Normal interval on the log scale; from 0 to +∞ with an empty cell.</summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static Interval Log(TwoArmCounts counts, double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * LogStandardError(counts);
        double ratio = Estimate(counts).Estimate;
        return HasEmptyCell(counts)
            ? new Interval(0.0, double.PositiveInfinity)
            : new Interval(ratio * Math.Exp(-reach), ratio * Math.Exp(reach));
    }

    /// <summary>Miettinen and Nurminen's score interval (1985), with the variance times n/(n − 1).</summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static Interval MiettinenNurminen(TwoArmCounts counts, double confidence)
    {
        double z = Normal.TwoSidedCriticalValue(confidence);
        ProportionContrast estimate = Estimate(counts);
        if (!estimate.IsEstimable)
        {
            return new Interval(0.0, double.PositiveInfinity);
        }

        return new Interval(
            estimate.Estimate == 0.0 ? 0.0
                : Math.Exp(Bisection.RootOfFalling(log => Score(counts, Math.Exp(log)) - z, -LargestLog, LargestLog)),
            double.IsPositiveInfinity(estimate.Estimate) ? double.PositiveInfinity
                : Math.Exp(Bisection.RootOfFalling(log => Score(counts, Math.Exp(log)) + z, -LargestLog, LargestLog)));
    }

    private static double Score(TwoArmCounts counts, double ratio)
    {
        double n = counts.Patients;
        double responders = counts.Responders;
        double a = counts.ControlPatients * (ratio - 1.0);
        double b = (counts.ExperimentalPatients * ratio) + counts.ControlPatients - (responders * (ratio - 1.0));
        double root = Math.Sqrt((b * b) + (4.0 * a * responders));
        double control = b > 0.0 ? 2.0 * responders / (b + root) : (root - b) / (2.0 * a);
        double odds = ratio * control / (1.0 - control);
        double experimental = odds / (1.0 + odds);
        double information = (1.0 / (counts.ExperimentalPatients * experimental * (1.0 - experimental)))
            + (1.0 / (counts.ControlPatients * control * (1.0 - control)));
        double score = counts.ExperimentalResponders - (counts.ExperimentalPatients * experimental);

        // At extreme ratios a restricted proportion rounds to 0 or 1, and the score is as far from 0 as can be.
        return !double.IsFinite(information)
            ? (ratio < Estimate(counts).Estimate ? double.PositiveInfinity : double.NegativeInfinity)
            : score * Math.Sqrt(information * ((n - 1.0) / n));
    }

    private static bool HasEmptyCell(TwoArmCounts counts) =>
        counts.ControlResponders == 0 || counts.ControlResponders == counts.ControlPatients
        || counts.ExperimentalResponders == 0 || counts.ExperimentalResponders == counts.ExperimentalPatients;
}
