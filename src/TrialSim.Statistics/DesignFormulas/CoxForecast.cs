namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// What Cox regression on the arm is expected to show. Where the hazard ratio changes over time this is the ratio that its estimate tends to, with the follow-up
/// that the trial has (Struthers and Kalbfleisch, Biometrika 73, 1986): the root of the expected partial score.
/// </summary>
/// <param name="LogHazardRatio">Natural logarithm of the hazard ratio, experimental over control.</param>
/// <param name="Information">Expected information about it.</param>
/// <param name="Reason">Why there is no forecast; the numbers are then 0.</param>
public readonly record struct CoxForecast(double LogHazardRatio, double Information, NotEstimable Reason)
{
    private const int MaxSteps = 50;

    /// <summary>Experimental over control, below 1 when the experimental arm does better.</summary>
    public double HazardRatio => Math.Exp(LogHazardRatio);

    /// <summary>Expected Z of Wald's test, positive when the experimental arm does better; 0 without a forecast.</summary>
    public double Z => -LogHazardRatio * Math.Sqrt(Information);

    /// <summary>The forecast from the moments of one stratum or of all strata.</summary>
    /// <param name="moments">See <see cref="PlannedTrial.MomentsAt"/>.</param>
    public static CoxForecast Of(IReadOnlyList<RiskMoment> moments)
    {
        double control = moments.Sum(moment => moment.ControlEvents);
        double experimental = moments.Sum(moment => moment.ExperimentalEvents);
        if (control == 0.0 || experimental == 0.0)
        {
            NotEstimable reason = control + experimental == 0.0 ? NotEstimable.NoEvents : NotEstimable.Diverges;
            return new CoxForecast(0.0, 0.0, reason);
        }

        double logRatio = 0.0;
        double information = 0.0;
        for (int step = 0; step < MaxSteps; step++)
        {
            (double score, information) = ScoreAt(logRatio, moments);
            double change = Math.Clamp(score / information, -1.0, 1.0);
            logRatio += change;
            if (Math.Abs(change) < 1e-12)
            {
                break;
            }
        }

        return new CoxForecast(logRatio, information, NotEstimable.None);
    }

    private static (double Score, double Information) ScoreAt(double logRatio, IReadOnlyList<RiskMoment> moments)
    {
        double ratio = Math.Exp(logRatio);
        double score = 0.0;
        double information = 0.0;
        foreach (RiskMoment moment in moments)
        {
            double weighted = ratio * moment.Experimental;
            double share = weighted == 0.0 ? 0.0 : weighted / (moment.Control + weighted);
            double events = moment.ControlEvents + moment.ExperimentalEvents;
            score += moment.ExperimentalEvents - (events * share);
            information += events * share * (1.0 - share);
        }

        return (score, information);
    }
}
