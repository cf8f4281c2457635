using System.Text.Json.Nodes;

namespace TrialSim.Charts.Sweeps;

/// <summary>A point of a line over what a sweep varies.</summary>
/// <param name="Position">Its place on the axis.</param>
/// <param name="Label">The value of the key there.</param>
/// <param name="Value">The figure.</param>
/// <param name="Lower">Lower end of its 95 % Monte Carlo interval; the value where that is not known.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Error">Its Monte Carlo standard error; null where it is not known.</param>
/// <param name="Keys">What names the row of the result file that it comes from, by column.</param>
internal sealed record SweepLinePoint(double Position, string Label, double Value, double Lower, double Upper, double? Error, IReadOnlyList<KeyValuePair<string, JsonNode?>> Keys)
{
    /// <summary>What a formula gives there; null where there is none.</summary>
    public double? Formula { get; init; }
}
