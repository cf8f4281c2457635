using System.Collections.Immutable;
using TrialSim.Model.Decisions;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Whether conditions of decisions can hold, from their form alone: what data may show counts as possible.</summary>
internal static class DecisionPossibility
{
    /// <summary>Whether a condition can ever hold.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="decisions">All decisions, to which it may refer.</param>
    public static bool CanHold(DecisionCondition condition, ImmutableArray<Decision> decisions) => condition switch
    {
        DecisionCondition.Negated negated => !MustHold(negated.Part, decisions),
        DecisionCondition.Taken taken => CanHold(decisions[taken.Decision].If, decisions), // Earlier in the list, so that this ends.
        DecisionCondition.Any any => any.Parts.Any(part => CanHold(part, decisions)),
        DecisionCondition.All all => all.Parts.All(part => CanHold(part, decisions)) && !Contradict([.. all.Parts.SelectMany(Joined)]),
        _ => true,
    };

    /// <summary>The conditions that a condition is joined from, without those that are negated.</summary>
    public static IEnumerable<DecisionCondition> LeavesOf(DecisionCondition condition) => condition switch
    {
        DecisionCondition.Any any => any.Parts.SelectMany(LeavesOf),
        DecisionCondition.All all => all.Parts.SelectMany(LeavesOf),
        DecisionCondition.Negated => [],
        _ => [condition],
    };

    private static bool MustHold(DecisionCondition condition, ImmutableArray<Decision> decisions) => condition switch
    {
        DecisionCondition.Always => true,
        DecisionCondition.Negated negated => !CanHold(negated.Part, decisions),
        DecisionCondition.Any any => any.Parts.Any(part => MustHold(part, decisions)),
        DecisionCondition.All all => all.Parts.All(part => MustHold(part, decisions)),
        _ => false,
    };

    private static IEnumerable<DecisionCondition> Joined(DecisionCondition condition) =>
        condition is DecisionCondition.All all ? all.Parts.SelectMany(Joined) : [condition];

    private static bool Contradict(DecisionCondition[] parts) => parts.Any(one => parts.Any(other => Contradict(one, other)));

    private static bool Contradict(DecisionCondition one, DecisionCondition other) => (one, other) switch
    {
        (DecisionCondition.Negated negated, _) => negated.Part == other,
        (DecisionCondition.Rejected rejected, DecisionCondition.Futile futile) => rejected.Analysis == futile.Analysis,
        (DecisionCondition.FigureWithin first, DecisionCondition.FigureWithin second) =>
            first with { Range = second.Range } == second && first.Range.Above >= second.Range.Below,
        _ => false,
    };
}
