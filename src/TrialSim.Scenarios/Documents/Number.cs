namespace TrialSim.Scenarios.Documents;

/// <summary>A number where the word <c>none</c> may stand instead.</summary>
/// <param name="Value">Finite.</param>
internal sealed record Number(double Value);
