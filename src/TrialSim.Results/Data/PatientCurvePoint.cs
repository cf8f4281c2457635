namespace TrialSim.Results.Data;

/// <summary>A Kaplan–Meier curve at one time of its patients.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Time">Time since the start, in the unit of the data.</param>
/// <param name="AtRisk">Patients at risk just before this time.</param>
/// <param name="Events">Events at this time.</param>
/// <param name="Censored">Patients censored at this time.</param>
/// <param name="Survival">Probability of being without the event after this time.</param>
/// <param name="StandardError">Greenwood's.</param>
/// <param name="Lower">Lower pointwise confidence limit.</param>
/// <param name="Upper">Upper pointwise confidence limit.</param>
public sealed record PatientCurvePoint(
    string Arm,
    double Time,
    int AtRisk,
    int Events,
    int Censored,
    double Survival,
    double StandardError,
    double Lower,
    double Upper);
