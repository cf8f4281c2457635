namespace TrialSim.Statistics.Proportions;

/// <summary>A comparison of two proportions whose power is summed over all outcomes.</summary>
/// <param name="ControlPatients">In the control arm.</param>
/// <param name="ExperimentalPatients">In the experimental arm.</param>
/// <param name="Power">Exact probability of rejecting; 0 without a design.</param>
/// <param name="Reason"><see cref="NotEstimable.NoDesign"/> where no total within the limit will do.</param>
public readonly record struct ExactTwoArmDesign(int ControlPatients, int ExperimentalPatients, double Power, NotEstimable Reason)
{
    /// <summary>Patients in both arms.</summary>
    public int Patients => ControlPatients + ExperimentalPatients;

    /// <summary>
    /// The smallest total with a power that the next totals have too. Power is a saw-tooth in the total, so a trial that loses or gains a patient may miss it;
    /// lrstat's <c>getDesignFisherExact</c> asks it of ten more. The experimental arm has the total times its share, rounded half up; the control arm the rest.
    /// </summary>
    /// <param name="method">How the proportions are tested.</param>
    /// <param name="sides">Of the test and its level.</param>
    /// <param name="level">Strictly between 0 and 1, such as 0.05 with two sides.</param>
    /// <param name="controlProbability">Strictly between 0 and 1.</param>
    /// <param name="experimentalProbability">Another one.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    /// <param name="power">Strictly between 0 and 1.</param>
    /// <param name="furtherTotals">How many more totals must have the power: 0 for the smallest of all, 10 as lrstat.</param>
    /// <param name="totals">Smallest and largest total to look at.</param>
    public static ExactTwoArmDesign Smallest(
        TwoArmTestMethod method,
        Sides sides,
        double level,
        double controlProbability,
        double experimentalProbability,
        double ratio,
        double power,
        int furtherTotals,
        (int Min, int Max) totals)
    {
        Require.InsideUnitInterval(power);
        Require.PositiveFinite(ratio);
        ArgumentOutOfRangeException.ThrowIfNegative(furtherTotals);
        ExactTwoArmDesign first = default;
        int run = 0;
        for (int total = Math.Max(2, totals.Min); total <= totals.Max; total++)
        {
            int experimental = Math.Clamp((int)Math.Round(total * ratio / (1.0 + ratio), MidpointRounding.AwayFromZero), 1, total - 1);
            RejectionRegion region = new(method, sides, level, total - experimental, experimental);
            double reached = region.Probability(controlProbability, experimentalProbability);
            if (reached < power)
            {
                run = 0;
                continue;
            }

            run++;
            if (run == 1)
            {
                first = new ExactTwoArmDesign(total - experimental, experimental, reached, NotEstimable.None);
            }

            if (run > furtherTotals)
            {
                return first;
            }
        }

        return new ExactTwoArmDesign(0, 0, 0.0, NotEstimable.NoDesign);
    }
}
