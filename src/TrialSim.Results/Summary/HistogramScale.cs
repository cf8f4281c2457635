namespace TrialSim.Results.Summary;

/// <summary>How numbers are divided into ranges.</summary>
internal enum HistogramScale
{
    /// <summary>Ranges of the same width.</summary>
    Linear,

    /// <summary>Ranges whose ends have the same ratio.</summary>
    Logarithmic,

    /// <summary>Whole numbers: ranges of as many of them, whose ends lie half-way between two.</summary>
    Counts,
}
