using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>The difference of two proportions, experimental minus control. Intervals of an empty arm are all of −1 to 1.</summary>
public static class RiskDifference
{
    /// <summary>The difference seen.</summary>
    /// <param name="counts">Both arms.</param>
    public static ProportionContrast Estimate(TwoArmCounts counts) => counts.IntervalReason == NotEstimable.None
        ? new ProportionContrast(counts.ExperimentalProportion - counts.ControlProportion, NotEstimable.None)
        : ProportionContrast.Without(counts.IntervalReason);

    /// <summary>Root of the sum of the two binomial variances, each at its own proportion; 0 when both are 0 or 1, or an arm is empty.</summary>
    /// <param name="counts">Both arms.</param>
    public static double StandardError(TwoArmCounts counts) => counts.IntervalReason == NotEstimable.None
        ? Math.Sqrt(
            (counts.ExperimentalProportion * (1.0 - counts.ExperimentalProportion) / counts.ExperimentalPatients)
            + (counts.ControlProportion * (1.0 - counts.ControlProportion) / counts.ControlPatients))
        : 0.0;

    /// <summary>Normal interval with the unpooled error, cut at −1 and 1. R's <c>prop.test(…, correct = FALSE)$conf.int</c>.</summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static Interval Wald(TwoArmCounts counts, double confidence)
    {
        double z = Normal.TwoSidedCriticalValue(confidence);
        if (counts.IntervalReason != NotEstimable.None)
        {
            return new Interval(-1.0, 1.0);
        }

        double difference = Estimate(counts).Estimate;
        double reach = z * StandardError(counts);
        return new Interval(Math.Max(-1.0, difference - reach), Math.Min(1.0, difference + reach));
    }

    /// <summary>Newcombe's hybrid of two Wilson intervals (1998, Statistics in Medicine 17:873, method 10).</summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static Interval Newcombe(TwoArmCounts counts, double confidence)
    {
        Require.InsideUnitInterval(confidence);
        if (counts.IntervalReason != NotEstimable.None)
        {
            return new Interval(-1.0, 1.0);
        }

        Interval control = Binomial.Wilson(counts.ControlResponders, counts.ControlPatients, confidence);
        Interval experimental = Binomial.Wilson(counts.ExperimentalResponders, counts.ExperimentalPatients, confidence);
        double difference = Estimate(counts).Estimate;
        return new Interval(
            difference - double.Hypot(counts.ExperimentalProportion - experimental.Lower, control.Upper - counts.ControlProportion),
            difference + double.Hypot(experimental.Upper - counts.ExperimentalProportion, counts.ControlProportion - control.Lower));
    }

    /// <summary>Miettinen and Nurminen's score interval (1985, Statistics in Medicine 4:213), with the variance times n/(n − 1).</summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static Interval MiettinenNurminen(TwoArmCounts counts, double confidence)
    {
        double z = Normal.TwoSidedCriticalValue(confidence);
        if (counts.IntervalReason != NotEstimable.None)
        {
            return new Interval(-1.0, 1.0);
        }

        double difference = Estimate(counts).Estimate;
        return new Interval(
            difference == -1.0 ? -1.0 : Bisection.RootOfFalling(d => Score(counts, d) - z, -1.0, difference),
            difference == 1.0 ? 1.0 : Bisection.RootOfFalling(d => Score(counts, d) + z, difference, 1.0));
    }

    /// <summary>
    /// Miettinen and Nurminen's score test that the difference is <paramref name="margin"/>: of superiority at 0, of non-inferiority
    /// below it. Z is positive when the experimental arm does better than the margin.
    /// </summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="margin">Strictly between −1 and 1, such as −0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is out of range.</exception>
    public static ProportionTestResult ScoreTest(TwoArmCounts counts, double margin) => Test(counts, margin, Math.Sqrt(SampleCorrection(counts)));

    /// <summary>
    /// Farrington and Manning's score test (1990, Statistics in Medicine 9:1447) that the difference is <paramref name="margin"/>: that of Miettinen and Nurminen
    /// without their n/(n − 1). Z is positive when the experimental arm does better than the margin. Allocates nothing.
    /// </summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="margin">Strictly between −1 and 1, such as −0.1 for non-inferiority.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is out of range.</exception>
    public static ProportionTestResult FarringtonManningTest(TwoArmCounts counts, double margin) => Test(counts, margin, 1.0);

    private static ProportionTestResult Test(TwoArmCounts counts, double margin, double errorFactor)
    {
        if (!(Math.Abs(margin) < 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "Must lie strictly between -1 and 1.");
        }

        NotEstimable reason = margin == 0.0 ? counts.TestReason : counts.IntervalReason;
        return reason == NotEstimable.None
            ? new ProportionTestResult(Distance(counts, margin) / errorFactor, NotEstimable.None)
            : ProportionTestResult.Without(reason);
    }

    private static double Score(TwoArmCounts counts, double difference) => Distance(counts, difference) / Math.Sqrt(SampleCorrection(counts));

    private static double SampleCorrection(TwoArmCounts counts) => counts.Patients / (counts.Patients - 1.0);

    private static double Distance(TwoArmCounts counts, double difference)
    {
        double distance = Estimate(counts).Estimate - difference;
        if (distance == 0.0)
        {
            return 0.0;
        }

        double control = Restricted(counts, difference);
        double experimental = Math.Clamp(control + difference, 0.0, 1.0);
        double variance = (experimental * (1.0 - experimental) / counts.ExperimentalPatients)
            + (control * (1.0 - control) / counts.ControlPatients);

        // Without variance the difference is impossible given the other arm, and the distance is infinitely far.
        return distance / Math.Sqrt(variance);
    }

    /// <summary>The control proportion of greatest likelihood when the experimental one is larger by the difference.</summary>
    private static double Restricted(TwoArmCounts counts, double difference) =>
        Bisection.RootOfFalling(new RestrictedSlope(counts, difference), Math.Max(0.0, -difference), Math.Min(1.0, 1.0 - difference));

    private readonly record struct RestrictedSlope(TwoArmCounts Counts, double Difference) : IIntegrand
    {
        public double At(double x) => Slope(Counts.ControlResponders, Counts.ControlPatients, x)
            + Slope(Counts.ExperimentalResponders, Counts.ExperimentalPatients, x + Difference);

        private static double Slope(double responders, double patients, double p) =>
            (responders == 0.0 ? 0.0 : responders / p) - (responders == patients ? 0.0 : (patients - responders) / (1.0 - p));
    }
}
