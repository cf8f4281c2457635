namespace TrialSim.Statistics.DesignFormulas;

/// <summary>What a one-sample log-rank test against a known survival curve needs.</summary>
/// <param name="ExpectedUnderNull">Sum of the patients' cumulative null hazards, the events the known curve would give.</param>
/// <param name="Events">Observed events under the alternative, the hazard ratio times as many.</param>
public readonly record struct OneSampleLogRankSize(double ExpectedUnderNull, double Events)
{
    /// <summary>
    /// Finkelstein, Muzikansky and Schoenfeld (JNCI 95, 2003): the test (E − O)/√E; O is Poisson with mean HR·E, so E = ((z_α + z_β√HR)/(1 − HR))².
    /// </summary>
    /// <param name="hazardRatio">Of the trial's patients over the known curve, above 0, not 1.</param>
    /// <param name="error">Error and power.</param>
    public static OneSampleLogRankSize For(double hazardRatio, TestError error)
    {
        EventsFormula.LogEffect(hazardRatio);
        double root = (error.CriticalZ + (error.PowerZ * Math.Sqrt(hazardRatio))) / (1.0 - hazardRatio);
        return new OneSampleLogRankSize(root * root, hazardRatio * root * root);
    }

    /// <summary>On the scale of the log hazard ratio, whose variance is 1/O: (z_α + z_β)²/ln² HR events.</summary>
    /// <param name="hazardRatio">Of the trial's patients over the known curve, above 0, not 1.</param>
    /// <param name="error">Error and power.</param>
    public static OneSampleLogRankSize OnLogScale(double hazardRatio, TestError error)
    {
        double root = error.Drift / EventsFormula.LogEffect(hazardRatio);
        return new OneSampleLogRankSize(root * root / hazardRatio, root * root);
    }
}
