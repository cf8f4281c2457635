namespace TrialSim.Statistics.GroupSequential;

/// <summary>
/// Inference after a group-sequential trial by the stagewise ordering (Tsiatis, Rosner and Mehta, Biometrics 40, 1984; Jennison and
/// Turnbull 2000, section 8.4): stopping for efficacy earlier is stronger evidence than later, at the same look the larger Z. Non-binding
/// futility bounds are left out of the calculation, as rpact does, which keeps the error.
/// </summary>
public static class StagewiseOrdering
{
    /// <summary>Probability, at a drift, of an outcome at least as strong as the one seen.</summary>
    /// <param name="bounds">Of the trial; looks after the one at which it stopped do not matter.</param>
    /// <param name="look">The look at which the trial stopped, from 0.</param>
    /// <param name="z">What it showed, finite.</param>
    /// <param name="drift">Expected Z at information fraction 1; 0 gives the p-value.</param>
    public static double UpperProbability(SequentialBounds bounds, int look, double z, double drift)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(look);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(look, bounds.Looks);
        Require.Finite(z);
        SequentialBounds holding = bounds.HoldingBounds();
        double[] information = holding.InformationFractions;
        SequentialDensity density = new(Require.Finite(drift));
        double above = 0.0;
        double below = 0.0;
        for (int earlier = 0; earlier < look; earlier++)
        {
            above += density.Above(holding.Efficacy[earlier], information[earlier]);
            below += density.Below(holding.Futility[earlier], information[earlier]);
            density.Continue(holding.Futility[earlier], holding.Efficacy[earlier], information[earlier], information[earlier + 1]);
        }

        // A stop for futility ranks below whatever goes on: count from the other end.
        return look < bounds.Looks - 1 && z <= holding.Futility[look]
            ? 1.0 - below - density.Below(z, information[look])
            : above + density.Above(z, information[look]);
    }

    /// <summary>p-value, median-unbiased estimate and confidence interval.</summary>
    /// <param name="bounds">Of the trial; looks after the one at which it stopped do not matter.</param>
    /// <param name="look">The look at which the trial stopped, from 0.</param>
    /// <param name="z">What it showed, finite.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static DriftEstimate Estimate(SequentialBounds bounds, int look, double z, double confidence)
    {
        double tail = 0.5 * (1.0 - Require.InsideUnitInterval(confidence));
        double root = Math.Sqrt(bounds.InformationFractions[look]);
        return new DriftEstimate(
            UpperProbability(bounds, look, z, 0.0), DriftWhere(0.5), new Interval(DriftWhere(tail), DriftWhere(1.0 - tail)));

        double DriftWhere(double probability) =>
            Root.FindRising(drift => UpperProbability(bounds, look, z, drift) - probability, z / root, 4.0 / root);
    }
}
