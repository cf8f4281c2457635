namespace TrialSim.Model.Truth;

/// <summary>How the values of a marker lie around their mean; mean and standard deviation are met at every time.</summary>
public enum MarkerDistribution
{
    /// <summary>Normal, so that values can be below 0 where the standard deviation is large.</summary>
    Normal,

    /// <summary>Log-normal: positive, with a long tail of high values.</summary>
    LogNormal,
}
