namespace TrialSim.Cli.Analysis;

/// <summary>A covariate of a regression: one term for a number, one for each level but the reference for a category.</summary>
/// <param name="Name">Its column.</param>
/// <param name="Reference">The reference level of a category; empty for a number.</param>
/// <param name="Terms">The terms.</param>
internal sealed record Covariate(string Name, string Reference, IReadOnlyList<CovariateTerm> Terms);
