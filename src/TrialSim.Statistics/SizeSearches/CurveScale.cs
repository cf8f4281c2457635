namespace TrialSim.Statistics.SizeSearches;

/// <summary>On which scale a characteristic is nearly straight in the size of a trial.</summary>
public enum CurveScale
{
    /// <summary>A share, such as a power: its normal quantile against the root of the size.</summary>
    Share,

    /// <summary>A mean, such as a duration or the width of an interval: its logarithm against that of the size, and where one of them is not above 0 itself against the size.</summary>
    Number,
}
