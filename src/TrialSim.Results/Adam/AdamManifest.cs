namespace TrialSim.Results.Adam;

/// <summary>What an export was: enough to make it again.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="ProgramVersion">Version of TrialSim.</param>
/// <param name="Seed">Key of all draws.</param>
/// <param name="Replicate">Number of the simulated trial, from 1.</param>
/// <param name="Look">The look whose data these are.</param>
/// <param name="LookTrialDay">Days from the trial's opening to the look.</param>
/// <param name="StartDate">The date of trial day 0.</param>
/// <param name="Datasets">Names of the datasets.</param>
/// <param name="ResolvedScenarioSha256">Hash of the resolved scenario, lower-case hexadecimal.</param>
public sealed record AdamManifest(
    string Scenario,
    string ProgramVersion,
    ulong Seed,
    long Replicate,
    string Look,
    double LookTrialDay,
    string StartDate,
    IReadOnlyList<string> Datasets,
    string ResolvedScenarioSha256);
