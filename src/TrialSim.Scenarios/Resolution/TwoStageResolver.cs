using System.Collections.Immutable;
using TrialSim.Model.Testing;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Single-arm tests of responders in two stages.</summary>
internal static class TwoStageResolver
{
    /// <summary>The test; null, with the reason reported, when what was written makes none.</summary>
    public static ResolvedSequential? Resolve(
        Reference reference, ResolvedAnalysis analysis, SequentialDocument document, ImmutableArray<ResolvedLook> looks, DocumentPath path, ProblemList problems)
    {
        TwoStageDocument stages = document.TwoStage!;
        DocumentPath place = path.Key("two_stage");
        foreach (string key in Choice.Written(document).Where(key => key != "two_stage"))
        {
            problems.Error(path.Key(key), $"'{key}' has no meaning beside two_stage. Remove it.");
        }

        if (analysis.Method is not (ResolvedMethod.ExactBinomial or ResolvedMethod.Proportion { Arms.Length: 1 }))
        {
            problems.Error(place, $"'{analysis.Name}' does not count responders of one arm. Write method: exact_binomial, or bounds instead of two_stage.");
            return null;
        }

        if (analysis.Looks.Length != 2)
        {
            problems.Error(place, $"'{analysis.Name}' has {analysis.Looks.Length} looks. Write at: with two, the one after the first stage and the last.");
            return null;
        }

        if (problems.HasErrorIn(path) || problems.HasErrorIn(DocumentPath.Root.Key("design").Key("looks")) || stages.FirstLimit is not { } first || stages.Limit is not { } limit)
        {
            return null;
        }

        int?[] patients = [.. analysis.Looks.Select(look => PatientsOf(looks.First(known => known.Name == look.Name).When))];
        int unknown = Array.FindIndex(patients, count => count is null);
        if (unknown >= 0)
        {
            problems.Error(
                place,
                $"'{analysis.Looks[unknown].Name}' does not wait for a number of patients, so the stage has no size. Write when: {{followed_up: {{patients: …, for: …}}}}.");
            return null;
        }

        (int firstPatients, int all) = (patients[0]!.Value, patients[1]!.Value);
        if (firstPatients >= all)
        {
            problems.Error(place, $"The first stage has {firstPatients} patients, both together {all}. Name the look after the first stage first.");
        }
        else if (first >= firstPatients)
        {
            problems.Error(place.Key("first_limit"), $"With {first} of {firstPatients} responders or fewer it gives up, which is always. Write less than {firstPatients}.");
        }
        else if (limit < first || limit >= all)
        {
            problems.Error(place.Key("limit"), $"{limit} does not lie between the first limit of {first} and {all} patients. Write a number from {first} to {all - 1}.");
        }
        else
        {
            SimonDesign design = new(first, firstPatients, limit, all);
            TwoStageTest test = new(reference.Index, analysis.Looks[0].Index, analysis.Looks[1].Index, design);
            return new ResolvedSequential(analysis.Name, document, new TestingPlan([], [test]));
        }

        return null;
    }

    private static int? PatientsOf(ResolvedTrigger trigger) => trigger.Leaves().Select(leaf => leaf switch
    {
        ResolvedTrigger.Randomised randomised => randomised.Count,
        ResolvedTrigger.FollowedUp followedUp => followedUp.Count,
        _ => (int?)null,
    }).FirstOrDefault(count => count is not null);
}
