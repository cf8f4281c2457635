namespace TrialSim.Scenarios.Documents;

/// <summary>What is believed before the trial: of a share a beta distribution, of a hazard a gamma distribution.</summary>
[Document("a prior")]
internal sealed record PriorDocument
{
    [Key("Patients with a yes that the belief is worth. For a binary endpoint.", Default = "1, of a binary endpoint", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestPrior)]
    public double? Alpha { get; init; }

    [Key("Patients with a no that the belief is worth. For a binary endpoint.", Default = "1, of a binary endpoint", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestPrior)]
    public double? Beta { get; init; }

    [Key("Events that the belief is worth. For a time to an event, which requires it.", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestPrior)]
    public double? Events { get; init; }

    [Key("Follow-up of all patients together that the belief is worth; events over time is the hazard believed. For a time to an event, which requires it.", Above = 0)]
    public Duration? Time { get; init; }
}
