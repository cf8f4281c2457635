namespace TrialSim.Statistics.Survival;

/// <summary>Variance of observed minus expected events in a one-sample log-rank test.</summary>
public enum OneSampleVariance
{
    /// <summary>The expected events (Breslow 1975; Finkelstein, Muzikansky and Schoenfeld 2003): conservative in small samples.</summary>
    Expected,

    /// <summary>The mean of observed and expected events (Wu 2014), closer to the nominal error.</summary>
    Average,
}
