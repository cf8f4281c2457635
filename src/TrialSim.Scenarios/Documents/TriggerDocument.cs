using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>What makes a look take place; exactly one key.</summary>
[Document("a condition for a look", HasOneKey = true)]
internal sealed record TriggerDocument
{
    [Key("Time since the trial opened.", Above = 0)]
    public Duration? TrialTime { get; init; }

    [Key("Time since the last patient was randomised.", Min = 0)]
    public Duration? FollowUpOfLastPatient { get; init; }

    [Key("Number of patients randomised.", Min = 1, Max = Limits.Patients)]
    public int? PatientsRandomised { get; init; }

    [Key("Number of events of an endpoint.")]
    public EventCountDocument? Events { get; init; }

    [Key("Number of patients who have been in the trial for a time.")]
    public FollowedUpDocument? FollowedUp { get; init; }

    [Key("Share of the events or patients that another look waits for.")]
    public InformationDocument? Information { get; init; }

    [Key("As soon as one of these holds.")]
    public Listed<TriggerDocument>? Any { get; init; }

    [Key("As soon as all of these hold.")]
    public Listed<TriggerDocument>? All { get; init; }
}
