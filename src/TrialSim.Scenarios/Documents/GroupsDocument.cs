namespace TrialSim.Scenarios.Documents;

/// <summary>Patients divided by what was found of them.</summary>
[Document("groups of patients")]
internal sealed record GroupsDocument
{
    [Key("An event or a treatment: those who had it, from the day it is known, against the others.")]
    public string? Had { get; init; }

    [Key("Those of whom the best level of a state, the first one in its list, is one of these, against the others.", AcceptsOne = true)]
    public Named<Listed<string>>? Best { get; init; }

    [Key("Time on the endpoint's clock by which the patient has to have it; only those still without the event are compared, from then on.", Default = Names.None, Above = 0)]
    public OrNone<Duration>? Landmark { get; init; }

    [Key("Whether a patient changes group on the day that it is known (Mantel and Byar); otherwise, and without a landmark, groups are by what is known at the look.", Default = "false")]
    public bool? TimeDependent { get; init; }
}
