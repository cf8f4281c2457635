namespace TrialSim.Results.Sweeps;

/// <summary>The mean of a figure over the cells that two factors have at two levels.</summary>
/// <param name="First">Index of the first factor.</param>
/// <param name="Second">Index of the second, which is larger.</param>
/// <param name="FirstLevel">Index of the level of the first.</param>
/// <param name="SecondLevel">Index of the level of the second.</param>
/// <param name="Figure">Index in <see cref="SweepSummary.Figures"/>.</param>
/// <param name="Mean">The mean, in the unit of the figure.</param>
/// <param name="Cells">The cells.</param>
public sealed record FactorPairMean(int First, int Second, int FirstLevel, int SecondLevel, int Figure, double Mean, int Cells);
