using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>
/// A two-stage single-arm design (Simon 1989): stop for futility with at most <paramref name="FirstStageLimit"/> responders among the first
/// <paramref name="FirstStagePatients"/>, and reject the null hypothesis with more than <paramref name="Limit"/> among all <paramref name="Patients"/>.
/// </summary>
/// <param name="FirstStageLimit">r₁, from 0 to <paramref name="FirstStagePatients"/>.</param>
/// <param name="FirstStagePatients">n₁, 1 or more.</param>
/// <param name="Limit">r, at least r₁.</param>
/// <param name="Patients">n, above n₁.</param>
public readonly record struct SimonDesign(int FirstStageLimit, int FirstStagePatients, int Limit, int Patients)
{
    /// <summary>PET: the exact probability of stopping after the first stage.</summary>
    /// <param name="probability">Of a response, from 0 to 1.</param>
    public double EarlyStopProbability(double probability) => Binomial.Cdf(FirstStageLimit, FirstStagePatients, probability);

    /// <summary>EN: the mean number of patients.</summary>
    /// <param name="probability">Of a response, from 0 to 1.</param>
    public double ExpectedPatients(double probability) =>
        FirstStagePatients + ((1.0 - EarlyStopProbability(probability)) * (Patients - FirstStagePatients));

    /// <summary>The exact probability of rejecting: α at the null probability, power at the alternative.</summary>
    /// <param name="probability">Of a response, from 0 to 1.</param>
    public double RejectionProbability(double probability) => ReachesSecondStageWith(Limit + 1, probability);

    /// <summary>The exact probability of passing the first stage and having at least so many responders at the end.</summary>
    /// <param name="responders">Of both stages together.</param>
    /// <param name="probability">Of a response, from 0 to 1.</param>
    public double ReachesSecondStageWith(int responders, double probability)
    {
        double sum = 0.0;
        for (int first = FirstStageLimit + 1; first <= FirstStagePatients; first++)
        {
            sum += Binomial.Probability(first, FirstStagePatients, probability)
                * Binomial.UpperTail(responders - first - 1, Patients - FirstStagePatients, probability);
        }

        return Math.Min(1.0, sum);
    }
}
