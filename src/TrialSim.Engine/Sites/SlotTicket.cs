using TrialSim.Model.Time;

namespace TrialSim.Engine.Sites;

/// <summary>A session that waits for a resource.</summary>
/// <param name="Request">Its request to the kernel's resource.</param>
/// <param name="Wanted">The trial day on which it was wanted.</param>
/// <param name="WindowEnd">The last trial day of its window.</param>
/// <param name="SessionsBefore">Sessions of the treatment that the patient has had.</param>
internal sealed record SlotTicket(Request Request, TrialDay Wanted, TrialDay WindowEnd, int SessionsBefore)
{
    private const double LateDays = 1.0;

    /// <summary>Whether a session on a day is late: a day or more after its window. Hours are not, or each session of a window of one day that waits would be.</summary>
    public bool IsLate(TrialDay day) => (day - WindowEnd).Value >= LateDays;
}
