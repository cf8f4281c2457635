namespace TrialSim.Statistics.Multiplicity;

/// <summary>How an intersection of hypotheses is tested by the tests of each.</summary>
public enum IntersectionMethod
{
    /// <summary>By the largest Z and the correlation that comparisons with one control have.</summary>
    Dunnett,

    /// <summary>By the smallest p-value times their number; for any dependence.</summary>
    Bonferroni,

    /// <summary>By the smallest of n·p over its rank (Simes, Biometrika 73, 1986); for independent or positively dependent tests.</summary>
    Simes,
}
