using System.Collections.Immutable;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Statistics;
using TrialSim.Statistics.Probability;

namespace TrialSim.Results.Samples;

/// <summary>Counts the best level of a state in each patient, as seen and as it truly was: the one that stands first among its levels.</summary>
internal sealed class BestLevelAccumulator : ITrialReader
{
    private readonly ImmutableArray<Arm> _arms;
    private readonly int _index;
    private readonly ClinicalState _state;

    // By arm and level; the place behind the last level is for none.
    private readonly long[,] _seen;
    private readonly long[,] _true;

    /// <param name="trial">The compiled scenario.</param>
    /// <param name="index">Index of the state.</param>
    public BestLevelAccumulator(Trial trial, int index)
    {
        _arms = trial.Design.Arms;
        _index = index;
        _state = trial.Truth.States[index];
        _seen = new long[_arms.Length, _state.Levels.Length + 1];
        _true = new long[_arms.Length, _state.Levels.Length + 1];
    }

    /// <inheritdoc/>
    public void Add(ReplayedTrial replayed)
    {
        foreach (KnownRecord known in replayed.Known)
        {
            _seen[known.Arm, BestOf(known.Course.AsSpan(), CourseEntryKind.StateSeen, double.PositiveInfinity)]++;
            double until = Math.Min((replayed.LastLookDay - known.Randomised).Value, replayed.Ledger.MaxFollowUp.Value);
            _true[known.Arm, BestOf(replayed.Ledger.CourseOf(known.Patient), CourseEntryKind.StateChanged, until)]++;
        }
    }

    /// <summary>A row for each arm that has patients and each level, then for none.</summary>
    public IEnumerable<LevelShare> Summarise()
    {
        for (int arm = 0; arm < _arms.Length; arm++)
        {
            long patients = Enumerable.Range(0, _state.Levels.Length + 1).Sum(level => _seen[arm, level]);
            for (int level = 0; patients > 0 && level <= _state.Levels.Length; level++)
            {
                Interval interval = Binomial.Wilson(_seen[arm, level], patients, 0.95);
                yield return new LevelShare(
                    _state.Name,
                    _arms[arm].Name,
                    level == _state.Levels.Length ? LevelShare.NotSeen : _state.Levels[level],
                    (double)_seen[arm, level] / patients,
                    (double)_true[arm, level] / patients,
                    interval.Lower,
                    interval.Upper,
                    patients);
            }
        }
    }

    private int BestOf(ReadOnlySpan<CourseEntry> course, CourseEntryKind kind, double untilDays)
    {
        int best = _state.Levels.Length;
        foreach (CourseEntry entry in course)
        {
            if (entry.Kind == kind && entry.Subject == _index && entry.Number != ClinicalState.NoLevel && entry.Day <= untilDays)
            {
                best = Math.Min(best, entry.Number);
            }
        }

        return best;
    }
}
