using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>A factor on an event's hazard as long as a condition holds.</summary>
/// <param name="Event">Index of the event.</param>
/// <param name="While">The condition in disjunctive form: it holds when any term does.</param>
/// <param name="LogHazardRatio">Natural logarithm of the factor.</param>
public sealed record Effect(int Event, ImmutableArray<StateMask> While, double LogHazardRatio)
{
    /// <summary>Value of <see cref="Draw"/> for a factor that is the same in every replicate.</summary>
    public const int NotDrawn = -1;

    /// <summary>Number of the normal deviate, drawn once for each replicate, that moves the factor; or <see cref="NotDrawn"/>. Effects of one number move together.</summary>
    public int Draw { get; init; } = NotDrawn;

    /// <summary>What one standard deviation of the draw adds to <see cref="LogHazardRatio"/>, which is then the middle over replicates.</summary>
    public double LogHazardRatioPerDeviation { get; init; }

    /// <summary>Whether the factor differs between replicates.</summary>
    public bool IsDrawn => Draw != NotDrawn;

    /// <summary>Whether the condition holds in this state.</summary>
    public bool Holds(ulong state) => StateMask.AnyHolds(While, state);
}
