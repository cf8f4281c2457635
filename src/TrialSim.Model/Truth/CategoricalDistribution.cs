using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>One of several levels; a binary covariate has the levels <c>no</c> and <c>yes</c>. The value is the index of the level.</summary>
/// <param name="Levels">Names of the levels.</param>
/// <param name="Probabilities">Their probabilities, which sum to 1.</param>
public sealed record CategoricalDistribution(ImmutableArray<string> Levels, ImmutableArray<double> Probabilities) : CovariateDistribution;
