namespace TrialSim.Results.Comparisons;

/// <summary>A cell of a sweep, as <c>sweep.csv</c> has it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Values">The value of each varied key.</param>
/// <param name="Rows">Those of its operating characteristics that are compared.</param>
internal sealed record ComparedCell(int Number, IReadOnlyList<string> Values, List<OperatingCharacteristic> Rows)
{
    /// <summary>Its place in any sweep over the same keys.</summary>
    public string Place => string.Join('\n', Values);
}
