namespace TrialSim.Model.Sites;

/// <summary>The place is taken for the rest of the opening: one of the slots of the day.</summary>
public sealed record SessionUntilClosing : SessionLength;
