using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Model;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Conduct;

/// <summary>Randomises the patients of a replicate and derives the private stretch of their courses into a ledger.</summary>
internal sealed class Randomisation
{
    private readonly Trial _trial;
    private readonly Allocator _allocator;
    private readonly PatientCourse _course;
    private readonly double[] _thresholds;

    public Randomisation(Trial trial)
    {
        _trial = trial;
        _allocator = new Allocator(trial.Design.Allocation);
        _course = new PatientCourse(trial.Design, trial.Truth);
        _thresholds = new double[trial.Truth.Events.Length];
    }

    /// <summary>Fills the ledger with one replicate.</summary>
    public void Fill(ulong seed, uint replicate, Ledger ledger)
    {
        ArrivalSampler.Fill(_trial.Truth.Accrual, seed, replicate, ledger.ArrivalDays);
        _allocator.Restart();
        ledger.Log.Clear();
        for (int patient = 0; patient < ledger.Patients; patient++)
        {
            Span<double> covariates = ledger.MutableCovariatesOf(patient);
            DrawCovariates(seed, replicate, (uint)patient, covariates);
            byte arm = _allocator.Next(seed, replicate, (uint)patient, covariates);
            ledger.Arms[patient] = arm;
            ledger.LossDays[patient] = Derive(
                new PatientKey(seed, replicate, (uint)patient), arm, covariates, ledger.MutableEventDaysOf(patient), ledger.MutableSeenDaysOf(patient), ledger.Log);
        }
    }

    /// <summary>Derives one patient again, with the same luck, in an arm of the caller's choice, in place of what the ledger held of this patient alone.</summary>
    /// <param name="patient">Whose luck.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="ledger">A ledger of one patient.</param>
    public void FillInArm(PatientKey patient, int arm, Ledger ledger)
    {
        ledger.Log.Clear();
        ledger.Arms[0] = (byte)arm;
        Span<double> covariates = ledger.MutableCovariatesOf(0);
        DrawCovariates(patient.Seed, patient.Replicate, patient.Patient, covariates);
        ledger.LossDays[0] = Derive(patient, arm, covariates, ledger.MutableEventDaysOf(0), ledger.MutableSeenDaysOf(0), ledger.Log);
    }

    private double Derive(
        PatientKey patient, int arm, ReadOnlySpan<double> covariates, Span<double> eventDays, Span<double> seenDays, CourseLog log)
    {
        DrawThresholds(patient.Seed, patient.Replicate, patient.Patient);
        double lossDay = LossDay(patient.Seed, patient.Replicate, patient.Patient, arm, covariates);
        double seenUntil = Math.Min(lossDay, _trial.Design.MaxFollowUpDays);
        _course.Derive(patient, arm, covariates, _thresholds, seenUntil, eventDays, seenDays, log);
        log.EndPatient();
        return lossDay;
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
        ImmutableArray<ClinicalEvent> events = _trial.Truth.Events;
        for (int index = 0; index < events.Length; index++)
        {
            _thresholds[index] = new Draws(seed, replicate, patient, events[index].Purpose).NextExponential();
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
        return hazard.DayOf(new Draws(seed, replicate, patient, Purpose.LossToFollowUp).NextExponential());
    }
}
