namespace TrialSim.Fuzzing.Campaigns;

/// <summary>What a campaign is asked for.</summary>
/// <param name="Repository">The folder of the repository.</param>
/// <param name="First">Index of the first input.</param>
/// <param name="Inputs">How many.</param>
/// <param name="Seed">What the inputs are derived from, together with their index.</param>
/// <param name="Finds">The folder for finds.</param>
internal sealed record CampaignOptions(string Repository, long First, long Inputs, ulong Seed, string Finds);
