using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>A single-arm trial of a proportion that is judged exactly: it succeeds with at least <paramref name="Successes"/> of <paramref name="Patients"/>.</summary>
/// <param name="Patients">In all.</param>
/// <param name="Successes">Least number that rejects the null hypothesis.</param>
/// <param name="Error">Exact probability of that under the null hypothesis.</param>
/// <param name="Power">Exact probability under the alternative.</param>
public readonly record struct ExactBinomialSize(int Patients, int Successes, double Error, double Power)
{
    /// <summary>
    /// The smallest trial with enough power whose exact error is small enough. Power does not rise steadily with patients: a few more may have less, see
    /// <see cref="With"/>.
    /// </summary>
    /// <param name="nullProportion">Strictly between 0 and 1.</param>
    /// <param name="alternative">Above it, below 1.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="mostPatients">Where to stop looking.</param>
    /// <exception cref="ArgumentException">No trial of at most that many patients will do.</exception>
    public static ExactBinomialSize Smallest(double nullProportion, double alternative, TestError error, int mostPatients)
    {
        for (int patients = 1; patients <= mostPatients; patients++)
        {
            ExactBinomialSize size = With(patients, nullProportion, alternative, error.OneSidedAlpha);
            if (size.Power >= error.Power)
            {
                return size;
            }
        }

        throw new ArgumentException($"No trial of at most {mostPatients} patients has power {error.Power}. Allow more.", nameof(mostPatients));
    }

    /// <summary>The trial with a given number of patients that rejects as often as the error allows.</summary>
    /// <param name="patients">1 or more.</param>
    /// <param name="nullProportion">Strictly between 0 and 1.</param>
    /// <param name="alternative">Above it, below 1.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and 1.</param>
    /// <returns>One success more than there are patients, and error and power 0, when even all of them would not reject.</returns>
    public static ExactBinomialSize With(int patients, double nullProportion, double alternative, double oneSidedAlpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patients, 1);
        Require.InsideUnitInterval(nullProportion);
        Require.InsideUnitInterval(oneSidedAlpha);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Require.InsideUnitInterval(alternative), nullProportion);
        int low = 0;
        int high = patients + 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = Binomial.UpperTail(middle - 1, patients, nullProportion) <= oneSidedAlpha ? (low, middle) : (middle, high);
        }

        return new ExactBinomialSize(
            patients, high, Binomial.UpperTail(high - 1, patients, nullProportion), Binomial.UpperTail(high - 1, patients, alternative));
    }
}
