using System.Collections.Immutable;
using TrialSim.Model.Testing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Whether the members of a family can be tested at their looks: with bounds that a share of alpha can have, and the same ones for a closed test.</summary>
internal static class FamilyLooksCheck
{
    /// <summary>Reports what cannot be done.</summary>
    public static void Report(ResolvedFamily family, ImmutableArray<ResolvedAnalysis> analyses, ImmutableArray<ResolvedSequential> tests, DocumentPath testing, ProblemList problems)
    {
        DocumentPath path = testing.Key("family");
        if (problems.HasErrorIn(testing.Key("sequential")))
        {
            return; // What was not understood there cannot be missed here.
        }

        foreach (Reference member in family.Compiled.IsEmpty ? [] : family.Members)
        {
            ResolvedSequential? bounds = tests.FirstOrDefault(test => test.Name == member.Name);
            int looks = analyses.First(analysis => analysis.Name == member.Name).Looks.Length;
            if (bounds is { Compiled.TwoStage.IsEmpty: false })
            {
                problems.Error(path.Key("analyses"), $"'{member.Name}' has two stages with limits of their own, and no share of alpha. Remove it here.");
            }
            else if (bounds is null && looks > 1)
            {
                problems.Error(
                    path.Key("analyses"),
                    $"'{member.Name}' is tested at {looks} looks, and its errors add up. Name it in testing.sequential, or write at: with one look.");
            }
            else if (bounds is not null && family.Compiled[0] is TestFamily.Graph && bounds.Written.Efficacy?.Spending is null)
            {
                problems.Error(
                    testing.Key("sequential").Key(member.Name).Key("efficacy"),
                    $"What '{member.Name}' gets of alpha changes with what is rejected, and these bounds belong to one alpha. Write a spending function, such as efficacy: {{spending: obrien_fleming}}.");
            }
        }

        if (family.Compiled is [TestFamily.Closed closed] && !problems.HasErrorIn(path))
        {
            ReportClosed(family, closed, tests, path, problems);
        }
    }

    private static void ReportClosed(ResolvedFamily family, TestFamily.Closed closed, ImmutableArray<ResolvedSequential> tests, DocumentPath path, ProblemList problems)
    {
        SequentialTest[] own = [.. tests.Where(test => family.Contains(test.Name)).SelectMany(test => test.Compiled.Sequential)];
        if (own.Length != 0 && own.Length != closed.Members.Length)
        {
            problems.Error(path.Key("analyses"), "Only some of the tests have bounds. Name all of them in testing.sequential with the same bounds, or none.");
        }
        else if (Array.Exists(own, test => test.Combination != StageCombination.InverseNormal))
        {
            problems.Error(path.Key("method"), "A closed test combines its stages with weights that are planned. Write combination: inverse_normal for each of its tests in testing.sequential.");
        }
        else if (Array.Exists(own, test => !test.PlannedInformation.SequenceEqual(own[0].PlannedInformation)
            || !test.Plan.BoundsAt(Fractions(test), 1.0).Efficacy.SequenceEqual(own[0].Plan.BoundsAt(Fractions(own[0]), 1.0).Efficacy)))
        {
            problems.Error(path.Key("analyses"), "The tests have different bounds or information, and an intersection has one. Write the same efficacy and information for each in testing.sequential.");
        }
    }

    private static double[] Fractions(SequentialTest test) => [.. test.PlannedInformation.Select(information => information / test.PlannedInformation[^1])];
}
