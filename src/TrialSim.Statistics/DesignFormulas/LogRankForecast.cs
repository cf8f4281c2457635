using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>What a log-rank test is expected to show. Positive when the experimental arm does better.</summary>
/// <param name="Events">Expected in both arms.</param>
/// <param name="Score">Expected score, events expected minus observed in the experimental arm.</param>
/// <param name="Variance">Expected variance of the score: the information.</param>
/// <param name="Reason">Why there is no forecast; the numbers are then 0.</param>
public readonly record struct LogRankForecast(double Events, double Score, double Variance, NotEstimable Reason)
{
    /// <summary>Expected Z; 0 without a forecast.</summary>
    public double Z => Reason == NotEstimable.None ? Score / Math.Sqrt(Variance) : 0.0;

    /// <summary>Probability of Z at or above a critical value.</summary>
    /// <param name="critical">On the Z scale.</param>
    public double Power(double critical) => Normal.UpperTail(critical - Z);
}
