namespace TrialSim.Results.Samples;

/// <summary>One row of <c>best-levels.csv</c>: the share of an arm's patients whose best level of a state, as seen by the last look, is this one.</summary>
/// <param name="State">The state.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Level">The level; <see cref="NotSeen"/> for patients in whom none was seen.</param>
/// <param name="Share">Share of the sampled patients, 0…1; those of an arm add up to 1.</param>
/// <param name="TrueShare">Share of those who truly reached it as their best level by the last look.</param>
/// <param name="Lower">Lower end of the 95 % Monte Carlo (Wilson) interval of <paramref name="Share"/>.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Patients">Sampled patients of the arm.</param>
public sealed record LevelShare(string State, string Arm, string Level, double Share, double TrueShare, double Lower, double Upper, long Patients)
{
    /// <summary>Stands for the level where none was seen.</summary>
    public const string NotSeen = "not seen";
}
