using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What may come to be known of a patient, where endpoints and groups name it.</summary>
internal sealed class FindingResolver(ResolutionContext context)
{
    private const string OneState = "one state with levels, such as {response: [CR, PR]}";

    /// <summary>The keys of a binary endpoint that say when it is yes.</summary>
    public static string[] Keys { get; } = ["best", "events", "adverse_events"];

    /// <summary>What makes a binary endpoint yes; null, with the reason reported, when what was written makes nothing.</summary>
    /// <param name="document">What was written.</param>
    /// <param name="visit">The visit at which it counts, where one is written.</param>
    /// <param name="path">Where it stands.</param>
    public Finding? OfBinary(EndpointDocument document, VisitNumber? visit, DocumentPath path) => Choice.ExactlyOne(document, Keys, path, context.Problems) switch
    {
        "events" => new EventFound(EventsOf(document.Events, path.Key("events"))),
        "adverse_events" => AdverseEventsOf(document.AdverseEvents!, path.Key("adverse_events")),
        "best" when StateOf(document.Best!, path.Key("best")) is var (state, levels) =>
            visit is { } at ? new LevelFoundAt(state.Index, levels, at) : new BestLevelFound(state.Index, levels),
        _ => null,
    };

    /// <summary>What starts a clock.</summary>
    public Finding Since(SinceDocument? document, DocumentPath path)
    {
        if (document?.State is { } written)
        {
            return StateOf(written, path.Key("state")) is var (state, levels) ? new LevelFound(state.Index, levels) : new Randomised();
        }

        return document?.Event is null or Names.Randomisation || context.Events.Find(document.Event, path) is not { } origin
            ? new Randomised()
            : new EventFound([origin.Index]);
    }

    /// <summary>That an event or a treatment has been; null, with the reason reported, for an unknown name.</summary>
    public Finding? Had(string? name, DocumentPath path)
    {
        if (context.Treatments.All.Any(treatment => treatment.Name == name))
        {
            return new TreatmentGiven(context.Treatments.Find(name, path)!.Value.Index);
        }

        return context.Events.Find(name, path) is { } happened ? new EventFound([happened.Index]) : null;
    }

    /// <summary>A state and some of its levels; null, with the reason reported, when what was written is none.</summary>
    public (Reference State, ImmutableArray<int> Levels)? StateOf(Named<Listed<string>> written, DocumentPath path)
    {
        if (written.Entries is not [(string name, Listed<string> levels)])
        {
            if (!context.Problems.HasErrorIn(path))
            {
                context.Problems.Error(path, $"This names {written.Entries.Length} states. Write {OneState}.");
            }

            return null;
        }

        DocumentPath place = path.Key(name);
        return context.States.Find(name, place) is { } state
            ? (state, [.. context.LevelsOfState(state).FindAll(levels, place).Select(level => level.Index)])
            : null;
    }

    private AdverseEventFound AdverseEventsOf(AdverseEventDocument document, DocumentPath path)
    {
        (int grade, ImmutableArray<int> events) = AdverseEventResolver.Resolve(document, path, context);
        return new AdverseEventFound(events, grade);
    }

    private ImmutableArray<int> EventsOf(Listed<string>? names, DocumentPath path) => [.. context.Events.FindAll(names, path).Select(one => one.Index)];
}
