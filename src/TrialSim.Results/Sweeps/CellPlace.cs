namespace TrialSim.Results.Sweeps;

/// <summary>Where a cell stands in its sweep.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Values">The value of each varied key.</param>
/// <param name="Before">The cells before it: the keys along which, and the number.</param>
public sealed record CellPlace(int Number, IReadOnlyList<string> Values, IReadOnlyList<(string Along, int Number)> Before);
