using TrialSim.Model.Design;

namespace TrialSim.Results.Outlines;

/// <summary>An arm of an outline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">Control or experimental.</param>
/// <param name="Patients">Patients by the allocation's ratio, on average.</param>
public sealed record OutlineArm(string Name, ArmRole Role, double Patients);
