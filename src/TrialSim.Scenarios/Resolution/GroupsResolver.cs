using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Groups of patients that come about after randomisation.</summary>
internal sealed class GroupsResolver(ResolutionContext context)
{
    private static readonly string[] Keys = ["best", "had"];

    private readonly FindingResolver _findings = new(context);

    /// <summary>The groups; null, with the reason reported, when what was written makes none.</summary>
    /// <param name="document">What was written.</param>
    /// <param name="arms">The arms whose patients are divided.</param>
    /// <param name="path">Where it stands.</param>
    public ResolvedGroups? Resolve(GroupsDocument document, ImmutableArray<Reference> arms, DocumentPath path)
    {
        bool isTimeDependent = document.TimeDependent ?? false;
        Duration? landmark = document.Landmark?.Value;
        if (isTimeDependent && landmark is not null)
        {
            context.Problems.Error(
                path, "A landmark fixes the groups on a day, and time_dependent lets patients change them. Write landmark: none, or time_dependent: false.");
        }

        (Finding? status, string with, string without) = StatusOf(document, path);
        return status is null
            ? null
            : new ResolvedGroups(
                document with { Landmark = document.Landmark ?? OrNone<Duration>.None, TimeDependent = isTimeDependent },
                new PatientGroups(
                    status,
                    with,
                    without,
                    isTimeDependent ? new GroupedFromDay() : landmark is null ? new GroupedEver() : new GroupedAtLandmark(landmark.Days),
                    [.. arms.Select(arm => arm.Index)]));
    }

    private (Finding? Status, string With, string Without) StatusOf(GroupsDocument document, DocumentPath path) =>
        Choice.ExactlyOne(document, Keys, path, context.Problems) switch
        {
            "best" when _findings.StateOf(document.Best!, path.Key("best")) is var (state, levels) => OfBest(state, levels, document, path),
            "had" => (_findings.Had(document.Had, path.Key("had")), document.Had!, $"no {document.Had}"),
            _ => (null, "", ""),
        };

    private (Finding? Status, string With, string Without) OfBest(Reference state, ImmutableArray<int> levels, GroupsDocument document, DocumentPath path)
    {
        string with = string.Join('/', levels.Select(level => context.StateLevels[state.Index][level]));
        if (document.TimeDependent == true && levels.Any(level => level >= levels.Length))
        {
            context.Problems.Error(
                path.Key("best"),
                $"A level that is better than these can follow, and the patient would leave the group again, which time_dependent does not follow. Name the first {levels.Length} of the list.");
        }

        return (new BestLevelFound(state.Index, levels), with, $"not {with}");
    }
}
