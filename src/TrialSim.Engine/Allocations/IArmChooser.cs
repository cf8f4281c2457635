namespace TrialSim.Engine.Allocations;

/// <summary>A method of allocation. One instance serves one worker.</summary>
internal interface IArmChooser
{
    /// <summary>Begins a trial, or goes on by another ratio: what was balanced so far is not looked at any more.</summary>
    /// <param name="ratio">Weight of each arm; 0 for an arm that takes no patients.</param>
    public void Begin(ReadOnlySpan<int> ratio);

    /// <summary>The arm of the next patient.</summary>
    public byte Next(in Newcomer patient);
}
