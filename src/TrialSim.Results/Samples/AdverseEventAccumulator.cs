using System.Collections.Immutable;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Statistics;
using TrialSim.Statistics.Probability;

namespace TrialSim.Results.Samples;

/// <summary>Counts patients in whom an event has come to be known of which every occurrence is recorded, and how often it has.</summary>
internal sealed class AdverseEventAccumulator : ITrialReader
{
    private readonly ImmutableArray<Arm> _arms;
    private readonly int _index;
    private readonly ClinicalEvent _event;
    private readonly int[] _leastGrades;
    private readonly long[] _patients;

    // By arm and least grade.
    private readonly long[,] _affected;
    private readonly long[,] _occurrences;

    /// <param name="trial">The compiled scenario.</param>
    /// <param name="index">Index of the event.</param>
    public AdverseEventAccumulator(Trial trial, int index)
    {
        _arms = trial.Design.Arms;
        _index = index;
        _event = trial.Truth.Events[index];
        _leastGrades = [0, .. _event.Grades.Skip(1)]; // Any grade is the lowest one or above.
        _patients = new long[_arms.Length];
        _affected = new long[_arms.Length, _leastGrades.Length];
        _occurrences = new long[_arms.Length, _leastGrades.Length];
    }

    /// <inheritdoc/>
    public void Add(ReplayedTrial replayed)
    {
        foreach (KnownRecord known in replayed.Known)
        {
            _patients[known.Arm]++;
            for (int place = 0; place < _leastGrades.Length; place++)
            {
                int occurrences = CountIn(known.Course.AsSpan(), _leastGrades[place]);
                _occurrences[known.Arm, place] += occurrences;
                _affected[known.Arm, place] += occurrences > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>A row for each arm that has patients: of any grade, then of each grade above the lowest.</summary>
    public IEnumerable<AdverseEventShare> Summarise()
    {
        for (int arm = 0; arm < _arms.Length; arm++)
        {
            long patients = _patients[arm];
            for (int place = 0; patients > 0 && place < _leastGrades.Length; place++)
            {
                Interval interval = Binomial.Wilson(_affected[arm, place], patients, 0.95);
                yield return new AdverseEventShare(
                    _event.Name,
                    _arms[arm].Name,
                    _leastGrades[place],
                    (double)_affected[arm, place] / patients,
                    interval.Lower,
                    interval.Upper,
                    (double)_occurrences[arm, place] / patients,
                    patients);
            }
        }
    }

    private int CountIn(ReadOnlySpan<CourseEntry> course, int leastGrade)
    {
        int count = 0;
        foreach (CourseEntry entry in course)
        {
            count += entry.Kind == CourseEntryKind.EventSeen && entry.Subject == _index && entry.Value >= leastGrade ? 1 : 0;
        }

        return count;
    }
}
