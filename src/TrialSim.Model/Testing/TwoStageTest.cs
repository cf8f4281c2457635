using TrialSim.Statistics.Proportions;

namespace TrialSim.Model.Testing;

/// <summary>A single-arm test of responders in two stages (Simon, Controlled Clinical Trials 10, 1989).</summary>
/// <param name="Analysis">Index of the analysis; its events are the responders.</param>
/// <param name="FirstLook">Index of the look after the first stage: futile with too few responders.</param>
/// <param name="FinalLook">Index of the look that decides.</param>
/// <param name="Design">The limits.</param>
public sealed record TwoStageTest(int Analysis, int FirstLook, int FinalLook, SimonDesign Design);
