using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Conditions to disjunctive form: alternatives, each of facts that hold or do not.</summary>
internal sealed class ConditionCompiler(StateBitTable bits, ProblemList problems)
{
    // Products before simplification: contradictions and repetitions may leave fewer.
    private const int MaxProducts = 16 * Limits.Terms;

    /// <summary>The alternatives, none of which another one covers; empty when the condition can never hold.</summary>
    public ImmutableArray<StateMask> Compile(ResolvedCondition condition, DocumentPath path) =>
        TryCompile(condition, isTrue: true, out ImmutableArray<StateMask> terms) ? terms : Refuse(path);

    private static ImmutableArray<StateMask> Simplify(IEnumerable<StateMask> terms)
    {
        ImmutableArray<StateMask>.Builder kept = ImmutableArray.CreateBuilder<StateMask>();
        foreach (StateMask term in terms.Distinct().OrderBy(term => ulong.PopCount(term.Mask)))
        {
            if (!kept.Any(shorter => (term.Mask & shorter.Mask) == shorter.Mask && shorter.Holds(term.Value)))
            {
                kept.Add(term);
            }
        }

        return kept.ToImmutable();
    }

    private ImmutableArray<StateMask> Refuse(DocumentPath path)
    {
        problems.Error(path, $"This condition has more than {Limits.Terms} alternatives. Write it simpler, or as several effects.");
        return [];
    }

    // False when there are too many alternatives.
    private bool TryCompile(ResolvedCondition condition, bool isTrue, out ImmutableArray<StateMask> terms)
    {
        switch (condition)
        {
            case ResolvedCondition.InArm inArm:
                return TryOneOf(inArm.Arms.Select(arm => bits.MaskOf(new ArmBit(0, arm))), isTrue, out terms);
            case ResolvedCondition.HasLevel hasLevel:
                return TryOneOf(hasLevel.Levels.Select(level => bits.MaskOf(new LevelBit(0, hasLevel.Covariate, level))), isTrue, out terms);
            case ResolvedCondition.AtLeast atLeast:
                return TryOneOf([bits.MaskOf(new AtLeastBit(0, atLeast.Covariate, atLeast.Value))], isTrue, out terms);
            case ResolvedCondition.Had had:
                return TryOneOf([bits.MaskOf(new HadBit(0, had.Event))], isTrue, out terms);
            case ResolvedCondition.Treated treated:
                return TryOneOf([bits.MaskOf(new TreatedBit(0, treated.Treatment))], isTrue, out terms);
            case ResolvedCondition.Taking taking:
                return TryOneOf([bits.MaskOf(new TakingBit(0, taking.Treatment))], isTrue, out terms);
            case ResolvedCondition.InState inState:
                return TryOneOf(inState.Levels.Select(level => bits.MaskOf(new StateLevelBit(0, inState.State, level))), isTrue, out terms);
            case ResolvedCondition.ReducedTo reduced:
                return TryOneOf([bits.MaskOf(new DoseBit(0, reduced.Treatment, reduced.Level))], isTrue, out terms);
            case ResolvedCondition.AdverseEvent adverse:
                return TryOneOf(adverse.Events.Select(one => bits.MaskOf(new AdverseEventBit(0, one, adverse.Grade))), isTrue, out terms);
            case ResolvedCondition.SinceSession since:
                return TryOneOf([bits.MaskOf(new SinceSessionBit(0, since.Session, since.Days))], isTrue, out terms);
            case ResolvedCondition.Elapsed elapsed:
                return TryOneOf([bits.MaskOf(new ElapsedBit(0, elapsed.Days))], isTrue, out terms);
            case ResolvedCondition.Not not:
                return TryCompile(not.Part, !isTrue, out terms);
            case ResolvedCondition.Any any:
                return TryJoin(any.Parts, isTrue, isUnion: isTrue, out terms);
            case ResolvedCondition.All all:
                return TryJoin(all.Parts, isTrue, isUnion: !isTrue, out terms);
            default:
                throw new InvalidOperationException("A condition of an unknown kind.");
        }
    }

    private static bool TryOneOf(IEnumerable<ulong> facts, bool isTrue, out ImmutableArray<StateMask> terms)
    {
        terms = isTrue
            ? [.. facts.Select(fact => new StateMask(fact, fact))]
            : [new StateMask(facts.Aggregate(0UL, (all, fact) => all | fact), 0UL)];
        return true;
    }

    private bool TryJoin(ImmutableArray<ResolvedCondition> parts, bool isTrue, bool isUnion, out ImmutableArray<StateMask> terms)
    {
        terms = isUnion ? [] : [StateMask.Always];
        foreach (ResolvedCondition part in parts)
        {
            if (!TryCompile(part, isTrue, out ImmutableArray<StateMask> more))
            {
                return false;
            }

            if (!isUnion && terms.Length * more.Length > MaxProducts)
            {
                return false;
            }

            terms = Simplify(isUnion ? terms.Concat(more) : terms.SelectMany(left => more.SelectMany(right => Both(left, right))));
            if (terms.Length > Limits.Terms)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Both of two conjunctions; nothing when they contradict one another.</summary>
    public IEnumerable<StateMask> Both(StateMask left, StateMask right)
    {
        ulong common = left.Mask & right.Mask;
        StateMask both = new(left.Mask | right.Mask, left.Value | right.Value);
        return (left.Value & common) == (right.Value & common) && bits.IsPossible(both) ? [both] : [];
    }
}
