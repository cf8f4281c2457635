using System.Text.Json.Nodes;

namespace TrialSim.Charts.Swimmers;

/// <summary>Something that lasts.</summary>
/// <param name="Row">Number of the row, from 0.</param>
/// <param name="From">Months since randomisation.</param>
/// <param name="To">Months since randomisation.</param>
/// <param name="Category">Name of its <see cref="SwimmerCategory"/>.</param>
/// <param name="Text">Written into the bar where it fits; may be empty.</param>
/// <param name="Tip">What it is, in words.</param>
public sealed record SwimmerBar(int Row, double From, double To, string Category, string Text, string Tip)
{
    /// <summary>Columns of the row of a result file that it shows, which stand in the picture's data; empty where it is of none.</summary>
    public JsonObject Fields { get; init; } = [];
}
