using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>
/// Follows the protocol with one patient: keeps what is due, does it in the order of time, and decides by what is known, never by what has merely happened.
/// One instance serves one worker and is started again for each patient.
/// </summary>
internal sealed class ProtocolCourse
{
    private readonly PatientUnderWay _patient = new();
    private readonly ProtocolMasks _masks;
    private readonly SessionTimers _timers;
    private readonly TreatmentCourse _treatments;
    private readonly VisitCourse _visits;
    private readonly AnchorQueue _anchors;
    private AgendaEntry _next = AgendaEntry.Nothing;

    public ProtocolCourse(TrialDesign design, TrialTruth truth)
    {
        _masks = new ProtocolMasks(design.Protocol, truth);
        _anchors = new AnchorQueue(design.Protocol, truth.Events.Length);
        _timers = new SessionTimers([.. truth.StateBits.OfType<SinceSessionBit>()], _patient);
        _treatments = new TreatmentCourse(design.Protocol.Treatments, truth.Conduct.Treatments, _masks, _patient, _anchors);
        _visits = new VisitCourse(design.Protocol.Visits, truth.Conduct.Visits, _masks, _patient, _anchors);
    }

    /// <summary>The day of what is due next; +∞ for nothing.</summary>
    public double NextDay => _next.Day;

    /// <summary>Starts with a patient who has just been randomised.</summary>
    /// <param name="key">Whose draws.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="known">What is known at randomisation.</param>
    /// <param name="seenUntil">Days after which nobody sees the patient: loss or the end of follow-up.</param>
    /// <param name="log">Takes what is done.</param>
    public void Start(PatientKey key, int arm, ulong known, double seenUntil, CourseLog log)
    {
        _patient.Key = key;
        _patient.Arm = arm;
        _patient.Known = known;
        _patient.SeenUntil = Math.Min(seenUntil, PatientUnderWay.HorizonDays);
        _patient.Log = log;
        _timers.Start();
        _treatments.Start();
        _visits.Start();
        _anchors.Clear();
        Follow(AnchorPoint.Randomisation, day: 0);
        FollowAll(day: 0);
        FindNext();
    }

    /// <summary>Does what is due next.</summary>
    /// <param name="state">The patient's true state.</param>
    /// <param name="eventDays">Days on which events happened.</param>
    /// <param name="seenDays">Days on which they were seen, filled in at visits.</param>
    /// <returns>The true state after it.</returns>
    public ulong Advance(ulong state, ReadOnlySpan<double> eventDays, Span<double> seenDays)
    {
        (double day, AgendaItem item, int index) = _next;
        _patient.State = state;
        switch (item)
        {
            case AgendaItem.Timer:
                _timers.Pass(index);
                break;
            case AgendaItem.End:
                _treatments.End(index, day);
                Decide(day);
                break;
            case AgendaItem.Hold:
                _treatments.HoldDrug(index, day);
                Decide(day);
                break;
            case AgendaItem.Visit when _visits.TakePlace(index, day, eventDays, seenDays):
                Decide(day);
                _treatments.DecideAt(index, day);
                break;
            case AgendaItem.Start:
                Treat(index, day);
                Decide(day);
                break;
        }

        FollowAll(day);
        FindNext();
        return _patient.State;
    }

    /// <summary>Tells of an event that is known at once.</summary>
    /// <returns>The true state after the decisions that follow.</returns>
    public ulong Learn(int clinicalEvent, double day, ulong state)
    {
        ulong seen = _masks.Seen[clinicalEvent];
        if (day > _patient.SeenUntil || (seen == 0 && !_anchors.IsSeenFollowed(clinicalEvent)))
        {
            return state;
        }

        _patient.State = state;
        _patient.Known |= seen;
        _anchors.AddSeen(clinicalEvent, number: 1);
        Decide(day);
        FollowAll(day);
        FindNext();
        return _patient.State;
    }

    private void Treat(int index, double day)
    {
        int number = _treatments.TakePlace(index, day);
        if (number > 0)
        {
            _timers.Restart(index, number, day);
            Follow(AnchorPoint.Session(index, number), day);
            _treatments.Resume(index, day);
            _treatments.Repeat(index, day);
        }
    }

    private void Follow(AnchorPoint point, double day)
    {
        _treatments.Follow(point, day);
        _visits.Follow(point, day);
    }

    // After the decisions of the day: what a treatment that has ended, or an event that has been seen, brings about is planned then.
    private void FollowAll(double day)
    {
        while (_anchors.TryTake(out AnchorPoint point))
        {
            Follow(point, day);
        }

        if (_anchors.IsEndOfAllFollowed && _treatments.HasJustEnded())
        {
            Follow(AnchorPoint.EndOfAll, day);
        }
    }

    private void Decide(double day)
    {
        _treatments.StopWhereKnown(day);
        _visits.EndWhereKnown();
    }

    private void FindNext() => _next = _visits.Earliest(_treatments.Earliest(_timers.Earliest(AgendaEntry.Nothing)));
}
