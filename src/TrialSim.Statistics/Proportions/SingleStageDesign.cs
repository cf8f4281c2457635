using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>A single-arm design with an exact binomial test: reject the null hypothesis with at least so many responders.</summary>
/// <param name="Patients">Number of patients.</param>
/// <param name="RespondersToReject">r: reject with r responders or more.</param>
/// <param name="Reason"><see cref="NotEstimable.NoDesign"/> where no number of patients within the limit will do; the numbers are then 0.</param>
public readonly record struct SingleStageDesign(int Patients, int RespondersToReject, NotEstimable Reason)
{
    /// <summary>Whether there is a design.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>The exact probability of rejecting: α at the null probability, power at the alternative; 0 without a design.</summary>
    /// <param name="probability">Of a response, from 0 to 1.</param>
    public double RejectionProbability(double probability) =>
        IsEstimable ? Binomial.UpperTail(RespondersToReject - 1, Patients, probability) : 0.0;

    /// <summary>The test of a given number of patients: the fewest responders to reject with at most so much error.</summary>
    /// <param name="patients">1 or more.</param>
    /// <param name="nullProbability">p₀, strictly between 0 and 1.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and 1.</param>
    /// <returns>Not estimable when even a response of all patients would be too likely.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static SingleStageDesign OfSize(int patients, double nullProbability, double oneSidedAlpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patients, 1);
        Require.InsideUnitInterval(nullProbability);
        Require.InsideUnitInterval(oneSidedAlpha);
        int low = 0;
        int high = patients + 1;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (Binomial.UpperTail(middle - 1, patients, nullProbability) <= oneSidedAlpha)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low > patients
            ? new SingleStageDesign(0, 0, NotEstimable.NoDesign)
            : new SingleStageDesign(patients, low, NotEstimable.None);
    }

    /// <summary>
    /// The smallest number of patients with the power. Power is a saw-tooth in the number of patients: a larger trial may have less.
    /// </summary>
    /// <param name="nullProbability">p₀, strictly between 0 and 1.</param>
    /// <param name="alternativeProbability">p₁, above p₀ and below 1.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and 1.</param>
    /// <param name="power">Strictly between 0 and 1.</param>
    /// <param name="maximumPatients">1 or more; larger trials are not looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static SingleStageDesign Smallest(
        double nullProbability, double alternativeProbability, double oneSidedAlpha, double power, int maximumPatients)
    {
        Require.InsideUnitInterval(alternativeProbability);
        Require.InsideUnitInterval(power);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(alternativeProbability, nullProbability);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumPatients, 1);
        for (int n = 1; n <= maximumPatients; n++)
        {
            SingleStageDesign design = OfSize(n, nullProbability, oneSidedAlpha);
            if (design.RejectionProbability(alternativeProbability) >= power)
            {
                return design;
            }
        }

        return new SingleStageDesign(0, 0, NotEstimable.NoDesign);
    }
}
