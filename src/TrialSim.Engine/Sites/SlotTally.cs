namespace TrialSim.Engine.Sites;

/// <summary>The sums of a <see cref="ResourceUse"/> while they grow, each in its place: a record would be copied for each.</summary>
internal struct SlotTally
{
    public double TakenDays;
    public int Sessions;
    public int Waited;
    public double WaitedDays;
    public int LongestQueue;
    public int Late;
    public int Elsewhere;
    public int Skipped;
    public int Left;

    /// <summary>The sums so far.</summary>
    /// <param name="offeredDays">Days that places were open.</param>
    public readonly ResourceUse ToUse(double offeredDays) => new(offeredDays, TakenDays, Sessions, Waited, WaitedDays, LongestQueue, Late, Elsewhere, Skipped, Left);
}
