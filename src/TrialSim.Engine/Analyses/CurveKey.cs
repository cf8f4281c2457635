namespace TrialSim.Engine.Analyses;

/// <summary>Which Kaplan–Meier curve a replicate keeps.</summary>
/// <param name="Look">Index of the look.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Arm">Index of the arm.</param>
public readonly record struct CurveKey(int Look, int Endpoint, int Arm);
