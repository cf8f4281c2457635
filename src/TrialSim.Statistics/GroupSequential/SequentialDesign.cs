using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.GroupSequential;

/// <summary>Bounds together with the drift that gives them a wanted power, and what that costs.</summary>
/// <param name="Bounds">The bounds.</param>
/// <param name="Power">Probability of a claim at <paramref name="Drift"/>; stops at futility bounds count as lost, binding or not.</param>
/// <param name="Drift">Expected Z at information fraction 1 under the alternative. Divided by the effect and squared it is the maximum information.</param>
/// <param name="InflationFactor">Maximum information over that of a trial with one look, the same one-sided error and the same power.</param>
/// <param name="UnderNull">What the trial does without an effect.</param>
/// <param name="UnderAlternative">What it does at <paramref name="Drift"/>.</param>
public sealed record SequentialDesign(
    SequentialBounds Bounds,
    double Power,
    double Drift,
    double InflationFactor,
    CrossingProbabilities UnderNull,
    CrossingProbabilities UnderAlternative)
{
    private const double LargestDrift = 30.0;

    /// <summary>Expected information without an effect, over that of the trial with one look. gsDesign's <c>E{N}</c> for <c>n.fix = 1</c>.</summary>
    public double ExpectedInformationUnderNull => InflationFactor * UnderNull.ExpectedInformationFraction;

    /// <summary>Expected information under the alternative, over that of the trial with one look.</summary>
    public double ExpectedInformationUnderAlternative => InflationFactor * UnderAlternative.ExpectedInformationFraction;

    /// <summary>The drift at which given bounds have a power.</summary>
    /// <param name="bounds">Of the trial; the last look's information fraction is usually 1.</param>
    /// <param name="power">Strictly between the one-sided error and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Power is not above the error, or futility keeps the trial from ever reaching it.</exception>
    public static SequentialDesign ForPower(SequentialBounds bounds, double power)
    {
        double error = bounds.OneSidedError;
        Require.InsideUnitInterval(power);
        if (power <= error || bounds.CrossingAt(LargestDrift).TotalEfficacy <= power)
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, $"These bounds have one-sided error {error:G6}; no effect gives them this power.");
        }

        double drift = Root.Find(d => bounds.CrossingAt(d).TotalEfficacy - power, 0.0, LargestDrift);
        return Describe(bounds, power, drift, error);
    }

    /// <summary>
    /// Efficacy bounds from spending α and futility bounds from spending β, with the drift at which both meet at the last look: gsDesign's
    /// <c>test.type</c> 4 (non-binding) and 3 (binding). Power is 1 minus all of β.
    /// </summary>
    /// <param name="alpha">Spending of the one-sided α.</param>
    /// <param name="beta">Spending of β, the chance of missing the effect.</param>
    /// <param name="informationFractions">Above 0, strictly ascending, the last one 1.</param>
    /// <param name="rule">Whether the efficacy bounds take credit for the futility bounds.</param>
    /// <exception cref="ArgumentException">Fractions are out of order or do not end at 1.</exception>
    public static SequentialDesign FromSpending(
        Spending alpha, Spending beta, ReadOnlySpan<double> informationFractions, FutilityRule rule) =>
        PlanOf(alpha, beta, rule).ForPower(informationFractions, 1.0 - beta.Total);

    /// <summary>
    /// Bounds at the information that was observed, when the drift of the plan is kept: α and β are spent as planned, the last look
    /// decides at its efficacy bound. gsDesign's <c>gsDesign(n.I = …)</c> with <c>maxn.IPlan</c>.
    /// </summary>
    /// <param name="alpha">Spending of the one-sided α.</param>
    /// <param name="beta">Spending of β.</param>
    /// <param name="informationFractions">Observed, above 0, strictly ascending; of the planned maximum.</param>
    /// <param name="rule">Whether the efficacy bounds take credit for the futility bounds.</param>
    /// <param name="drift">Expected Z at the planned maximum, above 0.</param>
    public static SequentialBounds AtObservedInformation(
        Spending alpha, Spending beta, ReadOnlySpan<double> informationFractions, FutilityRule rule, double drift) =>
        PlanOf(alpha, beta, rule).BoundsAt(informationFractions, drift);

    /// <summary>Bounds at a drift that is known, such as that of a planned number of events; its power follows.</summary>
    /// <param name="bounds">Of the trial.</param>
    /// <param name="drift">Expected Z at information fraction 1 under the alternative, above 0.</param>
    public static SequentialDesign AtDrift(SequentialBounds bounds, double drift) =>
        Describe(bounds, bounds.CrossingAt(Require.PositiveFinite(drift)).TotalEfficacy, drift, bounds.OneSidedError);

    private static SequentialPlan PlanOf(Spending alpha, Spending beta, FutilityRule rule) =>
        new(EfficacyPlan.FromSpending(alpha, []), FutilityPlan.FromSpending(beta, []), rule);

    private static SequentialDesign Describe(SequentialBounds bounds, double power, double drift, double error)
    {
        double fixedDrift = Normal.Quantile(1.0 - error) + Normal.Quantile(power);
        return new SequentialDesign(
            bounds, power, drift, drift * drift / (fixedDrift * fixedDrift), bounds.CrossingAt(0.0), bounds.CrossingAt(drift));
    }
}
