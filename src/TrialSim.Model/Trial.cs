using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Targets;
using TrialSim.Model.Truth;

namespace TrialSim.Model;

/// <summary>A compiled scenario: days, indices and masks; immutable, shared by all replicates.</summary>
/// <param name="Name">The scenario's name, kebab-case.</param>
/// <param name="Description">What it is for, as written; may be empty.</param>
/// <param name="Design">What the protocol decides.</param>
/// <param name="Truth">What nature and the sites do.</param>
/// <param name="Run">How much to simulate by default.</param>
public sealed record Trial(string Name, string Description, TrialDesign Design, TrialTruth Truth, RunPlan Run)
{
    /// <summary>What a run of it is to show; may be empty. Nothing that is simulated depends on it.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>Where patients meet others on the calendar.</summary>
    public Meetings Meetings
    {
        get
        {
            Meetings events = Design.Looks.Any(look => CountsEvents(look.When)) ? Meetings.EventCount : Meetings.None;
            Meetings enrolment = Design.Decisions.Any(decision => decision.Then.ChangesEnrolment) ? Meetings.Enrolment : Meetings.None;
            Meetings slots = Design.Protocol.NeedsResources ? Meetings.Slots | Meetings.Enrolment : Meetings.None;
            return events | enrolment | slots;
        }
    }

    private static bool CountsEvents(LookTrigger trigger) => trigger switch
    {
        EventsSeen => true,
        AnyTrigger any => any.Parts.Any(CountsEvents),
        AllTriggers all => all.Parts.Any(CountsEvents),
        _ => false,
    };
}
