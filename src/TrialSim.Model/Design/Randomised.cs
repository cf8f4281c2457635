namespace TrialSim.Model.Design;

/// <summary>That the patient is in the trial, from day 0.</summary>
public sealed record Randomised : Finding;
