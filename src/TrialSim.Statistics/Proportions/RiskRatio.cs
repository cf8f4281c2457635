using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>The ratio of two proportions, experimental over control. Intervals that the data cannot bound end at 0 or +∞.</summary>
public static class RiskRatio
{
    // Beyond exp(±60) no table that fits a computer tells ratios apart.
    private const double LargestLog = 60.0;

    /// <summary>The ratio seen; +∞ without responders in the control arm, not estimable without any.</summary>
    /// <param name="counts">Both arms.</param>
    public static ProportionContrast Estimate(TwoArmCounts counts) =>
        counts.IntervalReason != NotEstimable.None ? ProportionContrast.Without(counts.IntervalReason)
        : counts.Responders == 0 ? ProportionContrast.Without(NotEstimable.NoEvents)
        : counts.ControlResponders == 0 ? new ProportionContrast(double.PositiveInfinity, NotEstimable.None)
        : new ProportionContrast(counts.ExperimentalProportion / counts.ControlProportion, NotEstimable.None);

    /// <summary>Standard error of the log ratio (Katz): √(1/xₑ − 1/nₑ + 1/x꜀ − 1/n꜀); 0 where an arm has no responder.</summary>
    /// <param name="counts">Both arms.</param>
    public static double LogStandardError(TwoArmCounts counts) => counts.ControlResponders == 0 || counts.ExperimentalResponders == 0
        ? 0.0
        : Math.Sqrt(
            ((1.0 - counts.ExperimentalProportion) / counts.ExperimentalResponders)
            + ((1.0 - counts.ControlProportion) / counts.ControlResponders));

    /// <summary>Normal interval on the log scale; from 0 to +∞ where an arm has no responder.</summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static Interval Log(TwoArmCounts counts, double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * LogStandardError(counts);
        double ratio = Estimate(counts).Estimate;
        return counts.ControlResponders == 0 || counts.ExperimentalResponders == 0
            ? new Interval(0.0, double.PositiveInfinity)
            : new Interval(ratio * Math.Exp(-reach), ratio * Math.Exp(reach));
    }

    /// <summary>Miettinen and Nurminen's score interval (1985), with the variance times n/(n − 1).</summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static Interval MiettinenNurminen(TwoArmCounts counts, double confidence)
    {
        double z = Normal.TwoSidedCriticalValue(confidence);
        if (!Estimate(counts).IsEstimable)
        {
            return new Interval(0.0, double.PositiveInfinity);
        }

        return new Interval(
            counts.ExperimentalResponders == 0 ? 0.0
                : Math.Exp(Bisection.RootOfFalling(log => Score(counts, Math.Exp(log)) - z, -LargestLog, LargestLog)),
            counts.ControlResponders == 0 ? double.PositiveInfinity
                : Math.Exp(Bisection.RootOfFalling(log => Score(counts, Math.Exp(log)) + z, -LargestLog, LargestLog)));
    }

    private static double Score(TwoArmCounts counts, double ratio)
    {
        double n = counts.Patients;
        double responders = counts.Responders;

        // The smaller root of n·φ·p² − b·p + x = 0, in the form that does not cancel.
        double b = (ratio * ((double)counts.ExperimentalPatients + counts.ControlResponders))
            + counts.ExperimentalResponders + counts.ControlPatients;
        double root = Math.Sqrt(Math.Max(0.0, (b * b) - (4.0 * n * ratio * responders)));
        double control = Math.Min(1.0, 2.0 * responders / (b + root));
        double experimental = Math.Min(1.0, ratio * control);
        double variance = (experimental * (1.0 - experimental) / counts.ExperimentalPatients)
            + (ratio * ratio * control * (1.0 - control) / counts.ControlPatients);
        double distance = counts.ExperimentalProportion - (ratio * counts.ControlProportion);
        return distance == 0.0 ? 0.0 : distance / Math.Sqrt(variance * (n / (n - 1.0)));
    }
}
