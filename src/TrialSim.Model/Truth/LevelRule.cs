using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>Which level a state takes.</summary>
/// <param name="If">The rule holds when any of these conjunctions does, over the true state.</param>
/// <param name="Probabilities">Probability of each level. The rest, after <paramref name="NextProbability"/>, is that the state stays as it is.</param>
/// <param name="NextProbability">Probability of the level after the present one: of the first where there is none yet; the last stays.</param>
public sealed record LevelRule(ImmutableArray<StateMask> If, ImmutableArray<double> Probabilities, double NextProbability);
