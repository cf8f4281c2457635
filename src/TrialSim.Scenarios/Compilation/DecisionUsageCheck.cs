using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Warnings about bounds that no decision follows, decisions of which nothing follows, and tests over looks that each have all of the alpha.</summary>
internal static class DecisionUsageCheck
{
    private static readonly DocumentPath Design = DocumentPath.Root.Key("design");

    /// <summary>Warns of them.</summary>
    public static void Warn(ResolvedDesign design, ProblemList problems)
    {
        ImmutableArray<Decision> decisions = [.. design.Decisions.Select(decision => decision.Compiled)];
        WarnOfBoundsNotFollowed(design, decisions, problems);
        WarnOfSeparateAlphas(design, problems);
        RepeatedTestCheck.Warn(design, decisions, problems);
        foreach (Decision decision in decisions)
        {
            DocumentPath place = Design.Key("decisions").Key(decision.Name);
            if (!DecisionPossibility.CanHold(decision.If, decisions))
            {
                problems.Warning(place.Key("if"), $"This can never hold, so '{decision.Name}' is never decided. Write another condition, or remove the decision.");
            }

            WarnOfLastLook(design, decision, place, problems);
        }
    }

    // Without any decision none is wanted; those that bounds bring along follow all of them.
    private static void WarnOfBoundsNotFollowed(ResolvedDesign design, ImmutableArray<Decision> decisions, ProblemList problems)
    {
        foreach (ResolvedSequential test in decisions.IsEmpty ? [] : design.Sequential)
        {
            (int analysis, bool mayReject) = test.Compiled.Sequential is [{ } plan]
                ? (plan.Analysis, plan.PlannedBounds().Efficacy.AsSpan()[..^1].ContainsAnyExcept(double.PositiveInfinity))
                : (test.Compiled.TwoStage[0].Analysis, false);
            bool mayGiveUp = test.Written.TwoStage is not null || (test.Written.Futility?.Value is not null && test.Compiled.Sequential[0].Looks.Length > 1);
            string[] missing =
            [
                .. mayReject && !decisions.Any(decision => Follows(decision, new DecisionCondition.Rejected(analysis), StopReason.Efficacy)) ? ["efficacy"] : Array.Empty<string>(),
                .. mayGiveUp && !decisions.Any(decision => Follows(decision, new DecisionCondition.Futile(analysis), StopReason.Futility)) ? ["futility"] : Array.Empty<string>(),
            ];
            if (missing.Length > 0)
            {
                string stops = string.Join(" and ", missing.Select(reason => $"stop_for_{reason}: {{if: {{{(reason == "efficacy" ? "rejected" : "futile")}: {test.Name}}}, then: {{stop: {reason}}}}}"));
                problems.Warning(
                    Design.Key("decisions"),
                    $"No decision follows where '{test.Name}' crosses its {(missing.Length == 1 ? "bound" : "bounds")} for {string.Join(" and ", missing)}: decisions that are written stand instead of those that bounds bring along, "
                    + $"so that the trial goes on. Write beside them {stops}.");
            }
        }
    }

    // It asks for the verdict, stops for the reason by any figure of the test, takes arms out by it, or chooses among arms, which go on then to be tested at the end.
    private static bool Follows(Decision decision, DecisionCondition verdict, StopReason reason)
    {
        int analysis = verdict is DecisionCondition.Rejected rejected ? rejected.Analysis : ((DecisionCondition.Futile)verdict).Analysis;
        DecisionCondition[] leaves = [.. DecisionPossibility.LeavesOf(decision.If)];
        return leaves.Contains(verdict)
            || (decision.Then is DecisionAction.StopTrial stop && stop.Reason == reason && leaves.Any(leaf => leaf is DecisionCondition.FigureWithin within && within.Analysis == analysis))
            || (reason == StopReason.Futility && decision.Then is DecisionAction.DropArmsWithin drop && drop.Analyses.Contains(analysis))
            || (decision.Then is DecisionAction.KeepBestArms keep && keep.Analyses.Contains(analysis));
    }

    private static void WarnOfLastLook(ResolvedDesign design, Decision decision, DocumentPath place, ProblemList problems)
    {
        int last = design.Looks.Length - 1;
        string name = design.Looks[last].Name;
        if (decision.Looks.All(look => look == last))
        {
            problems.Warning(place, $"After '{name}', the last look, the trial is over: what is decided there changes nothing. Write at: with an earlier look, or remove the decision.");
        }
        else if (decision.Looks.Contains(last) && decision.Then is not DecisionAction.StopTrial)
        {
            problems.Warning(place, $"At '{name}', the last look, this changes nothing, because nobody is randomised or tested after it. Write at: with the earlier looks alone.");
        }
    }

    // Two stages have limits of their own and belong to no family.
    private static void WarnOfSeparateAlphas(ResolvedDesign design, ProblemList problems)
    {
        string[] apart = [.. design.Sequential.Where(test => test.Written.TwoStage is null && !design.Testing.Family.Contains(test.Name)).Select(test => test.Name)];
        bool hasFamily = !design.Testing.Family.Members.IsEmpty;
        if (apart.Length > (hasFamily ? 0 : 1))
        {
            problems.Warning(
                Design.Key("testing").Key("sequential"),
                $"{Advice.List(apart)}{(hasFamily ? " and the family" : "")} each have all of the alpha, so that more than alpha is the probability of rejecting any of them in error. "
                + "Write testing.family with all of them, such as method: bonferroni.");
        }
    }
}
