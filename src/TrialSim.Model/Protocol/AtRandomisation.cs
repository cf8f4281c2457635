namespace TrialSim.Model.Protocol;

/// <summary>Counted from randomisation, once.</summary>
public sealed record AtRandomisation : Anchor;
