using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Conduct;

/// <summary>
/// The days on which an endpoint's events will be seen, in their order, of a trial whose patients are all in the ledger: the day of the n-th of them needs no calendar then.
/// One instance serves one worker.
/// </summary>
internal sealed class EventDays(TrialDesign design, Ledger ledger)
{
    private readonly double[] _days = new double[ledger.Patients];
    private readonly double[] _times = new double[ledger.Patients];
    private readonly double[] _competingDays = new double[ledger.Patients];
    private readonly bool[] _hasEvent = new bool[ledger.Patients];
    private readonly bool[] _isCounted = new bool[design.Arms.Length];
    private int _count;
    private int _endpoint = -1;
    private ImmutableArray<int> _arms = [];

    /// <summary>The ledger has changed.</summary>
    public void Forget() => _endpoint = -1;

    /// <summary>The day of the event that completes a number; never where there are not so many.</summary>
    /// <param name="events">What is counted.</param>
    public TrialDay DayOf(EventsSeen events)
    {
        if (events.Endpoint != _endpoint || !events.Arms.AsSpan().SequenceEqual(_arms.AsSpan()))
        {
            Gather(events);
        }

        return events.Count <= _count ? new TrialDay(OrderStatistic.Smallest(_days.AsSpan(0, _count), events.Count)) : TrialDay.Never;
    }

    private void Gather(EventsSeen events)
    {
        _endpoint = events.Endpoint;
        _arms = events.Arms;
        _count = 0;
        Array.Clear(_isCounted);
        foreach (int arm in events.Arms)
        {
            _isCounted[arm] = true;
        }

        TimeToEventEndpoint endpoint = (TimeToEventEndpoint)design.Endpoints[events.Endpoint];
        DataCut all = ledger.CutAt(TrialDay.Never);
        if (endpoint.IsPlain)
        {
            all.FillEndpoint(endpoint, _times, _hasEvent, _competingDays);
        }

        for (int patient = 0; patient < ledger.Enrolled; patient++)
        {
            bool hasEvent = endpoint.IsPlain ? _hasEvent[patient] : HasEvent(all, endpoint, patient);
            _days[_count] = (ledger.ArrivalOf(patient) + new PatientDay(_times[patient])).Value;
            _count += hasEvent & _isCounted[ledger.ArmOf(patient)] ? 1 : 0;
        }
    }

    private bool HasEvent(DataCut all, TimeToEventEndpoint endpoint, int patient)
    {
        bool hasEvent = all.TryTimeOf(endpoint, patient, out EndpointTime time) && time.HasEvent;
        _times[patient] = time.EndDay;
        return hasEvent;
    }
}
