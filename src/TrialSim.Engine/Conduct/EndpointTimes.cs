using TrialSim.Engine.Patients;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Conduct;

/// <summary>How a time-to-event endpoint is read off what is known of a patient.</summary>
internal static class EndpointTimes
{
    /// <summary>The patient's time.</summary>
    /// <returns>Whether the patient is in the endpoint: what starts its clock is known.</returns>
    public static bool TryRead(TimeToEventEndpoint endpoint, in KnownPatient patient, out EndpointTime time)
    {
        bool isFromOutset = endpoint.Since is Randomised;
        double origin = isFromOutset ? 0 : patient.FirstDayOf(endpoint.Since, double.PositiveInfinity);
        time = default;
        if (double.IsPositiveInfinity(origin))
        {
            return false;
        }

        int first = EndpointTime.NoEvent;
        double eventDay = double.PositiveInfinity;
        foreach (int clinicalEvent in endpoint.Events)
        {
            double day = patient.FirstDayOf(clinicalEvent, isFromOutset ? double.NegativeInfinity : origin);
            (first, eventDay) = day < eventDay ? (clinicalEvent, day) : (first, eventDay);
        }

        (double interventionDay, IntercurrentEventStrategy strategy) = FirstIntervention(endpoint, patient, origin);
        time = first != EndpointTime.NoEvent && eventDay <= interventionDay ? WithEvent(endpoint, patient, origin, first, eventDay)
            : strategy switch
            {
                IntercurrentEventStrategy.Composite => new EndpointTime(origin, interventionDay, HasEvent: true, double.PositiveInfinity, EndpointTime.NoEvent),
                IntercurrentEventStrategy.WhileOnTreatment => Censored(endpoint, patient, origin, interventionDay, interventionDay),
                IntercurrentEventStrategy.Hypothetical => Censored(endpoint, patient, origin, interventionDay, double.PositiveInfinity),
                _ => Censored(endpoint, patient, origin, patient.LastDay, patient.DeathDay),
            };
        return true;
    }

    /// <summary>Between which days the event took place, or from which day on it has not yet.</summary>
    public static EventInterval IntervalOf(in KnownPatient patient, EndpointTime time)
    {
        if (!time.HasEvent)
        {
            return new EventInterval(time.EndDay, double.PositiveInfinity);
        }

        bool isExact = time.ClinicalEvent == EndpointTime.NoEvent || patient.LookedForAt(time.ClinicalEvent).IsEmpty;
        return new EventInterval(
            isExact ? time.EndDay : Math.Max(time.OriginDay, patient.LastVisitBefore(patient.LookedForAt(time.ClinicalEvent), time.EndDay)),
            time.EndDay);
    }

    private static (double Day, IntercurrentEventStrategy Strategy) FirstIntervention(Endpoint endpoint, in KnownPatient patient, double origin)
    {
        (double Day, IntercurrentEventStrategy Strategy) first = (double.PositiveInfinity, IntercurrentEventStrategy.TreatmentPolicy);
        foreach (IntercurrentEvent one in endpoint.IntercurrentEvents)
        {
            double day = one.Strategy == IntercurrentEventStrategy.TreatmentPolicy ? double.PositiveInfinity : Math.Max(origin, patient.FirstDayOf(one.Occurrence, double.PositiveInfinity));
            first = day < first.Day ? (day, one.Strategy) : first;
        }

        return first;
    }

    private static EndpointTime WithEvent(TimeToEventEndpoint endpoint, in KnownPatient patient, double origin, int clinicalEvent, double day)
    {
        bool isOther = IsOfOtherCause(endpoint, patient, clinicalEvent, day);
        return new EndpointTime(origin, day, !isOther, isOther ? day : double.PositiveInfinity, isOther ? EndpointTime.NoEvent : clinicalEvent);
    }

    private static bool IsOfOtherCause(TimeToEventEndpoint endpoint, in KnownPatient patient, int clinicalEvent, double day)
    {
        bool isSpecific = false;
        foreach (CountedCause counted in endpoint.Causes)
        {
            isSpecific |= counted.Event == clinicalEvent;
        }

        int cause = -1;
        foreach (CourseEntry entry in isSpecific ? patient.Course : [])
        {
            if (entry.Kind == CourseEntryKind.Cause && entry.Subject == clinicalEvent && entry.Day <= day)
            {
                cause = entry.Number;
            }
        }

        return isSpecific && !endpoint.Causes.Contains(new CountedCause(clinicalEvent, cause));
    }

    /// <summary>A patient without an event, of whom nothing is known after a day.</summary>
    private static EndpointTime Censored(TimeToEventEndpoint endpoint, in KnownPatient patient, double origin, double lastDay, double competingDay)
    {
        double end = endpoint.AssessedAt.IsEmpty ? lastDay : Math.Max(origin, patient.LastVisitBefore(endpoint.AssessedAt, Math.BitIncrement(lastDay)));
        return new EndpointTime(origin, end, HasEvent: false, competingDay, EndpointTime.NoEvent);
    }
}
