using TrialSim.Model.Time;

namespace TrialSim.Engine.Sites;

/// <summary>
/// A session that needs a resource, from the day on which it is wanted until it is over or no longer wanted. One instance serves one session at a time and others later, so that its callbacks are
/// made once (<see cref="SlotTickets"/>).
/// </summary>
internal sealed class SlotTicket
{
    private const double LateDays = 1.0;

    private readonly Action<Event> _beServed;
    private SiteQueue? _queue;
    private QueuedPatient? _patient;
    private Request? _request;

    public SlotTicket()
    {
        _beServed = _ => Queue.Serve(this);
        Finish = _ => Queue.Finish(this);
    }

    /// <summary>Whose session.</summary>
    public QueuedPatient Patient => _patient!;

    /// <summary>Place of its treatment among those that need something.</summary>
    public int Place { get; private set; }

    /// <summary>The trial day on which it was wanted.</summary>
    public TrialDay Wanted { get; private set; }

    /// <summary>The last trial day of its window.</summary>
    public TrialDay WindowEnd { get; private set; }

    /// <summary>Sessions of the treatment that the patient has had.</summary>
    public int SessionsBefore { get; private set; }

    /// <summary>Its request to the kernel's resource.</summary>
    public Request Request => _request!;

    /// <summary>How far it has come.</summary>
    public SlotStanding Standing { get; set; }

    /// <summary>The trial day on which it is over, once it has begun.</summary>
    public TrialDay End { get; set; }

    /// <summary>Tells the queue that it is over.</summary>
    public Action<Event> Finish { get; }

    private SiteQueue Queue => _queue!;

    /// <summary>Serves another session from here on.</summary>
    /// <param name="patient">Whose session.</param>
    /// <param name="place">Place of its treatment among those that need something.</param>
    /// <param name="wanted">The trial day, which is now.</param>
    /// <param name="windowEnd">The last trial day of its window.</param>
    /// <param name="sessionsBefore">Sessions of the treatment that the patient has had.</param>
    public void Fill(QueuedPatient patient, int place, TrialDay wanted, TrialDay windowEnd, int sessionsBefore)
    {
        _patient = patient;
        Place = place;
        Wanted = wanted;
        WindowEnd = windowEnd;
        SessionsBefore = sessionsBefore;
        Standing = SlotStanding.Wanted;
    }

    /// <summary>Stands in a queue, which is told when a place that has to be waited for is there.</summary>
    public void StandIn(SiteQueue queue, Request request)
    {
        _queue = queue;
        _request = request;
        if (!request.IsTriggered)
        {
            request.AddCallback(_beServed);
        }
    }

    /// <summary>Whether a session on a day is late: a day or more after its window. Hours are not, or each session of a window of one day that waits would be.</summary>
    public bool IsLate(TrialDay day) => (day - WindowEnd).Value >= LateDays;
}
