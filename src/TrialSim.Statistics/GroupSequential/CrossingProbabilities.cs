namespace TrialSim.Statistics.GroupSequential;

/// <summary>What a group-sequential trial does at one drift.</summary>
/// <param name="Drift">Expected Z at information fraction 1; 0 is the null hypothesis.</param>
/// <param name="InformationFractions">Of each look.</param>
/// <param name="Efficacy">Probability of crossing the efficacy bound at each look, having stopped at none before.</param>
/// <param name="Futility">Probability of crossing the futility bound at each look, having stopped at none before.</param>
public sealed record CrossingProbabilities(double Drift, double[] InformationFractions, double[] Efficacy, double[] Futility)
{
    /// <summary>Probability of ever crossing an efficacy bound: the power, or under the null hypothesis the one-sided error.</summary>
    public double TotalEfficacy => Efficacy.Sum();

    /// <summary>Probability of ever crossing a futility bound.</summary>
    public double TotalFutility => Futility.Sum();

    /// <summary>
    /// Information the trial is expected to use, as a share of that at fraction 1. Whoever stops at no look before the last one uses the
    /// last one's.
    /// </summary>
    public double ExpectedInformationFraction
    {
        get
        {
            double stopped = 0.0;
            double sum = 0.0;
            for (int look = 0; look < Efficacy.Length - 1; look++)
            {
                stopped += Efficacy[look] + Futility[look];
                sum += InformationFractions[look] * (Efficacy[look] + Futility[look]);
            }

            return sum + (InformationFractions[^1] * (1.0 - stopped));
        }
    }
}
