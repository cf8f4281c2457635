using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Looks: what has to be so for them, and whether it ever can be.</summary>
internal sealed class LookResolver(ResolutionContext context, int? patients, ResolvedAllocation allocation, EventPossibility possibility, Named<LookDocument>? looks)
{
    private static readonly string[] Keys = ["trial_time", "follow_up_of_last_patient", "patients_randomised", "events", "followed_up", "information", "any", "all"];

    /// <summary>The trigger, as far as it could be understood.</summary>
    public ResolvedTrigger Resolve(TriggerDocument? document, DocumentPath path)
    {
        string key = document is null ? string.Empty : Choice.ExactlyOne(document, Keys, path, context.Problems);
        DocumentPath place = path.Key(key);
        return key switch
        {
            "trial_time" => new ResolvedTrigger.TrialTime(document!.TrialTime!),
            "follow_up_of_last_patient" => new ResolvedTrigger.FollowUp(document!.FollowUpOfLastPatient!),
            "patients_randomised" => ResolveRandomised(document!.PatientsRandomised!.Value, place),
            "events" => ResolveEvents(document!.Events!, place),
            "followed_up" => ResolveFollowedUp(document!.FollowedUp!, place),
            "information" => ResolveInformation(document!.Information!, place),
            "any" => new ResolvedTrigger.Any(ResolveParts(document!.Any!, place)),
            "all" => new ResolvedTrigger.All(ResolveParts(document!.All!, place)),
            _ => new ResolvedTrigger.All([]),
        };
    }

    private ImmutableArray<ResolvedTrigger> ResolveParts(Listed<TriggerDocument> parts, DocumentPath path) =>
        [.. parts.Items.Select((part, i) => Resolve(part, path[i]))];

    private ResolvedTrigger.Randomised ResolveRandomised(int count, DocumentPath path)
    {
        RequirePatients(count, path);
        return new ResolvedTrigger.Randomised(count);
    }

    private ResolvedTrigger.FollowedUp ResolveFollowedUp(FollowedUpDocument document, DocumentPath path)
    {
        RequirePatients(document.Patients ?? 0, path.Key("patients"));
        return new ResolvedTrigger.FollowedUp(document.Patients ?? 0, document.For ?? Duration.Zero);
    }

    private void RequirePatients(int count, DocumentPath path)
    {
        if (count > patients)
        {
            context.Problems.Error(path, $"{count} patients are not randomised in a trial of {patients}. Write at most {patients}.");
        }
    }

    // A share is worth what the other look waits for, so that it becomes the same kind of trigger.
    private ResolvedTrigger ResolveInformation(InformationDocument document, DocumentPath path)
    {
        DocumentPath place = path.Key("of");
        if (context.Looks.Find(document.Of, place) is not { } whole || document.Fraction is not { } fraction
            || looks!.Entries[whole.Index].Value?.When is not { } trigger)
        {
            return new ResolvedTrigger.All([]);
        }

        DocumentPath origin = DocumentPath.Root.Key("design").Key("looks").Key(whole.Name).Key("when");
        int ShareOf(int count) => (int)Math.Ceiling((fraction * count) - 1e-9);
        switch (Choice.Written(trigger))
        {
            case ["events"] when trigger.Events is { Count: { } count } events:
                return context.Problems.HasErrorIn(origin)
                    ? new ResolvedTrigger.All([])
                    : ResolveEvents(events with { Count = ShareOf(count) }, path);
            case ["patients_randomised"] when trigger.PatientsRandomised is { } count:
                return new ResolvedTrigger.Randomised(ShareOf(count));
            case ["followed_up"] when trigger.FollowedUp is { Patients: { } count, For: { } time }:
                return new ResolvedTrigger.FollowedUp(ShareOf(count), time);
            default:
                if (!context.Problems.HasErrorIn(origin))
                {
                    context.Problems.Error(
                        place,
                        $"The look '{whole.Name}' waits for neither events nor patients alone, so there is no share of it. Name a look that does, or write a number of events or patients.");
                }

                return new ResolvedTrigger.All([]);
        }
    }

    private ResolvedTrigger.Events ResolveEvents(EventCountDocument document, DocumentPath path)
    {
        Reference? endpoint = context.Endpoints.Find(document.Endpoint, path.Key("endpoint"));
        ImmutableArray<Reference> arms = document.Arms is null ? context.Arms.All : context.Arms.FindAll(document.Arms, path.Key("arms"));
        if (document.Count > PatientsIn(arms))
        {
            string where = document.Arms is null ? string.Empty : $" of {Advice.List(arms.Select(arm => arm.Name))}";
            context.Problems.Error(
                path.Key("count"),
                $"{document.Count} events cannot come from {PatientsIn(arms)} patients{where}. Write at most {PatientsIn(arms)}.");
        }

        if (endpoint is { } other && !possibility.IsTimeToEvent(other))
        {
            context.Problems.Error(
                path.Key("endpoint"), $"'{other.Name}' is no time to an event, so a look cannot wait for its events. Name an endpoint of kind time_to_event.");
        }
        else if (endpoint is { } found && !arms.IsEmpty && !possibility.CanCount(found, arms))
        {
            context.Problems.Error(
                path.Key("endpoint"),
                $"No event of '{found.Name}' can ever happen, so this look never comes. Give its events a hazard, or let the look wait for something else.");
        }

        return new ResolvedTrigger.Events(endpoint ?? default, document.Count ?? 0, arms);
    }

    private long? PatientsIn(ImmutableArray<Reference> arms) =>
        allocation.Method == AllocationMethod.FixedSizes && !allocation.Weights.IsEmpty
            ? arms.Sum(arm => (long)allocation.Weights[arm.Index])
            : patients;
}
