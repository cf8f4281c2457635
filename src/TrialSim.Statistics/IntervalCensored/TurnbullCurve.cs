namespace TrialSim.Statistics.IntervalCensored;

/// <summary>A survival curve estimated from intervals without assuming its shape.</summary>
/// <param name="Steps">Innermost intervals with probability, by ascending day.</param>
/// <param name="LogLikelihood">Sum of the log probabilities of what was observed.</param>
/// <param name="Gap">
/// How far the estimate is from fulfilling the conditions of a maximum: moving probability anywhere raises the log likelihood by at most the
/// number of patients times this.
/// </param>
/// <param name="Patients">Patients of the sample.</param>
/// <param name="Reason">
/// <see cref="NotEstimable.NoPatients"/>; or <see cref="NotEstimable.NotConverged"/>, when the steps hold to <paramref name="Gap"/>.
/// </param>
public sealed record TurnbullCurve(TurnbullStep[] Steps, double LogLikelihood, double Gap, int Patients, NotEstimable Reason)
{
    /// <summary>Whether the maximum was found.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>
    /// Bounds of the survival on a day, equal outside the innermost intervals. The lower one belongs to events as early as they can be, the
    /// upper one to events as late as they can be, which is where R draws the step.
    /// </summary>
    /// <param name="days">Any day.</param>
    public Interval Survival(double days)
    {
        double lower = 1.0;
        double upper = 1.0;
        foreach (TurnbullStep step in Steps)
        {
            if (step.LowerDays > days || (step.LowerDays == days && step.UpperDays > days))
            {
                break;
            }

            lower = step.Survival;
            upper = step.UpperDays <= days ? step.Survival : upper;
        }

        return new Interval(lower, upper);
    }

    /// <summary>The days between which the curve falls to 1 − <paramref name="probability"/> or below; both +∞ when it never does.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is out of range.</exception>
    public Interval Quantile(double probability)
    {
        double level = 1.0 - Require.InsideUnitInterval(probability);
        foreach (TurnbullStep step in Steps)
        {
            if (step.Survival <= level + 1e-12)
            {
                return double.IsPositiveInfinity(step.UpperDays)
                    ? new Interval(double.PositiveInfinity, double.PositiveInfinity)
                    : new Interval(step.LowerDays, step.UpperDays);
            }
        }

        return new Interval(double.PositiveInfinity, double.PositiveInfinity);
    }
}
