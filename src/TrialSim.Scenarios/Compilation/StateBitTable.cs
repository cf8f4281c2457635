using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Gives each fact that some condition or hazard asks for its place in a patient's state, in the order of first use.</summary>
internal sealed class StateBitTable
{
    private readonly List<StateBit> _facts = [];

    /// <summary>How many facts are asked for; more than <see cref="Limits.StateBits"/> cannot be compiled.</summary>
    public int Count => _facts.Count;

    /// <summary>The facts with their places.</summary>
    public ImmutableArray<StateBit> Bits => [.. _facts.Select((fact, place) => fact with { Bit = place })];

    /// <summary>The state in which only this fact holds.</summary>
    /// <param name="fact">The fact; its place is ignored.</param>
    public ulong MaskOf(StateBit fact)
    {
        int place = _facts.IndexOf(fact with { Bit = 0 });
        if (place < 0)
        {
            place = _facts.Count;
            _facts.Add(fact with { Bit = 0 });
        }

        // Beyond the limit the masks are wrong, which does not matter: the scenario is refused.
        return 1UL << (place % Limits.StateBits);
    }

    /// <summary>Whether a patient can be in such a state: in one arm only, with one level of a covariate or state only.</summary>
    public bool IsPossible(StateMask term)
    {
        StateBit[] holding = [.. _facts.Where((_, place) => Holds(term, place, 1))];
        StateBit[] missing = [.. _facts.Where((_, place) => Holds(term, place, 0))];
        return holding.OfType<ArmBit>().Count() <= 1
            && holding.OfType<LevelBit>().GroupBy(level => level.Covariate).All(levels => levels.Count() == 1)
            && holding.OfType<StateLevelBit>().GroupBy(level => level.State).All(levels => levels.Count() == 1)
            && !holding.OfType<AtLeastBit>().Any(lower => missing.OfType<AtLeastBit>().Any(upper => upper.Covariate == lower.Covariate && upper.Value <= lower.Value))
            && !holding.OfType<AdverseEventBit>().Any(high => missing.OfType<AdverseEventBit>().Any(low => low.Event == high.Event && low.Grade <= high.Grade))
            && !holding.OfType<TakingBit>().Any(taking => missing.OfType<TreatedBit>().Any(treated => treated.Treatment == taking.Treatment))
            && !holding.OfType<SinceSessionBit>().Any(from => missing.OfType<SinceSessionBit>().Any(until => until.Session == from.Session && until.Days <= from.Days))
            && !holding.OfType<ElapsedBit>().Any(from => missing.OfType<ElapsedBit>().Any(until => until.Days <= from.Days));
    }

    private static bool Holds(StateMask term, int place, ulong value) =>
        place < Limits.StateBits && ((term.Mask >> place) & 1) == 1 && ((term.Value >> place) & 1) == value;
}
