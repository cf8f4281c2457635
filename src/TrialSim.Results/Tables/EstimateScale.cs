namespace TrialSim.Results.Tables;

/// <summary>How the estimate of a row is averaged and shown.</summary>
internal enum EstimateScale
{
    /// <summary>There is no estimate.</summary>
    None,

    /// <summary>As it is.</summary>
    Plain,

    /// <summary>A ratio: its logarithms are averaged, and its standard error is that of its logarithm.</summary>
    Logarithmic,

    /// <summary>Days, shown in months.</summary>
    Days,
}
