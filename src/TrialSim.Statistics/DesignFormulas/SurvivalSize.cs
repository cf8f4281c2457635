namespace TrialSim.Statistics.DesignFormulas;

/// <summary>What a fixed-duration survival trial needs, not rounded.</summary>
/// <param name="Patients">In both arms.</param>
/// <param name="Events">Expected in both arms by the end, under the alternative.</param>
public readonly record struct SurvivalSize(double Patients, double Events);
