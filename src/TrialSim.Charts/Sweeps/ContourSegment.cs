namespace TrialSim.Charts.Sweeps;

/// <summary>A piece of a contour line.</summary>
/// <param name="Height">The height of the line.</param>
/// <param name="X1">Where it begins.</param>
/// <param name="Y1">Where it begins.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Where it ends.</param>
internal readonly record struct ContourSegment(double Height, double X1, double Y1, double X2, double Y2);
