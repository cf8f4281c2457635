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
        _course = new PatientCourse(trial.Truth);
        _thresholds = new double[trial.Truth.Events.Length];
    }

    /// <summary>Fills the ledger with one replicate.</summary>
    public void Fill(ulong seed, uint replicate, Ledger ledger)
    {
        ArrivalSampler.Fill(_trial.Truth.Accrual, seed, replicate, ledger.ArrivalDays);
        _allocator.Restart();
        for (int patient = 0; patient < ledger.Patients; patient++)
        {
            Span<double> covariates = ledger.MutableCovariatesOf(patient);
            DrawCovariates(seed, replicate, (uint)patient, covariates);
            byte arm = _allocator.Next(seed, replicate, (uint)patient, covariates);
            ledger.Arms[patient] = arm;
            ledger.LossDays[patient] = Derive(seed, replicate, (uint)patient, arm, covariates, ledger.MutableEventDaysOf(patient));
        }
    }

    /// <summary>The same patient, with the same luck, in an arm of the caller's choice.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="patient">Screening order.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="eventDays">Receives one day per event.</param>
    /// <returns>The day of being lost to follow-up.</returns>
    public double DeriveInArm(ulong seed, uint replicate, uint patient, int arm, Span<double> eventDays)
    {
        double[] covariates = new double[_trial.Truth.Covariates.Length];
        DrawCovariates(seed, replicate, patient, covariates);
        return Derive(seed, replicate, patient, arm, covariates, eventDays);
    }

    private double Derive(ulong seed, uint replicate, uint patient, int arm, ReadOnlySpan<double> covariates, Span<double> eventDays)
    {
        DrawThresholds(seed, replicate, patient);
        _course.Derive(arm, covariates, _thresholds, eventDays);
        return LossDay(seed, replicate, patient, arm, covariates);
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
        Hazard hazard = PatientCourse.Choose(choices, state);
        return hazard.DayOf(new Draws(seed, replicate, patient, Purpose.LossToFollowUp).NextExponential());
    }
}
