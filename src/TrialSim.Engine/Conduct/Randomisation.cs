using System.Collections.Immutable;
using TrialSim.Engine.Allocations;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Engine.Sites;
using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Conduct;

/// <summary>Enrols the patients of a replicate, in screening order, and derives the private stretch of their courses into a ledger. One instance serves one worker.</summary>
internal sealed class Randomisation
{
    private readonly Trial _trial;
    private readonly TrialState _asPlanned;
    private readonly IArrivals _arrivals;
    private readonly Allocator _allocator;
    private readonly CourseDerivation _courses;
    private readonly UndisturbedCohort? _cohort;
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
        _courses = new CourseDerivation(trial);
        _ = UndisturbedCohort.TryCreate(trial, out _cohort);
    }

    /// <summary>The courses that have been begun and wait for slots; none in a trial without.</summary>
    public CoursesUnderWay UnderWay => _courses.UnderWay;

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
            if (_cohort is null)
            {
                TryEnrol(day, ledger, _asPlanned);
            }
            else
            {
                TryRandomise(day, ledger, _asPlanned);
            }
        }

        _cohort?.Derive(seed, replicate, ledger);
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
        bool isIn = TryRandomise(day, ledger, state);
        if (isIn)
        {
            _courses.Begin(KeyOfLast(ledger), ledger.Enrolled - 1, ledger);
        }

        return isIn;
    }

    private bool TryRandomise(TrialDay day, Ledger ledger, TrialState state)
    {
        uint screened = (uint)Screened - 1;
        Span<double> covariates = ledger.MutableCovariatesOf(ledger.Enrolled);
        DrawCovariates(_seed, _replicate, screened, covariates);
        if (!state.Admits(covariates) || FailsScreening(screened))
        {
            return false;
        }

        _allocator.Follow(state);
        byte arm = _allocator.Next(new Newcomer(new PatientKey(_seed, _replicate, screened), day, _site, covariates, ledger));
        arm = _reallocated is { } other && other.Screened == screened ? other.Arm : arm;
        ledger.Enrol(day, screened, _site, arm);
        _arrivals.Enrol(_site);
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
        _courses.Derive(patient, 0, ledger);
    }

    private PatientKey KeyOfLast(Ledger ledger) => new(_seed, _replicate, ledger.ScreeningOrder[ledger.Enrolled - 1]);

    private bool FailsScreening(uint screened) =>
        _trial.Truth.Sites.ScreeningFailure > 0 && new Draws(_seed, _replicate, screened, Purpose.Screening).NextUniform() < _trial.Truth.Sites.ScreeningFailure;

    private void DrawCovariates(ulong seed, uint replicate, uint patient, Span<double> covariates)
    {
        ImmutableArray<Covariate> all = _trial.Truth.Covariates;
        for (int index = 0; index < all.Length; index++)
        {
            covariates[index] = CovariateSampler.Sample(all[index], seed, replicate, patient);
        }
    }
}
