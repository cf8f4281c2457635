namespace TrialSim.Model.Design;

/// <summary>What a patient is allocated to.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Role">Control or experimental.</param>
public sealed record Arm(string Name, ArmRole Role);
