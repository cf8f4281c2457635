namespace TrialSim.Scenarios;

/// <summary>A key whose value is not the same in two scenarios.</summary>
/// <param name="Key">The key, with dots: <c>truth.effects[0].hazard_ratio</c>.</param>
/// <param name="First">Its value in the first, as written; <c>nothing</c> where it is not there.</param>
/// <param name="Second">Its value in the second.</param>
public sealed record ScenarioDifference(string Key, string First, string Second);
