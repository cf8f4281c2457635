using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Conduct;

/// <summary>
/// Everything that has been or will be recorded of a trial's patients, in the order of randomisation, column by column. A look sees of it only <see cref="CutAt"/>.
/// One instance serves one worker; its columns are overwritten by each replicate.
/// </summary>
public sealed class Ledger
{
    private readonly double[] _covariates;
    private readonly double[] _eventDays;
    private readonly double[] _seenDays;
    private readonly ImmutableArray<int> _fatalEvents;
    private readonly int _covariateCount;
    private readonly int _eventCount;

    /// <summary>Columns for every patient of a trial.</summary>
    public Ledger(Trial trial)
    {
        Patients = trial.Design.MaxPatients;
        MaxFollowUp = new PatientDay(trial.Design.MaxFollowUpDays);
        _covariateCount = trial.Truth.Covariates.Length;
        _eventCount = trial.Truth.Events.Length;
        SeenAt = [.. trial.Truth.Events.Select(one => one.SeenAt)];
        _fatalEvents = [.. Enumerable.Range(0, _eventCount).Where(index => trial.Truth.Events[index].Ending == CourseEnding.Fatal)];
        ArrivalDays = new double[Patients];
        Arms = new byte[Patients];
        LossDays = new double[Patients];
        Sites = new int[Patients];
        ScreeningOrder = new uint[Patients];
        _covariates = new double[Patients * _covariateCount];
        _eventDays = new double[Patients * _eventCount];
        bool isSeenLater = trial.Truth.Events.Any(one => !one.IsSeenAtOnce);
        _seenDays = isSeenLater ? new double[_eventDays.Length] : _eventDays;
        Log = new CourseLog(Patients, trial.Design.Protocol);
    }

    /// <summary>The most patients that there can be, which is the length of every column.</summary>
    public int Patients { get; }

    /// <summary>Patients randomised so far: the first so many of every column.</summary>
    public int Enrolled { get; private set; }

    /// <summary>The day on which follow-up of each patient ends by protocol.</summary>
    public PatientDay MaxFollowUp { get; }

    /// <summary>Of each event the schedules of visits at which it comes to be known; none for one that is known on its day.</summary>
    internal ImmutableArray<ImmutableArray<int>> SeenAt { get; }

    internal double[] ArrivalDays { get; }

    internal byte[] Arms { get; }

    internal double[] LossDays { get; }

    /// <summary>Whose luck each patient has: their number in the order of screening, from 0.</summary>
    internal uint[] ScreeningOrder { get; }

    /// <summary>Index of the site of each patient; 0 where there are none.</summary>
    internal int[] Sites { get; }

    /// <summary>The day since when it is known that nobody else will be randomised, as far as no decision changes that.</summary>
    internal TrialDay AccrualEnd { get; set; }

    internal CourseLog Log { get; }

    /// <summary>The trial day on which a patient was randomised.</summary>
    public TrialDay ArrivalOf(int patient) => new(ArrivalDays[patient]);

    /// <summary>Index of the patient's site; 0 where there are none.</summary>
    public int SiteOf(int patient) => Sites[patient];

    /// <summary>Index of the patient's arm.</summary>
    public int ArmOf(int patient) => Arms[patient];

    /// <summary>The day on which the patient is lost to follow-up; never for most.</summary>
    public PatientDay LossOf(int patient) => new(LossDays[patient]);

    /// <summary>The patient's covariates: one value each, for a categorical one the index of its level.</summary>
    public ReadOnlySpan<double> CovariatesOf(int patient) => MutableCovariatesOf(patient);

    /// <summary>The day of each of the patient's events, seen or not; +∞ for those that never happen.</summary>
    public ReadOnlySpan<double> EventDaysOf(int patient) => MutableEventDaysOf(patient);

    /// <summary>The day on which each of the patient's events comes to be known, if the patient is followed until then: that of the event, or of the visit that sees it; +∞ for never.</summary>
    public ReadOnlySpan<double> SeenDaysOf(int patient) => MutableSeenDaysOf(patient);

    /// <summary>What the protocol does with the patient, in the order of time.</summary>
    public ReadOnlySpan<CourseEntry> CourseOf(int patient) => Log.Of(patient);

    /// <summary>The last day on which the patient, the protocol or fate lets anything be seen: loss, end of follow-up or death. Who has died is no longer at risk of anything.</summary>
    public PatientDay ObservedUntil(int patient)
    {
        double end = Math.Min(LossDays[patient], MaxFollowUp.Value);
        return new PatientDay(Math.Min(end, DeathOf(patient).Value));
    }

    /// <summary>The day of the patient's death, seen or not; never for none.</summary>
    internal PatientDay DeathOf(int patient) => DataCut.FirstEvent(_fatalEvents, EventDaysOf(patient));

    /// <summary>Whether a patient is followed until an event by the end of a trial day.</summary>
    /// <param name="patient">Order of randomisation, from 0.</param>
    /// <param name="eventDay">Day of the event; never for none.</param>
    /// <param name="day">The trial day.</param>
    /// <param name="days">Receives the day of the event, or the last day of follow-up.</param>
    internal bool IsFollowedUntil(int patient, PatientDay eventDay, TrialDay day, out double days)
    {
        PatientDay observedUntil = ObservedUntil(patient);
        TrialDay randomised = ArrivalOf(patient);
        // On the calendar, because the cut of an event-driven look is the calendar day of one of these very events.
        bool isFollowed = eventDay <= observedUntil && randomised + eventDay <= day;
        days = isFollowed ? eventDay.Value : Math.Min(observedUntil.Value, (day - randomised).Value);
        return isFollowed;
    }

    /// <summary>
    /// The fast neighbour of <see cref="EndpointTimes.TryRead"/>, bit for bit the same, for an endpoint that is plainly the time from randomisation to the first of its events,
    /// and is known up to the cut: column after column.
    /// </summary>
    /// <param name="events">The events.</param>
    /// <param name="cut">The last trial day of which anything is known.</param>
    /// <param name="days">Receives the days of the first patients, as many as it has places.</param>
    /// <param name="hasEvent">Receives whether they ended with an event.</param>
    /// <param name="competingDays">Receives the days of death without the event; +∞ for none.</param>
    internal void FillPlainTimes(ImmutableArray<int> events, TrialDay cut, Span<double> days, Span<bool> hasEvent, Span<double> competingDays)
    {
        ReadOnlySpan<int> counted = events.AsSpan();
        ReadOnlySpan<int> fatal = _fatalEvents.AsSpan();
        double maxFollowUp = MaxFollowUp.Value;
        int done = 0;
        if (_eventCount == 1 && counted.Length == 1)
        {
            WideTimes.SingleEvent only = new() { ArrivalDays = ArrivalDays, LossDays = LossDays, EventDays = _eventDays, SeenDays = _seenDays, IsFatal = fatal.Length == 1 };
            done = WideTimes.Fill(only, maxFollowUp, cut.Value, days, hasEvent, competingDays);
        }

        for (int patient = done; patient < days.Length; patient++)
        {
            double randomised = ArrivalDays[patient];
            double death = First(fatal, _eventDays, patient);
            double observedUntil = Math.Min(Math.Min(LossDays[patient], maxFollowUp), death);
            double first = double.PositiveInfinity;
            foreach (int index in counted)
            {
                double seen = _seenDays[(patient * _eventCount) + index];
                bool isKnown = seen <= observedUntil && randomised + seen <= cut.Value;
                first = isKnown & seen < first ? seen : first;
            }

            bool isOver = first < double.PositiveInfinity;
            bool isDeathKnown = death <= observedUntil && randomised + death <= cut.Value;
            hasEvent[patient] = isOver;
            days[patient] = isOver ? first : Math.Min(observedUntil, cut.Value - randomised);
            competingDays[patient] = !isOver & isDeathKnown ? death : double.PositiveInfinity;
        }
    }

    private double First(ReadOnlySpan<int> events, double[] column, int patient)
    {
        double first = double.PositiveInfinity;
        foreach (int index in events)
        {
            first = Math.Min(first, column[(patient * _eventCount) + index]);
        }

        return first;
    }

    /// <summary>Forgets all patients.</summary>
    internal void Restart()
    {
        Enrolled = 0;
        AccrualEnd = TrialDay.Opening;
        Log.Clear();
    }

    /// <summary>A patient is randomised; the rest of their columns is the caller's to fill in.</summary>
    internal void Enrol(TrialDay day, uint screeningOrder, int site, byte arm)
    {
        Sites[Enrolled] = site;
        ArrivalDays[Enrolled] = day.Value;
        ScreeningOrder[Enrolled] = screeningOrder;
        Arms[Enrolled] = arm;
        Enrolled++;
    }

    /// <summary>What is known of the trial at the end of a trial day.</summary>
    public DataCut CutAt(TrialDay day) => new(this, day);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<double> MutableCovariatesOf(int patient) => _covariates.AsSpan(patient * _covariateCount, _covariateCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<double> MutableEventDaysOf(int patient) => _eventDays.AsSpan(patient * _eventCount, _eventCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<double> MutableSeenDaysOf(int patient) => _seenDays.AsSpan(patient * _eventCount, _eventCount);
}
