namespace TrialSim.Scenarios.Documents;

/// <summary>How much an event time counts in a log-rank test: Fleming–Harrington, or modest.</summary>
[Document("a weight")]
internal sealed record WeightDocument
{
    [Key("Fleming–Harrington weight on early times: the exponent of S, the pooled survival just before.", Default = "0 beside gamma", Min = 0, Max = Magnitudes.LargestExponent)]
    public double? Rho { get; init; }

    [Key("Fleming–Harrington weight on late times: the exponent of 1 − S.", Default = "0 beside rho", Min = 0, Max = Magnitudes.LargestExponent)]
    public double? Gamma { get; init; }

    [Key("Modest weight: 1/S, which rises from 1 until this time since randomisation and stays what it is then.", Above = 0)]
    public Duration? Delay { get; init; }

    [Key("What a modest weight does not exceed.", Default = Names.None + " beside delay", Min = 1, Max = Magnitudes.LargestFactor)]
    public OrNone<Number>? MaxWeight { get; init; }
}
