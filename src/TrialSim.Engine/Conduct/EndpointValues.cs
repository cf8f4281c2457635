using TrialSim.Engine.Patients;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Conduct;

/// <summary>How endpoints that are a yes or no, or a number, are read off what is known of a patient.</summary>
internal static class EndpointValues
{
    /// <summary>Whether it is yes.</summary>
    /// <returns>Whether the patient counts.</returns>
    public static bool TryRead(BinaryEndpoint endpoint, in KnownPatient patient, out bool isYes)
    {
        isYes = false;
        if (double.IsFinite(endpoint.ByDays) && !patient.HasPassed(endpoint.ByDays))
        {
            return false;
        }

        IntercurrentEventStrategy strategy = IntercurrentEventStrategy.TreatmentPolicy;
        double lastDay = endpoint.ByDays;
        foreach (IntercurrentEvent one in endpoint.IntercurrentEvents)
        {
            double day = one.Strategy == IntercurrentEventStrategy.TreatmentPolicy ? double.PositiveInfinity : patient.FirstDayOf(one.Occurrence, endpoint.ByDays);
            if (one.Strategy == IntercurrentEventStrategy.Composite && day < double.PositiveInfinity)
            {
                isYes = endpoint.Better == BetterDirection.Lower;
                return true;
            }

            (lastDay, strategy) = day < lastDay ? (day, one.Strategy) : (lastDay, strategy);
        }

        isYes = patient.FirstDayOf(endpoint.Yes, lastDay) < double.PositiveInfinity;
        return strategy != IntercurrentEventStrategy.Hypothetical || isYes;
    }

    /// <summary>The number.</summary>
    /// <returns>Whether the patient has one.</returns>
    public static bool TryRead(Quantity quantity, in KnownPatient patient, out double value)
    {
        switch (quantity)
        {
            case SessionCount sessions:
                value = SessionsOf(sessions.Treatment, patient);
                return true;
            case DoseIntensity intensity:
                return TryReadIntensity(intensity, patient, out value);
            case MarkerValue marker:
                return TryReadMarker(marker, patient, out value);
            default:
                throw new InvalidOperationException($"No patient has a {quantity.GetType().Name}.");
        }
    }

    private static int SessionsOf(int treatment, in KnownPatient patient)
    {
        int sessions = 0;
        foreach (CourseEntry entry in patient.Course)
        {
            sessions += entry.Kind == CourseEntryKind.Session && entry.Subject == treatment ? 1 : 0;
        }

        return sessions;
    }

    private static bool TryReadIntensity(DoseIntensity intensity, in KnownPatient patient, out double share)
    {
        bool hasDoses = intensity.FullDoseMgPerDay > 0;
        double full = hasDoses ? intensity.FullDoseMgPerDay : 1;
        double dose = full;
        double taken = 0;
        double start = double.PositiveInfinity;
        double end = patient.LastDay;
        double since = double.PositiveInfinity; // Day from which the dose of now is taken; +∞ while none is.
        foreach (CourseEntry entry in patient.Course)
        {
            if (entry.Subject != intensity.Treatment)
            {
                continue;
            }

            bool isTaken = since < double.PositiveInfinity;
            switch (entry.Kind)
            {
                case CourseEntryKind.DrugStarted:
                    start = Math.Min(start, entry.Day);
                    since = Math.Min(since, entry.Day);
                    break;
                case CourseEntryKind.DoseReduced:
                    taken += isTaken ? dose * (entry.Day - since) : 0;
                    since = isTaken ? entry.Day : since;
                    dose = hasDoses ? entry.Value : dose;
                    break;
                case CourseEntryKind.DrugHeld or CourseEntryKind.DrugInterrupted or CourseEntryKind.TreatmentEnded:
                    taken += isTaken ? dose * (entry.Day - since) : 0;
                    since = double.PositiveInfinity;
                    end = entry.Kind == CourseEntryKind.TreatmentEnded ? entry.Day : end;
                    break;
            }
        }

        taken += since < end ? dose * (end - since) : 0;
        share = start < end ? taken / (full * (end - start)) : 0;
        return start < end;
    }

    private static bool TryReadMarker(MarkerValue marker, in KnownPatient patient, out double value)
    {
        double day = patient.DayOfVisit(marker.Visit);
        double first = 0;
        bool hasFirst = false;
        value = 0;
        bool isMeasured = false;
        foreach (CourseEntry entry in patient.Course)
        {
            if (entry.Kind != CourseEntryKind.MarkerMeasured || entry.Subject != marker.Marker)
            {
                continue;
            }

            if (entry.Day == day)
            {
                value = entry.Value;
                isMeasured = true;
            }
            else if (!hasFirst && entry.Day < day)
            {
                first = entry.Value;
                hasFirst = true;
            }
        }

        if (marker.Change == MarkerChange.None || !isMeasured)
        {
            return isMeasured;
        }

        value = marker.Change == MarkerChange.Absolute ? value - first : (value - first) / first;
        return hasFirst && double.IsFinite(value);
    }
}
