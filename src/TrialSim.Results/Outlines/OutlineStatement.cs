namespace TrialSim.Results.Outlines;

/// <summary>What a scenario says in one place, with every default filled in, for a person to read.</summary>
/// <param name="Key">Where it says so, such as <c>truth.events.death</c> or <c>truth.effects.0</c>.</param>
/// <param name="Text">What it says, in the words of the scenario language.</param>
/// <param name="Source">Where an assumption comes from; empty where none is stated, and for what the protocol decides.</param>
public sealed record OutlineStatement(string Key, string Text, string Source);
