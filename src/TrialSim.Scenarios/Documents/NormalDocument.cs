namespace TrialSim.Scenarios.Documents;

/// <summary>A normal distribution between two limits.</summary>
[Document("a normal distribution")]
internal sealed record NormalDocument
{
    [Key("Mean before truncation.", IsRequired = true, Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public double? Mean { get; init; }

    [Key("Standard deviation before truncation.", IsRequired = true, Above = 0, Max = Magnitudes.Value)]
    public double? Sd { get; init; }

    [Key("Smallest value; smaller ones do not occur.", Default = Names.None, Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public OrNone<Number>? Min { get; init; }

    [Key("Largest value; larger ones do not occur.", Default = Names.None, Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public OrNone<Number>? Max { get; init; }
}
