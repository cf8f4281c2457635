using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Certain visits of schedules, where endpoints name them.</summary>
internal sealed class VisitNumberResolver(ResolutionContext context, Named<VisitDocument>? visits)
{
    /// <summary>The visit; null, with the reason reported, when there is none.</summary>
    /// <param name="document">What was written.</param>
    /// <param name="seenAt">The schedules that look at what is asked for; none where it is known at any time.</param>
    /// <param name="what">What is looked at, for messages.</param>
    /// <param name="path">Where it stands.</param>
    public VisitNumber? Resolve(VisitNumberDocument document, IReadOnlyCollection<Reference> seenAt, string what, DocumentPath path)
    {
        if (context.Visits.Find(document.Visit, path.Key("visit")) is not { } visit || document.Number is not { } number)
        {
            return null;
        }

        if (seenAt.Count > 0 && !seenAt.Contains(visit))
        {
            context.Problems.Error(path.Key("visit"), $"'{visit.Name}' does not look at '{what}'. Name one that does: {Advice.List(seenAt.Select(one => one.Name))}.");
        }

        if (number > 1 && visits!.Entries[visit.Index].Value is { } schedule && schedule.ThenEvery?.Value is null && schedule.After is null or Names.Randomisation)
        {
            context.Problems.Error(path.Key("number"), $"'{visit.Name}' takes place once. Write 1, or give it then_every.");
        }

        return new VisitNumber(visit.Index, number);
    }
}
