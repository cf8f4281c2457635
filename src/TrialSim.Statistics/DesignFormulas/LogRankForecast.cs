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

    /// <summary>
    /// The forecast from the moments of one stratum or of all strata: Lakatos (Biometrics 44, 1988) with time running continuously. At risk, hazards and so
    /// the weight of each moment follow from the assumptions, whether hazards are proportional or not; lrstat's <c>lrpower</c>.
    /// </summary>
    /// <param name="moments">See <see cref="PlannedTrial.MomentsAt"/>.</param>
    public static LogRankForecast Of(IReadOnlyList<RiskMoment> moments)
    {
        double events = 0.0;
        double score = 0.0;
        double variance = 0.0;
        foreach (RiskMoment moment in moments)
        {
            double atRisk = moment.Control + moment.Experimental;
            if (atRisk > 0.0)
            {
                double share = moment.Experimental / atRisk;
                double own = moment.ControlEvents + moment.ExperimentalEvents;
                events += own;
                score += (own * share) - moment.ExperimentalEvents;
                variance += own * share * (1.0 - share);
            }
        }

        return new LogRankForecast(events, score, variance, variance > 0.0 ? NotEstimable.None : NotEstimable.NoEvents);
    }
}
