using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>A number of patients who have been in the trial for a time.</summary>
[Document("patients followed up")]
internal sealed record FollowedUpDocument
{
    [Key("How many, in the order of randomisation.", IsRequired = true, Min = 1, Max = Limits.Patients)]
    public int? Patients { get; init; }

    [Key("How long the last of them has been in the trial.", IsRequired = true, Min = 0)]
    public Duration? For { get; init; }
}
