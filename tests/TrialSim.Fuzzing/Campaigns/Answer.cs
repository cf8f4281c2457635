namespace TrialSim.Fuzzing.Campaigns;

/// <summary>What a worker says of an input.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="WasAccepted">Whether the program took it as good.</param>
/// <param name="Fault">What is wrong with how the program behaved; empty where nothing is.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record Answer(string Kind, bool WasAccepted, string Fault, double Seconds);
