namespace TrialSim.Engine.Sites;

/// <summary>
/// How a resource was used in one replicate, over all sites, from the opening of each to the end of the trial. Sums, so that replicates and sites can be added up.
/// A session that still waits at the end counts in none of them but <see cref="LongestQueue"/>.
/// </summary>
/// <param name="OfferedDays">Days that its places were open; for slots on days, the openings begun, each in full for each place.</param>
/// <param name="TakenDays">Days of them that sessions took.</param>
/// <param name="Sessions">Sessions that took place with it.</param>
/// <param name="Waited">Sessions that took place later than they were wanted, with it or elsewhere.</param>
/// <param name="WaitedDays">Days that those waited, together.</param>
/// <param name="LongestQueue">Sessions that waited at one site at the same time, at most.</param>
/// <param name="Late">Sessions that took place a day or more after the end of their window, with it or elsewhere.</param>
/// <param name="Elsewhere">Sessions that waited too long and took place without it.</param>
/// <param name="Skipped">Sessions that waited too long and were given up.</param>
/// <param name="Left">Sessions that were no longer wanted while they waited: the patient died, was lost or stopped the treatment.</param>
public readonly record struct ResourceUse(
    double OfferedDays,
    double TakenDays,
    int Sessions,
    int Waited,
    double WaitedDays,
    int LongestQueue,
    int Late,
    int Elsewhere,
    int Skipped,
    int Left)
{
    /// <summary>Share of what was open that was taken; 0 where nothing was open.</summary>
    public double Utilisation => OfferedDays > 0 ? TakenDays / OfferedDays : 0;

    /// <summary>Mean days that a session waited, with it or elsewhere, those included that did not wait; 0 without any session.</summary>
    public double MeanWaitDays => TookPlace > 0 ? WaitedDays / TookPlace : 0;

    /// <summary>Share of the sessions, with it or elsewhere, that waited; 0 without any session.</summary>
    public double WaitedShare => TookPlace > 0 ? (double)Waited / TookPlace : 0;

    /// <summary>Share of the sessions, with it or elsewhere, a day or more after the end of their window; 0 without any session.</summary>
    public double LateShare => TookPlace > 0 ? (double)Late / TookPlace : 0;

    /// <summary>The same of two sites together.</summary>
    public static ResourceUse operator +(ResourceUse left, ResourceUse right) => new(
        left.OfferedDays + right.OfferedDays,
        left.TakenDays + right.TakenDays,
        left.Sessions + right.Sessions,
        left.Waited + right.Waited,
        left.WaitedDays + right.WaitedDays,
        Math.Max(left.LongestQueue, right.LongestQueue),
        left.Late + right.Late,
        left.Elsewhere + right.Elsewhere,
        left.Skipped + right.Skipped,
        left.Left + right.Left);

    // Those that were given up, or no longer wanted, have no wait after which they took place.
    private int TookPlace => Sessions + Elsewhere;

    /// <summary>The same by a named method, for languages without operators.</summary>
    public static ResourceUse Add(ResourceUse left, ResourceUse right) => left + right;
}
