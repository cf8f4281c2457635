namespace TrialSim.Model.Protocol;

/// <summary>Nothing but the anchor brings a session.</summary>
public sealed record NotRepeated : Repetition;
