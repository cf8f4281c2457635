namespace TrialSim.Results.Outlines;

/// <summary>An arm of an outline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsControl">Whether it is what others are compared with.</param>
/// <param name="Patients">Patients by the allocation's ratio, on average.</param>
public sealed record OutlineArm(string Name, bool IsControl, double Patients);
