namespace TrialSim.Model.Design;

/// <summary>How far numbers of patients of several arms, each divided by the arm's weight, are from being equal.</summary>
public enum ImbalanceMeasure
{
    /// <summary>The largest minus the smallest.</summary>
    Range,

    /// <summary>Their variance.</summary>
    Variance,

    /// <summary>Their standard deviation.</summary>
    StandardDeviation,
}
