namespace TrialSim.Statistics.Proportions;

/// <summary>
/// A two-stage design that is best for a weight w between the largest and the mean number of patients: it minimises
/// w·n + (1 − w)·EN (Jung and others 2004, Statistics in Medicine 23:561).
/// </summary>
/// <param name="Design">The design.</param>
/// <param name="LowestWeight">Of n, from 0; the optimal design's is 0.</param>
/// <param name="HighestWeight">Of n, to 1; the minimax design's is 1.</param>
public readonly record struct AdmissibleDesign(SimonDesign Design, double LowestWeight, double HighestWeight);
