namespace TrialSim.Results.Outlines;

/// <summary>A look of an outline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="When">What it waits for.</param>
/// <param name="Analyses">What is analysed at it.</param>
public sealed record OutlineLook(string Name, string When, IReadOnlyList<string> Analyses)
{
    /// <summary>Months since the trial opened by a design formula; none where there is no formula.</summary>
    public double? Months { get; init; }
}
