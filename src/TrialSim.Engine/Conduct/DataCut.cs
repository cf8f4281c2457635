using System.Collections.Immutable;
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
        Patients = RandomisedBy(ledger.ArrivalDays.AsSpan(0, ledger.Enrolled), day);
    }

    /// <summary>The day of the cut, which it includes.</summary>
    public TrialDay Day { get; }

    /// <summary>Patients randomised by the cut: the first so many in the order of randomisation.</summary>
    public int Patients { get; }

    /// <summary>The arm of each patient, in the order of randomisation.</summary>
    public ReadOnlySpan<byte> Arms => _ledger.Arms.AsSpan(0, Patients);

    /// <summary>Patients randomised at least so many days before the cut: the first so many in the order of randomisation.</summary>
    /// <param name="days">0 or above.</param>
    public int PatientsFollowedFor(double days)
    {
        // Counted on the calendar, as the day of a look that waits for one of these very patients is.
        int count = Patients;
        while (count > 0 && _ledger.ArrivalDays[count - 1] + days > Day.Value)
        {
            count--;
        }

        return count;
    }

    /// <summary>Writes the time of each patient on an endpoint that all are in from randomisation.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="days">Receives days since randomisation to the first event or to the end of what is known.</param>
    /// <param name="hasEvent">Receives whether the time ended with an event.</param>
    public void FillEndpoint(TimeToEventEndpoint endpoint, Span<double> days, Span<bool> hasEvent) => FillEndpoint(endpoint, days, hasEvent, new double[Patients]);

    /// <summary>Writes the time of each patient on an endpoint that all are in from randomisation.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="days">Receives days since randomisation to the first event or to the end of what is known.</param>
    /// <param name="hasEvent">Receives whether the time ended with an event.</param>
    /// <param name="competingDays">Receives days until what competes with the event; +∞ for none.</param>
    internal void FillEndpoint(TimeToEventEndpoint endpoint, Span<double> days, Span<bool> hasEvent, Span<double> competingDays)
    {
        if (endpoint.IsPlain && endpoint.AssessedAt.IsEmpty)
        {
            _ledger.FillPlainTimes(endpoint.Events, Day, days[..Patients], hasEvent, competingDays);
            return;
        }

        for (int patient = 0; patient < Patients; patient++)
        {
            TryTimeOf(endpoint, patient, out EndpointTime time);
            days[patient] = time.Days;
            hasEvent[patient] = time.HasEvent;
            competingDays[patient] = time.CompetingDays;
        }
    }

    /// <summary>A patient's time on an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="patient">Order of randomisation, from 0 and below <see cref="Patients"/>.</param>
    /// <param name="time">The time; of no meaning for a patient who is not in the endpoint.</param>
    /// <returns>Whether the patient is in the endpoint: what starts its clock is known.</returns>
    public bool TryTimeOf(TimeToEventEndpoint endpoint, int patient, out EndpointTime time) => EndpointTimes.TryRead(endpoint, PatientAt(patient), out time);

    /// <summary>Between which days the event of a patient's time took place, as visits let it be known.</summary>
    /// <param name="patient">Order of randomisation, from 0 and below <see cref="Patients"/>.</param>
    /// <param name="time">The patient's time by <see cref="TryTimeOf"/>.</param>
    public EventInterval IntervalOf(int patient, EndpointTime time) => EndpointTimes.IntervalOf(PatientAt(patient), time);

    /// <summary>Whether a yes-or-no endpoint is yes.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="patient">Order of randomisation, from 0 and below <see cref="Patients"/>.</param>
    /// <param name="isYes">The answer.</param>
    /// <returns>Whether the patient counts.</returns>
    public bool TryAnswerOf(BinaryEndpoint endpoint, int patient, out bool isYes) => EndpointValues.TryRead(endpoint, PatientAt(patient), out isYes);

    /// <summary>A patient's number on an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="patient">Order of randomisation, from 0 and below <see cref="Patients"/>.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether the patient has one.</returns>
    public bool TryValueOf(NumericEndpoint endpoint, int patient, out double value) => EndpointValues.TryRead(endpoint.Quantity, PatientAt(patient), out value);

    /// <summary>The first day since randomisation on which something is known of a patient; never where it is not.</summary>
    /// <param name="finding">What is to be known.</param>
    /// <param name="patient">Order of randomisation, from 0 and below <see cref="Patients"/>.</param>
    /// <param name="by">What is found later does not count; never for no limit.</param>
    public PatientDay FirstDayOf(Finding finding, int patient, PatientDay by) => new(PatientAt(patient).FirstDayOf(finding, by.Value));

    /// <summary>Writes the stratum of each patient.</summary>
    /// <param name="stratification">The factors.</param>
    /// <param name="strata">Receives the stratum, from 0.</param>
    public void FillStrata(Stratification stratification, Span<int> strata)
    {
        for (int patient = 0; patient < Patients; patient++)
        {
            strata[patient] = stratification.StratumOf(_ledger.CovariatesOf(patient), _ledger.SiteOf(patient));
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

    private KnownPatient PatientAt(int patient) => new(_ledger, patient, Day);

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
