using System.Collections.Immutable;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Rules of the protocol that wait for what never comes: an event that cannot happen, a level that nothing brings, another arm, a treatment that its arms do not get.</summary>
internal sealed class StopRuleCheck
{
    private readonly ResolvedProtocol _protocol;
    private readonly ResolvedTruth _truth;
    private readonly EventPossibility _possibility;
    private readonly ResolutionContext _context;

    private StopRuleCheck(ResolvedProtocol protocol, ResolvedTruth truth, EventPossibility possibility, ResolutionContext context)
    {
        _protocol = protocol;
        _truth = truth;
        _possibility = possibility;
        _context = context;
    }

    /// <summary>Warns of rules that can never hold in any arm that has them. Those that contradict themselves are found when they are compiled.</summary>
    /// <param name="protocol">Treatments and visits, all of them.</param>
    /// <param name="truth">Events and states, all of them.</param>
    /// <param name="possibility">Which events can happen.</param>
    /// <param name="path">The design's place.</param>
    /// <param name="context">Names, and what takes the reports.</param>
    public static void Report(ResolvedProtocol protocol, ResolvedTruth truth, EventPossibility possibility, DocumentPath path, ResolutionContext context)
    {
        StopRuleCheck check = new(protocol, truth, possibility, context);
        foreach (ResolvedTreatment treatment in protocol.Treatments)
        {
            DocumentPath place = path.Key("treatments").Key(treatment.Name);
            check.Report(treatment.StopIf, treatment.Arms, place.Key("stop_if"));
            if (treatment is ResolvedTreatment.Drug drug)
            {
                check.Report(drug.Dosing.ReduceIf, treatment.Arms, place.Key("reduce_if"));
                check.Report(drug.Dosing.InterruptIf, treatment.Arms, place.Key("interrupt_if"));
            }
        }

        foreach (ResolvedVisit visit in protocol.Visits)
        {
            check.Report(visit.Until, [.. visit.Arms], path.Key("visits").Key(visit.Name).Key("until"));
        }
    }

    private void Report(ResolvedCondition rule, ImmutableArray<int> arms, DocumentPath place)
    {
        // That no arm has it is said elsewhere.
        if (arms.IsEmpty || rule == ConditionResolver.Never || arms.Any(arm => CanHold(rule, arm)))
        {
            return;
        }

        string[] reasons = [.. rule.Leaves().Where(leaf => !arms.Any(arm => CanHold(leaf, arm))).Select(ReasonOf).Distinct()];
        if (reasons.Length > 0)
        {
            _context.Problems.Warning(place, $"This can never hold: {string.Join("; ", reasons)}. Name something that can come, or remove it.");
        }
    }

    // What is negated, timed or asked of covariates counts as possible.
    private bool CanHold(ResolvedCondition condition, int arm) => condition switch
    {
        ResolvedCondition.Any any => any.Parts.Any(part => CanHold(part, arm)),
        ResolvedCondition.All all => all.Parts.All(part => CanHold(part, arm)),
        ResolvedCondition.InArm inArm => inArm.Arms.Contains(arm),
        ResolvedCondition.Treated treated => _protocol.Treatments[treated.Treatment].Arms.Contains(arm),
        ResolvedCondition.Taking taking => _protocol.Treatments[taking.Treatment].Arms.Contains(arm),
        ResolvedCondition.Had had => CanBeReported(had.Event, arm),
        ResolvedCondition.InState inState => inState.Levels.Any(level => CanBeReached(_truth.States[inState.State], level)),
        _ => true,
    };

    // Readers may report what never happens.
    private bool CanBeReported(int index, int arm) =>
        _truth.Events[index].Reading.InventedProbability > 0 || _possibility.CanHappen(_truth.Events[index].Name, [_context.Arms.All[arm]]);

    // Who moves from level to level may come to any.
    private static bool CanBeReached(ResolvedState state, int level) =>
        state.Starts.Probabilities[level] > 0 || state.Changes.Any(change => change.Becomes.Next > 0 || change.Becomes.Probabilities[level] > 0);

    private string ReasonOf(ResolvedCondition leaf) => leaf switch
    {
        ResolvedCondition.InArm => "no arm that has it is named",
        ResolvedCondition.Treated treated => $"no arm that has it gets {_protocol.Treatments[treated.Treatment].Name}",
        ResolvedCondition.Taking taking => $"no arm that has it gets {_protocol.Treatments[taking.Treatment].Name}",
        ResolvedCondition.Had had => $"{_truth.Events[had.Event].Name} never happens there",
        ResolvedCondition.InState inState =>
            $"{_truth.States[inState.State].Name} never becomes {string.Join(" or ", inState.Levels.Select(level => _truth.States[inState.State].Levels[level]))}",
        _ => throw new InvalidOperationException("Only what can never hold has a reason."),
    };
}
