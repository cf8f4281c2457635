using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>
/// Warnings about tests that are done at several looks, at all of their alpha each time, where the looks come to one verdict: beside decisions, and in a family. Looks that only stand side by side to be
/// compared have an error each, which is held.
/// </summary>
internal static class RepeatedTestCheck
{
    private static readonly DocumentPath Analyses = DocumentPath.Root.Key("design").Key("analyses");

    /// <summary>Warns of them.</summary>
    public static void Warn(ResolvedDesign design, ImmutableArray<Decision> decisions, ProblemList problems)
    {
        foreach (ResolvedAnalysis test in design.Analyses.Where(test => IsRepeated(test, design)))
        {
            bool isOfFamily = design.Testing.Family.Contains(test.Name);
            if (isOfFamily || (!decisions.IsEmpty && !IsBesideTheTest(test, design) && !StopsForEfficacy(test, design, decisions)))
            {
                string looks = Advice.List(test.Looks.Select(look => look.Name));
                string advice = test.Method.HasSequentialZ || test.Method is ResolvedMethod.ExactBinomial ? "Name it in testing.sequential, or write" : "Write";
                problems.Warning(
                    Analyses.Key(test.Name),
                    $"'{test.Name}' is tested at each of {looks} at all of its alpha, and its errors add up: the type I error is not held. {advice} at: with one look.");
            }
        }
    }

    // Groups that come about after randomisation are described, whatever their p-values.
    private static bool IsRepeated(ResolvedAnalysis test, ResolvedDesign design) =>
        test is { Method: { HasPValue: true, Groups.IsEmpty: true }, Looks.Length: > 1 } && design.Sequential.All(other => other.Name != test.Name);

    // What another test decides, with bounds, a share of alpha, or at one look, is estimated here.
    private static bool IsBesideTheTest(ResolvedAnalysis test, ResolvedDesign design) => design.Analyses.Any(other =>
        other.Name != test.Name && other.Method.HasPValue && !IsRepeated(other, design) && other.Endpoint == test.Endpoint
        && other.Method.Compared.SequenceEqual(test.Method.Compared) && other.Method.Described.SequenceEqual(test.Method.Described));

    // Warned of beside the decision.
    private static bool StopsForEfficacy(ResolvedAnalysis test, ResolvedDesign design, ImmutableArray<Decision> decisions) => decisions.Any(decision =>
        decision.Then is DecisionAction.StopTrial { Reason: StopReason.Efficacy }
        && DecisionPossibility.LeavesOf(decision.If).OfType<DecisionCondition.Rejected>().Any(rejected => design.Analyses[rejected.Analysis].Name == test.Name));
}
