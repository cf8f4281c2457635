namespace TrialSim.Statistics.Parametric;

/// <summary>Where a search of the likelihood ended.</summary>
internal sealed record Maximum(double[] Transformed, double LogLikelihood, double[,] Information, bool HasConverged);
