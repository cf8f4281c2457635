using TrialSim.Model.Truth;

namespace TrialSim.Scenarios.Documents;

/// <summary>Something that is measured at visits.</summary>
[Document("a marker")]
internal sealed record MarkerDocument
{
    [Key("The visits, of one schedule or several, at which it is measured.", IsRequired = true, AcceptsOne = true)]
    public Listed<string>? MeasuredAt { get; init; }

    [Key("How values lie around the mean.", Default = Resolution.Defaults.MarkerDistributionText)]
    public MarkerDistribution? Distribution { get; init; }

    [Key("Correlation between any two measurements of a patient; of a log_normal marker between their logarithms.", Default = "0", Min = 0, Max = 1)]
    public double? Correlation { get; init; }

    [Key("Unit of the values.", Default = Names.None)]
    public OrNone<string>? Unit { get; init; }

    [Key("Mean and standard deviation over time; the first whose 'if' holds counts, and where none does nothing is measured.", IsRequired = true)]
    public Listed<MarkerProfileDocument>? Profiles { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
