namespace TrialSim.Engine.Conduct;

/// <summary>Between which days an event took place, since randomisation.</summary>
/// <param name="LowerDay">The last day on which it had not: of the last kept visit that looked for it before it was seen. Equal to <paramref name="UpperDay"/> where its day is known.</param>
/// <param name="UpperDay">The day on which it was seen; +∞ where it was not.</param>
public readonly record struct EventInterval(double LowerDay, double UpperDay);
