using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>A tolerance, as written. Where several are, the widest holds; where none is, half a unit of the last digit does.</summary>
[Document("a tolerance")]
internal sealed record ToleranceDocument
{
    [Key("Units of the last digit that is written.", Above = 0, Max = 100)]
    public double? LastDigits { get; init; }

    [Key("A share of the expected figure.", Above = 0, Below = 1)]
    public double? Relative { get; init; }

    [Key("In the unit of the figure.", Above = 0)]
    public double? Absolute { get; init; }

    [Key("The column with the figure's Monte Carlo standard error: the figure may lie as many of them away as keep false alarms of all cases together below one in a million.")]
    public string? MonteCarlo { get; init; }

    [Key("Standard error of the expected figure itself, where it was simulated too.", Default = "0", Above = 0)]
    public double? SourceError { get; init; }

    [Key("Replicates of the simulation that gave the expected figure, a share.", Default = "the figure is exact", Min = 1)]
    public double? SourceReplicates { get; init; }
}
