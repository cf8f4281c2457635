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
        long x = counts.Responders;
        long rest = counts.Patients - x;
        double n = counts.Patients;
        long n0 = counts.ControlPatients;
        long n1 = counts.ExperimentalPatients;

        // Proportions and their complements each by themselves, since at extreme ratios they lie within rounding of 0 and 1.
        double responders0 = n0 * Restricted(x, n0, n1, ratio);
        double failures0 = n0 * Restricted(rest, n0, n1, 1.0 / ratio);
        double responders1 = n1 * Restricted(x, n1, n0, 1.0 / ratio);
        double failures1 = n1 * Restricted(rest, n1, n0, ratio);
        double score = counts.ExperimentalResponders == 0 ? -responders1
            : counts.ExperimentalResponders == n1 ? failures1
            : counts.ControlResponders == 0 ? responders0
            : counts.ControlResponders == n0 ? -failures0
            : counts.ExperimentalResponders - responders1;
        double information = (n1 / (responders1 * failures1)) + (n0 / (responders0 * failures0));
        return score * Math.Sqrt(information * ((n - 1.0) / n));
    }

    /// <summary>The proportion of greatest likelihood in one arm when the other arm's odds are larger by the ratio, given the sum of responders.</summary>
    private static double Restricted(double responders, double patients, double others, double ratio)
    {
        double b = (ratio * (others - responders)) + patients + responders;
        if (ratio > 1.0)
        {
            double a = patients * (ratio - 1.0);
            double root = Math.Sqrt((b * b) + (4.0 * a * responders));
            return b > 0.0 ? 2.0 * responders / (b + root) : (root - b) / (2.0 * a);
        }

        // The same discriminant as a sum of what is positive.
        double share = responders * (1.0 - ratio);
        double difference = patients - responders + (responders * ratio);
        double scaled = others * ratio;
        double sum = (scaled * scaled) + (2.0 * scaled * (patients + share)) + (difference * difference);
        return 2.0 * responders / (b + Math.Sqrt(sum));
    }

    private static bool HasEmptyCell(TwoArmCounts counts) =>
        counts.ControlResponders == 0 || counts.ControlResponders == counts.ControlPatients
        || counts.ExperimentalResponders == 0 || counts.ExperimentalResponders == counts.ExperimentalPatients;
}
