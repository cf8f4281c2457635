using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Model;

namespace TrialSim.Engine.Conduct;

/// <summary>Derives the courses of patients who have been randomised into their ledger: losses, events, what is done and what is seen. One instance serves one worker.</summary>
internal sealed class CourseDerivation
{
    private readonly Trial _trial;
    private readonly PatientCourse _course;
    private readonly UndisturbedCourse? _undisturbed;
    private readonly RandomisedStates _randomised;
    private readonly double[] _thresholds;
    private readonly ExponentialColumn[] _thresholdColumns;
    private readonly ExponentialColumn _lossThresholds = new((uint)Purpose.LossToFollowUp);

    public CourseDerivation(Trial trial)
    {
        _trial = trial;
        _course = new PatientCourse(trial.Design, trial.Truth);
        _ = UndisturbedCourse.TryCreate(trial.Design, trial.Truth, out _undisturbed);
        _randomised = new RandomisedStates(trial.Truth.StateBits, trial.Design.Arms.Length);
        _thresholds = new double[trial.Truth.Events.Length];
        _thresholdColumns = [.. trial.Truth.Events.Select(one => new ExponentialColumn(one.Purpose))];
        UnderWay = new CoursesUnderWay(trial, trial.Design.MaxPatients);
    }

    /// <summary>The courses that have been begun and wait for slots; none in a trial without.</summary>
    public CoursesUnderWay UnderWay { get; }

    /// <summary>Begins the course of a patient that will wait for slots, and goes on with the calendar; derives any other to its end.</summary>
    /// <param name="patient">Whose luck.</param>
    /// <param name="place">Place in the ledger, where the arm and the covariates are already.</param>
    /// <param name="ledger">Receives the course.</param>
    public void Begin(PatientKey patient, int place, Ledger ledger)
    {
        if (!_trial.Design.Protocol.NeedsResources)
        {
            Derive(patient, place, ledger);
            return;
        }

        DrawThresholds(patient);
        double lossDay = LossDayOf(patient, place, ledger);
        ledger.LossDays[place] = lossDay;
        UnderWay.Begin(place).Start(
            patient, ledger.Arms[place], ledger.CovariatesOf(place), _thresholds, SeenUntil(lossDay), SlotAccess.Queued, ledger.MutableEventDaysOf(place), ledger.MutableSeenDaysOf(place), ledger.Log.WriterFor(place));
    }

    /// <summary>Derives a course to its end, as if slots were always free.</summary>
    /// <param name="patient">Whose luck.</param>
    /// <param name="place">Place in the ledger, where the arm and the covariates are already.</param>
    /// <param name="ledger">Receives the course.</param>
    public void Derive(PatientKey patient, int place, Ledger ledger)
    {
        DrawThresholds(patient);
        int arm = ledger.Arms[place];
        ReadOnlySpan<double> covariates = ledger.CovariatesOf(place);
        Span<double> eventDays = ledger.MutableEventDaysOf(place);
        double lossDay = LossDayOf(patient, place, ledger);
        if (_undisturbed is not null)
        {
            _undisturbed.Derive(arm, _randomised.Of(arm, covariates), _thresholds, eventDays);
        }
        else
        {
            _course.Derive(patient, arm, covariates, _thresholds, SeenUntil(lossDay), eventDays, ledger.MutableSeenDaysOf(place), ledger.Log.WriterFor(place));
        }

        ledger.LossDays[place] = _trial.Truth.InformativeLosses.IsEmpty
            ? lossDay
            : Math.Min(lossDay, InformativeLosses.DayOf(_trial.Truth.InformativeLosses, patient, _randomised.Of(arm, covariates), eventDays));
    }

    private double SeenUntil(double lossDay) => Math.Min(lossDay, _trial.Design.MaxFollowUpDays);

    private void DrawThresholds(PatientKey patient)
    {
        for (int index = 0; index < _thresholds.Length; index++)
        {
            _thresholds[index] = _thresholdColumns[index].Of(patient.Seed, patient.Replicate, patient.Patient);
        }
    }

    private double LossDayOf(PatientKey patient, int place, Ledger ledger) => _trial.Truth.LossToFollowUp.IsEmpty
        ? double.PositiveInfinity
        : EventClocks.Choose(_trial.Truth.LossToFollowUp, _randomised.Of(ledger.Arms[place], ledger.CovariatesOf(place)))
            .DayOf(_lossThresholds.Of(patient.Seed, patient.Replicate, patient.Patient));
}
