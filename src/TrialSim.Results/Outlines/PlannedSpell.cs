namespace TrialSim.Results.Outlines;

/// <summary>When something is done to a patient, in days since randomisation, if everything before it takes place on the day aimed at and nothing happens that changes it.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Activity">Name of the treatment or schedule.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Which one, from 1.</param>
/// <param name="FromDay">Of a session or visit the first day allowed; of a drug the day aimed at for its start.</param>
/// <param name="AimedDay">The day aimed at.</param>
/// <param name="ToDay">Of a session or visit the last day allowed; of a drug the day on which it is paused or over, or the horizon.</param>
public sealed record PlannedSpell(string Arm, string Activity, ActivityKind Kind, int Number, double FromDay, double AimedDay, double ToDay);
