namespace TrialSim.Results.Sizes;

/// <summary>What a formula answers to the same question.</summary>
/// <param name="Characteristic">The target's characteristic.</param>
/// <param name="Formula">Whose formula, such as <c>Schoenfeld</c>.</param>
/// <param name="Answer">In the unit of what is varied, rounded up as answers are; null where the formula has none within the range.</param>
/// <param name="Note">What goes into it, or strains it; may be empty.</param>
public sealed record SizeFormula(string Characteristic, string Formula, double? Answer, string Note);
