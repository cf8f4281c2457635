namespace TrialSim.Results.Sizes;

/// <summary>A row of <c>curve.csv</c>: a characteristic near the answer, as the line through the evaluations has it.</summary>
/// <param name="Size">In the unit of what is varied.</param>
/// <param name="Characteristic">As the command line takes it.</param>
/// <param name="Unit">Unit of the characteristic.</param>
/// <param name="Value">The characteristic.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
public sealed record SizeCurvePoint(double Size, string Characteristic, string Unit, double Value, double Lower, double Upper);
