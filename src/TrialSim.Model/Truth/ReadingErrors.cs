namespace TrialSim.Model.Truth;

/// <summary>How readers err about an event, at each visit that looks for it, each visit by itself.</summary>
/// <param name="MissedProbability">Probability that the event, which has happened, is overlooked at a visit; a later one may see it. 0…1.</param>
/// <param name="InventedProbability">Probability that the event, which has not happened, is reported at a visit. 0…1.</param>
public sealed record ReadingErrors(double MissedProbability, double InventedProbability)
{
    /// <summary>Readers see what is there.</summary>
    public static ReadingErrors None { get; } = new(0, 0);
}
