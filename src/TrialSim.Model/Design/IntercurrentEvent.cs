namespace TrialSim.Model.Design;

/// <summary>Something after randomisation that changes what an endpoint is or means: a second treatment, a drug that is stopped.</summary>
/// <param name="Occurrence">What intervenes.</param>
/// <param name="Strategy">What is made of it.</param>
public sealed record IntercurrentEvent(Finding Occurrence, IntercurrentEventStrategy Strategy);
