namespace TrialSim.Scenarios.Resolution;

/// <summary>Something that the scenario names elsewhere.</summary>
/// <param name="Index">Its place among its kind.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct Reference(int Index, string Name);
