using System.Diagnostics.CodeAnalysis;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Model;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Conduct;

/// <summary>
/// The fast neighbour of <see cref="CourseDerivation"/>, bit for bit the same, for trials whose courses nothing disturbs and whose allocation does not look at them: everybody's draws first,
/// column after column, then everybody's days. One instance serves one worker.
/// </summary>
internal sealed class UndisturbedCohort
{
    private readonly Trial _trial;
    private readonly UndisturbedCourse _course;
    private readonly RandomisedStates _randomised;
    private readonly ExponentialColumn[] _draws;
    private readonly double[][] _columns;
    private readonly double[] _thresholds;
    private readonly ExponentialColumn _lossDraws = new((uint)Purpose.LossToFollowUp);
    private readonly double[] _lossThresholds;

    private UndisturbedCohort(Trial trial, UndisturbedCourse course)
    {
        _trial = trial;
        _course = course;
        _randomised = new RandomisedStates(trial.Truth.StateBits, trial.Design.Arms.Length);
        _draws = [.. trial.Truth.Events.Select(one => new ExponentialColumn(one.Purpose))];
        int length = ExponentialColumn.LengthFor(trial.Design.Patients);
        _columns = [.. _draws.Select(_ => new double[length])];
        _thresholds = new double[_draws.Length];
        _lossThresholds = new double[length];
    }

    /// <summary>The cohort of a trial that allows it.</summary>
    public static bool TryCreate(Trial trial, [NotNullWhen(true)] out UndisturbedCohort? cohort)
    {
        // Who fails screening uses up a place in the order of draws.
        bool isAllowed = trial.Truth.Sites.ScreeningFailure == 0
            && trial.Truth.InformativeLosses.IsEmpty
            && trial.Design.Allocation.Method != AllocationMethod.ResponseAdaptive;
        cohort = isAllowed && UndisturbedCourse.TryCreate(trial.Design, trial.Truth, out UndisturbedCourse? course) ? new UndisturbedCohort(trial, course) : null;
        return cohort is not null;
    }

    /// <summary>Derives the courses of all patients of a replicate.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="ledger">The patients, each the next who was screened, with arms and covariates; receives their losses and events.</param>
    public void Derive(ulong seed, uint replicate, Ledger ledger)
    {
        int length = ExponentialColumn.LengthFor(ledger.Enrolled);
        for (int index = 0; index < _draws.Length; index++)
        {
            _draws[index].Fill(seed, replicate, _columns[index].AsSpan(0, length));
        }

        for (int patient = 0; patient < ledger.Enrolled; patient++)
        {
            for (int index = 0; index < _thresholds.Length; index++)
            {
                _thresholds[index] = _columns[index][patient];
            }

            int arm = ledger.Arms[patient];
            _course.Derive(arm, _randomised.Of(arm, ledger.CovariatesOf(patient)), _thresholds, ledger.MutableEventDaysOf(patient));
        }

        FillLosses(seed, replicate, length, ledger);
    }

    private void FillLosses(ulong seed, uint replicate, int length, Ledger ledger)
    {
        Span<double> lossDays = ledger.LossDays.AsSpan(0, ledger.Enrolled);
        if (_trial.Truth.LossToFollowUp.IsEmpty)
        {
            lossDays.Fill(double.PositiveInfinity);
            return;
        }

        _lossDraws.Fill(seed, replicate, _lossThresholds.AsSpan(0, length));
        for (int patient = 0; patient < lossDays.Length; patient++)
        {
            ulong state = _randomised.Of(ledger.Arms[patient], ledger.CovariatesOf(patient));
            lossDays[patient] = EventClocks.Choose(_trial.Truth.LossToFollowUp, state).DayOf(_lossThresholds[patient]);
        }
    }
}
