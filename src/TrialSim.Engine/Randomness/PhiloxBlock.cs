namespace TrialSim.Engine.Randomness;

/// <summary>Four words: a counter or an output of <see cref="Philox4x32"/>.</summary>
/// <param name="Word0">Least significant word.</param>
/// <param name="Word1">Second word.</param>
/// <param name="Word2">Third word.</param>
/// <param name="Word3">Most significant word.</param>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3);
