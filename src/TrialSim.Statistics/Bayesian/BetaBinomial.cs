using MathNet.Numerics;

namespace TrialSim.Statistics.Bayesian;

/// <summary>How many of the next patients respond when what is known of the probability is a beta distribution.</summary>
public static class BetaBinomial
{
    /// <summary>P(so many of the next patients respond): C(n, k)·B(k + a, n − k + b)/B(a, b).</summary>
    /// <param name="responders">Any number; 0 outside 0 … <paramref name="patients"/>.</param>
    /// <param name="patients">0 or above.</param>
    /// <param name="belief">Of the probability.</param>
    public static double Probability(int responders, int patients, BetaDistribution belief) =>
        responders < 0 || responders > patients ? 0.0
            : Math.Exp(
                SpecialFunctions.BinomialLn(patients, responders)
                + LogBeta.Of(responders + belief.Alpha, patients - responders + belief.Beta)
                - LogBeta.Of(belief.Alpha, belief.Beta));

    /// <summary>P(at least so many of the next patients respond).</summary>
    /// <param name="responders">Any number.</param>
    /// <param name="patients">0 or above.</param>
    /// <param name="belief">Of the probability.</param>
    public static double AtLeast(int responders, int patients, BetaDistribution belief)
    {
        if (responders <= 0)
        {
            return 1.0;
        }

        double sum = 0.0;
        for (int k = responders; k <= patients; k++)
        {
            sum += Probability(k, patients, belief);
        }

        return Math.Min(1.0, sum);
    }
}
