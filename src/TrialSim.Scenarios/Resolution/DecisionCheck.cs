using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Testing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Decisions beside one another: contradictions, and what costs the error that the tests promise.</summary>
internal static class DecisionCheck
{
    /// <summary>Reports decisions that contradict one another, and warns of what is probably not meant.</summary>
    public static void Report(ImmutableArray<ResolvedDecision> decisions, DocumentPath path, DecisionSubjects subjects, ResolutionContext context)
    {
        if (context.Analyses.All.IsEmpty || context.Looks.All.IsEmpty)
        {
            return; // What decisions name cannot be looked up; that there is none is reported elsewhere.
        }

        for (int later = 0; later < decisions.Length; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                ReportPair(decisions[earlier].Compiled, decisions[later].Compiled, path, context);
            }

            WarnOfError(decisions[later].Compiled, path.Key(decisions[later].Compiled.Name), subjects, context);
        }
    }

    private static void ReportPair(Decision earlier, Decision later, DocumentPath path, ResolutionContext context)
    {
        int[] common = [.. earlier.Looks.Intersect(later.Looks)];
        if (common.Length == 0)
        {
            return;
        }

        string look = context.Looks.All[common[0]].Name;
        DocumentPath place = path.Key(later.Name);
        if (earlier is { If: DecisionCondition.Always, Then: DecisionAction.StopTrial })
        {
            context.Problems.Error(place, $"'{earlier.Name}' always ends the trial at '{look}', so this is never asked there. Give that one a condition, or put this one first.");
        }
        else if (SameCondition(earlier.If, later.If) && Contradict(earlier.Then, later.Then))
        {
            context.Problems.Error(place, $"'{earlier.Name}' does something else at '{look}' under the same condition. Remove one of the two, or change its condition.");
        }
    }

    private static bool Contradict(DecisionAction one, DecisionAction other) => (one, other) switch
    {
        (DecisionAction.StopTrial first, DecisionAction.StopTrial second) => first.Reason != second.Reason,
        (DecisionAction.ChangeRatio, DecisionAction.ChangeRatio) or (DecisionAction.EnrolOnly, DecisionAction.EnrolOnly)
            or (DecisionAction.ReestimateBlinded, DecisionAction.ReestimateBlinded) => true,
        (DecisionAction.Reestimate first, DecisionAction.Reestimate second) => first.Look == second.Look,
        (DecisionAction.StopAccrual, DecisionAction.ChangeRatio or DecisionAction.EnrolOnly or DecisionAction.ReestimateBlinded) => true,
        (DecisionAction.ChangeRatio or DecisionAction.EnrolOnly or DecisionAction.ReestimateBlinded, DecisionAction.StopAccrual) => true,
        _ => false,
    };

    // By value; the parts of joined conditions are arrays, which do not compare by their items.
    private static bool SameCondition(DecisionCondition one, DecisionCondition other) => (one, other) switch
    {
        (DecisionCondition.All first, DecisionCondition.All second) => SameParts(first.Parts, second.Parts),
        (DecisionCondition.Any first, DecisionCondition.Any second) => SameParts(first.Parts, second.Parts),
        (DecisionCondition.Negated first, DecisionCondition.Negated second) => SameCondition(first.Part, second.Part),
        _ => one == other,
    };

    private static bool SameParts(ImmutableArray<DecisionCondition> one, ImmutableArray<DecisionCondition> other) =>
        one.Length == other.Length && one.Zip(other, SameCondition).All(same => same);

    private static void WarnOfError(Decision decision, DocumentPath place, DecisionSubjects subjects, ResolutionContext context)
    {
        if (decision.Then is DecisionAction.Reestimate reestimate)
        {
            string name = context.Analyses.All[reestimate.Analysis].Name;
            if (subjects.Sequential.Any(test => test.Name == name && test.Compiled.Sequential is [{ Combination: StageCombination.AllData }]))
            {
                context.Problems.Warning(
                    place, $"'{name}' goes on for longer because of what it has shown, and its stages are not combined by fixed weights: the type I error is not held. Write combination: inverse_normal for it.");
            }
        }

        if (decision.Then is DecisionAction.StopTrial { Reason: StopReason.Efficacy })
        {
            WarnOfRepeatedTests(decision, place, subjects, context);
        }

        // Of arms that were chosen by what is tested later the tests have to share their error, which bounds or equal parts hold as if none had been dropped.
        int[] compared = decision.Then switch
        {
            DecisionAction.DropArmsWithin drop => [.. drop.Analyses],
            DecisionAction.KeepBestArms keep => [.. keep.Analyses],
            _ => [],
        };
        string[] later = [.. compared.Select(analysis => subjects.Analysis(context.Analyses.All[analysis])).OfType<ResolvedAnalysis>()
            .Where(analysis => analysis.Looks.Any(look => !decision.Looks.Contains(look.Index))).Select(analysis => analysis.Name)];
        if (later.Length > 1 && !later.All(subjects.Testing.Family.Contains))
        {
            context.Problems.Warning(
                place,
                $"Arms go by what {Advice.List(later)} show, which are tested again later and share no alpha: the family-wise error is not held. "
                + $"Write testing.family: {{method: closed_test, analyses: [{string.Join(", ", later)}]}}, "
                + "and combination: inverse_normal for each of them in testing.sequential.");
        }
    }

    private static void WarnOfRepeatedTests(Decision decision, DocumentPath place, DecisionSubjects subjects, ResolutionContext context)
    {
        foreach (int rejected in RejectedIn(decision.If).Distinct())
        {
            Reference reference = context.Analyses.All[rejected];
            if (subjects.KnowsTests && subjects.Test(reference) is null && !subjects.Testing.Family.Contains(reference.Name)
                && subjects.Analysis(reference) is { Method.HasPValue: true, Looks.Length: > 1 } analysis)
            {
                context.Problems.Warning(
                    place,
                    $"'{analysis.Name}' is tested at each of {Advice.List(analysis.Looks.Select(look => look.Name))} at all of its alpha, and its errors add up: the type I error is not held. "
                    + "Name it in testing.sequential, or write at: with one look.");
            }
        }
    }

    private static IEnumerable<int> RejectedIn(DecisionCondition condition) => condition switch
    {
        DecisionCondition.Rejected rejected => [rejected.Analysis],
        DecisionCondition.All all => all.Parts.SelectMany(RejectedIn),
        DecisionCondition.Any any => any.Parts.SelectMany(RejectedIn),
        _ => [],
    };
}
