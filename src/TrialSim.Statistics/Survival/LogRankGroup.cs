namespace TrialSim.Statistics.Survival;

/// <summary>What a log-rank test of several arms says of one of them.</summary>
/// <param name="Arm">Number of the arm.</param>
/// <param name="Patients">Patients of the arm, those without a stratum left out of a stratified test.</param>
/// <param name="Observed">Events, each with the weight of its time.</param>
/// <param name="Expected">Events expected given the margins of each event time, with the same weights.</param>
public readonly record struct LogRankGroup(byte Arm, int Patients, double Observed, double Expected);
