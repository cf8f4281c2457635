using TrialSim.Model.Decisions;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>How a replicate has ended.</summary>
/// <param name="EndDay">The day of the decision to stop, or else of the last look that took place (of what was decided upon it); never where there was none.</param>
/// <param name="StopLook">Index of the look that stopped the trial, or −1.</param>
/// <param name="StopReason">Why it stopped.</param>
/// <param name="Patients">Patients randomised by the end.</param>
/// <param name="Screened">Patients who came to be screened by the end.</param>
public readonly record struct TrialOutcome(TrialDay EndDay, int StopLook, StopReason StopReason, int Patients, int Screened);
