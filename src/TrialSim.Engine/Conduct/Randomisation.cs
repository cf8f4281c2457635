using System.Collections.Immutable;
using TrialSim.Engine.Allocations;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Engine.Sites;
using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Conduct;

/// <summary>Enrols the patients of a replicate, in screening order, and derives the private stretch of their courses into a ledger. One instance serves one worker.</summary>
internal sealed class Randomisation
{
    private readonly Trial _trial;
    private readonly TrialState _asPlanned;
    private readonly IArrivals _arrivals;
    private readonly Allocator _allocator;
    private readonly PatientCourse _course;
    private readonly UndisturbedCourse? _undisturbed;
    private readonly double[] _thresholds;
    private readonly ExponentialColumn[] _thresholdColumns;
    private readonly ExponentialColumn _lossThresholds = new((uint)Purpose.LossToFollowUp);
    private readonly bool _isQueued;
    private readonly List<double> _screeningDays = [];
    private (uint Screened, byte Arm)? _reallocated;
    private ulong _seed;
    private uint _replicate;
    private int _site;

    public Randomisation(Trial trial)
    {
        _trial = trial;
        _asPlanned = new TrialState(trial.Design);
        _arrivals = Arrivals.Of(trial);
        _allocator = new Allocator(trial.Design);
        _course = new PatientCourse(trial.Design, trial.Truth);
        _ = UndisturbedCourse.TryCreate(trial.Design, trial.Truth, out _undisturbed);
        _thresholds = new double[trial.Truth.Events.Length];
        _thresholdColumns = [.. trial.Truth.Events.Select(one => new ExponentialColumn(one.Purpose))];
        _isQueued = trial.Design.Protocol.NeedsResources;
        UnderWay = new CoursesUnderWay(trial, trial.Design.MaxPatients);
    }

    /// <summary>The courses that have been begun and wait for slots; none in a trial without.</summary>
    public CoursesUnderWay UnderWay { get; }

    /// <summary>Patients who have come, or are known to come, to be screened.</summary>
    public int Screened => _screeningDays.Count;

    /// <summary>Patients who have come to be screened by the end of a trial day.</summary>
    public int ScreenedBy(TrialDay day)
    {
        int place = _screeningDays.BinarySearch(day.Value);
        return place >= 0 ? place + 1 : ~place;
    }

    /// <summary>Once nobody comes any more: the day since when that is known.</summary>
    public TrialDay NobodyAfter { get; private set; }

    /// <summary>From the next replicate on one patient is put into an arm, whatever the allocation says; everybody after them is allocated as if it had not been so.</summary>
    /// <param name="screened">The patient, by the order of screening.</param>
    /// <param name="arm">Index of the arm.</param>
    public void Reallocate(uint screened, int arm) => _reallocated = (screened, (byte)arm);

    /// <summary>Begins a replicate, with an empty ledger.</summary>
    public void Start(ulong seed, uint replicate, Ledger ledger)
    {
        _seed = seed;
        _replicate = replicate;
        _screeningDays.Clear();
        _arrivals.Start(seed, replicate);
        _allocator.Restart();
        ledger.Restart();
    }

    /// <summary>Fills the ledger with one replicate in which nothing that is learnt changes who comes in.</summary>
    public void Fill(ulong seed, uint replicate, Ledger ledger)
    {
        Start(seed, replicate, ledger);
        while (ledger.Enrolled < _trial.Design.Patients && TryScreenNext(out TrialDay day))
        {
            TryEnrol(day, ledger, _asPlanned);
        }

        if (ledger.Enrolled < _trial.Design.Patients)
        {
            ledger.AccrualEnd = NobodyAfter;
        }
    }

    /// <summary>The day on which the next patient comes to be screened; where nobody comes any more, the day since when that is known.</summary>
    /// <returns>Whether one comes.</returns>
    public bool TryScreenNext(out TrialDay day)
    {
        bool comes = _arrivals.TryNext(out day, out _site);
        if (comes)
        {
            _screeningDays.Add(day.Value);
        }

        NobodyAfter = day;
        return comes;
    }

    /// <summary>Enrols the patient who was screened last, and derives what is private of their course.</summary>
    /// <param name="day">The day of screening, on which they are randomised.</param>
    /// <param name="ledger">Receives the patient.</param>
    /// <param name="state">The design as it stands.</param>
    /// <returns>Whether the patient is in the trial.</returns>
    public bool TryEnrol(TrialDay day, Ledger ledger, TrialState state)
    {
        uint screened = (uint)Screened - 1;
        int patient = ledger.Enrolled;
        Span<double> covariates = ledger.MutableCovariatesOf(patient);
        DrawCovariates(_seed, _replicate, screened, covariates);
        if (!state.Admits(covariates) || FailsScreening(screened))
        {
            return false;
        }

        PatientKey key = new(_seed, _replicate, screened);
        _allocator.Follow(state);
        byte arm = _allocator.Next(new Newcomer(key, day, _site, covariates, ledger));
        arm = _reallocated is { } other && other.Screened == screened ? other.Arm : arm;
        ledger.Enrol(day, screened, _site, arm);
        _arrivals.Enrol(_site);
        PatientCourse course = _isQueued ? UnderWay.Begin(patient) : _course;
        ledger.LossDays[patient] = Start(
            course, key, arm, covariates, ledger.MutableEventDaysOf(patient), ledger.MutableSeenDaysOf(patient), ledger.Log.WriterFor(patient));
        return true;
    }

    /// <summary>
    /// Derives one patient again, with the same luck, in an arm of the caller's choice, in place of what the ledger held of this patient alone. Not for a trial whose sessions wait for slots:
    /// there nobody is alone (<see cref="Reallocate"/>).
    /// </summary>
    /// <param name="patient">Whose luck.</param>
    /// <param name="site">Index of the patient's site.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="ledger">A ledger of one patient.</param>
    public void FillInArm(PatientKey patient, int site, int arm, Ledger ledger)
    {
        ledger.Restart();
        ledger.Enrol(TrialDay.Opening, patient.Patient, site, (byte)arm);
        Span<double> covariates = ledger.MutableCovariatesOf(0);
        DrawCovariates(patient.Seed, patient.Replicate, patient.Patient, covariates);
        ledger.LossDays[0] = Start(_course, patient, arm, covariates, ledger.MutableEventDaysOf(0), ledger.MutableSeenDaysOf(0), ledger.Log.WriterFor(0));
    }

    private bool FailsScreening(uint screened) =>
        _trial.Truth.Sites.ScreeningFailure > 0 && new Draws(_seed, _replicate, screened, Purpose.Screening).NextUniform() < _trial.Truth.Sites.ScreeningFailure;

    // A course that will wait for slots is begun here, and goes on with the calendar; any other is derived to its end.
    private double Start(
        PatientCourse course, PatientKey patient, int arm, ReadOnlySpan<double> covariates, Span<double> eventDays, Span<double> seenDays, CourseWriter log)
    {
        DrawThresholds(patient.Seed, patient.Replicate, patient.Patient);
        double lossDay = LossDay(patient.Seed, patient.Replicate, patient.Patient, arm, covariates);
        double seenUntil = Math.Min(lossDay, _trial.Design.MaxFollowUpDays);
        if (_isQueued)
        {
            course.Start(patient, arm, covariates, _thresholds, seenUntil, SlotAccess.Queued, eventDays, seenDays, log);
            return lossDay;
        }

        if (_undisturbed is not null)
        {
            _undisturbed.Derive(arm, covariates, _thresholds, eventDays);
        }
        else
        {
            course.Derive(patient, arm, covariates, _thresholds, seenUntil, eventDays, seenDays, log);
        }

        return _trial.Truth.InformativeLosses.IsEmpty
            ? lossDay
            : Math.Min(lossDay, InformativeLosses.DayOf(_trial.Truth.InformativeLosses, patient, PatientState.AtRandomisation(_trial.Truth.StateBits, arm, covariates), eventDays));
    }

    private void DrawCovariates(ulong seed, uint replicate, uint patient, Span<double> covariates)
    {
        ImmutableArray<Covariate> all = _trial.Truth.Covariates;
        for (int index = 0; index < all.Length; index++)
        {
            covariates[index] = CovariateSampler.Sample(all[index], seed, replicate, patient);
        }
    }

    private void DrawThresholds(ulong seed, uint replicate, uint patient)
    {
        for (int index = 0; index < _thresholds.Length; index++)
        {
            _thresholds[index] = _thresholdColumns[index].Of(seed, replicate, patient);
        }
    }

    private double LossDay(ulong seed, uint replicate, uint patient, int arm, ReadOnlySpan<double> covariates)
    {
        ImmutableArray<HazardChoice> choices = _trial.Truth.LossToFollowUp;
        if (choices.IsEmpty)
        {
            return double.PositiveInfinity;
        }

        ulong state = PatientState.AtRandomisation(_trial.Truth.StateBits, arm, covariates);
        Hazard hazard = EventClocks.Choose(choices, state);
        return hazard.DayOf(_lossThresholds.Of(seed, replicate, patient));
    }
}
