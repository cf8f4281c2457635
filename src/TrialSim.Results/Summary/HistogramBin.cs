namespace TrialSim.Results.Summary;

/// <summary>How many numbers lie within a range.</summary>
/// <param name="From">Its lower end, which belongs to it.</param>
/// <param name="To">Its upper end, which does not, but in the last one.</param>
/// <param name="Count">How many.</param>
internal readonly record struct HistogramBin(double From, double To, long Count);
