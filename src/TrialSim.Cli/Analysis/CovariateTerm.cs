namespace TrialSim.Cli.Analysis;

/// <summary>A column of a regression's design matrix.</summary>
/// <param name="Name">The covariate, or <c>covariate: level</c> for an indicator.</param>
/// <param name="Values">A value for each row; <see cref="double.NaN"/> where it is missing.</param>
internal sealed record CovariateTerm(string Name, double[] Values);
