using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>A conjunction of facts about a patient: certain bits of the state have certain values.</summary>
/// <param name="Mask">The bits that matter.</param>
/// <param name="Value">What they must be; zero outside <paramref name="Mask"/>.</param>
public readonly record struct StateMask(ulong Mask, ulong Value)
{
    /// <summary>Holds for everybody, always.</summary>
    public static StateMask Always => default;

    /// <summary>Whether the facts hold in this state.</summary>
    public bool Holds(ulong state) => (state & Mask) == Value;

    /// <summary>Whether one of several conjunctions holds in this state.</summary>
    public static bool AnyHolds(ImmutableArray<StateMask> terms, ulong state)
    {
        foreach (StateMask term in terms)
        {
            if (term.Holds(state))
            {
                return true;
            }
        }

        return false;
    }
}
