using System.Collections.Immutable;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Sweeps;

/// <summary>One scenario of a sweep.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Keys">The keys that the sweep varies.</param>
/// <param name="Values">The value of each, as YAML in one line.</param>
/// <param name="Before">The cells before it, one along each dimension in which it is not the first.</param>
public sealed record SweepCell(int Number, ImmutableArray<string> Keys, ImmutableArray<string> Values, ImmutableArray<SweepNeighbour> Before)
{
    /// <summary><c>design.patients=100, truth.accrual.duration=12mo</c>, for messages: values that are longer than any that is meant are cut short.</summary>
    public override string ToString() => string.Join(", ", Keys.Select((key, index) => $"{key}={Advice.Shortened(Values[index])}"));
}
