using TrialSim.Model.Design;

namespace TrialSim.Scenarios.Documents;

/// <summary>What a patient is allocated to.</summary>
[Document("an arm")]
internal sealed record ArmDocument
{
    [Key("Whether others are compared with this arm or its treatment is on trial.", Default = Resolution.Defaults.RoleText)]
    public ArmRole? Role { get; init; }

    [Key("The treatments that its patients get.", Default = "[]", AcceptsOne = true, MinItems = 0)]
    public Listed<string>? Treatments { get; init; }
}
