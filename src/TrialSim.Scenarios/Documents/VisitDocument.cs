using TrialSim.Model.Protocol;

namespace TrialSim.Scenarios.Documents;

/// <summary>Visits of one kind.</summary>
[Document("a schedule of visits")]
internal sealed record VisitDocument
{
    [Key("What the first visit is counted from: " + KeyText.Origins + "; an event, from the day it is known; 'end of …' a treatment, or 'end of treatment' for all of the arm. Each session starts the schedule anew.", Default = Names.Randomisation)]
    public string? After { get; init; }

    [Key("The days allowed for the first visit.", IsRequired = true)]
    public Window? At { get; init; }

    [Key("Days from one visit to the next.", Default = Names.None)]
    public OrNone<Window>? ThenEvery { get; init; }

    [Key("What then_every is counted from: the planned days, or the last visit as it was.", Default = Resolution.Defaults.VisitClockText)]
    public VisitClock? CountedFrom { get; init; }

    [Key("No visit from when this holds, over what is known.", Default = Names.None)]
    public OrNone<ConditionDocument>? Until { get; init; }

    [Key("The arms that have these visits.", Default = "all", AcceptsOne = true)]
    public Listed<string>? Arms { get; init; }
}
