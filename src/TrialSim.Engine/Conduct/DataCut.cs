using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>What is known of a trial at the end of a trial day, and nothing else: patients randomised by then, and what had happened to them by then.</summary>
public readonly struct DataCut
{
    private readonly Ledger _ledger;

    internal DataCut(Ledger ledger, TrialDay day)
    {
        _ledger = ledger;
        Day = day;
        Patients = RandomisedBy(ledger.ArrivalDays, day);
    }

    /// <summary>The day of the cut, which it includes.</summary>
    public TrialDay Day { get; }

    /// <summary>Patients randomised by the cut: the first so many in screening order.</summary>
    public int Patients { get; }

    /// <summary>The arm of each patient, in screening order.</summary>
    public ReadOnlySpan<byte> Arms => _ledger.Arms.AsSpan(0, Patients);

    /// <summary>Writes for each patient the time on the endpoint and whether it ended with an event of the endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="days">Receives days since randomisation to the first event or to the end of what is known.</param>
    /// <param name="hasEvent">Receives whether the time ended with an event.</param>
    public void FillEndpoint(Endpoint endpoint, Span<double> days, Span<bool> hasEvent)
    {
        for (int patient = 0; patient < Patients; patient++)
        {
            hasEvent[patient] = _ledger.IsFollowedUntil(patient, FirstEvent(endpoint.Events, _ledger.SeenDaysOf(patient)), Day, out days[patient]);
            if (!hasEvent[patient] && !endpoint.AssessedAt.IsEmpty)
            {
                days[patient] = LastAssessment(endpoint, patient, days[patient]);
            }
        }
    }

    /// <summary>Writes the stratum of each patient.</summary>
    /// <param name="stratification">The factors.</param>
    /// <param name="strata">Receives the stratum, from 0.</param>
    public void FillStrata(Stratification stratification, Span<int> strata)
    {
        for (int patient = 0; patient < Patients; patient++)
        {
            strata[patient] = stratification.StratumOf(_ledger.CovariatesOf(patient));
        }
    }

    /// <summary>The day of the first of several events.</summary>
    internal static PatientDay FirstEvent(ImmutableArray<int> events, ReadOnlySpan<double> eventDays)
    {
        double first = double.PositiveInfinity;
        foreach (int index in events)
        {
            first = Math.Min(first, eventDays[index]);
        }

        return new PatientDay(first);
    }

    /// <summary>The last visit by a day at which events of the endpoint are looked for; randomisation where there was none.</summary>
    private double LastAssessment(Endpoint endpoint, int patient, double lastDay)
    {
        double last = 0;
        foreach (CourseEntry entry in _ledger.CourseOf(patient))
        {
            if (entry.Kind == CourseEntryKind.VisitKept && entry.Day <= lastDay && endpoint.AssessedAt.Contains(entry.Subject))
            {
                last = entry.Day;
            }
        }

        return last;
    }

    private static int RandomisedBy(ReadOnlySpan<double> arrivalDays, TrialDay day)
    {
        int low = 0;
        int high = arrivalDays.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (arrivalDays[middle] <= day.Value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
