using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Survival;

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

    /// <summary>The forecast of the unweighted test from the moments of one stratum or of all strata.</summary>
    /// <param name="moments">See <see cref="PlannedTrial.MomentsAt"/>.</param>
    public static LogRankForecast Of(IReadOnlyList<RiskMoment> moments) => Of([moments], RankWeight.Constant);

    /// <summary>
    /// Lakatos (Biometrics 44, 1988) with time running continuously. At risk, hazards and so the weight of each moment follow from the assumptions, whether hazards
    /// are proportional or not; lrstat's <c>lrpower</c>. A weight on pooled survival is taken at the survival that is expected, stratum by stratum.
    /// </summary>
    /// <param name="strata">The moments of each stratum, by ascending day; see <see cref="PlannedTrial.MomentsAt"/>.</param>
    /// <param name="weight">The weight of the test.</param>
    public static LogRankForecast Of(IEnumerable<IReadOnlyList<RiskMoment>> strata, RankWeight weight)
    {
        double events = 0.0;
        double score = 0.0;
        double variance = 0.0;
        foreach (IReadOnlyList<RiskMoment> moments in strata)
        {
            double[] weights = WeightsOf(moments, weight);
            for (int i = 0; i < moments.Count; i++)
            {
                RiskMoment moment = moments[i];
                double share = moment.AtRisk == 0.0 ? 0.0 : moment.Experimental / moment.AtRisk;
                events += moment.Events;
                score += weights[i] * ((moment.Events * share) - moment.ExperimentalEvents);
                variance += weights[i] * weights[i] * moment.Events * share * (1.0 - share);
            }
        }

        return new LogRankForecast(events, score, variance, variance > 0.0 ? NotEstimable.None : NotEstimable.NoEvents);
    }

    private static double[] WeightsOf(IReadOnlyList<RiskMoment> moments, RankWeight weight)
    {
        double[] survival = new double[moments.Count];
        double cumulative = 0.0;
        double survivalAtAnchor = 0.0;
        for (int i = 0; i < survival.Length; i++)
        {
            double own = moments[i].AtRisk == 0.0 ? 0.0 : moments[i].Events / moments[i].AtRisk;
            survival[i] = Math.Exp(-cumulative - (0.5 * own));
            survivalAtAnchor = moments[i].Day <= weight.AnchorDay ? survival[i] : survivalAtAnchor;
            cumulative += own;
        }

        return [.. survival.Select(value => weight.Expected(value, survivalAtAnchor))];
    }
}
