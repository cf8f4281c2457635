using System.Collections.Immutable;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Results.Summary;

namespace TrialSim.Results.Samples;

/// <summary>Takes the measurements of a marker that are known by the last look.</summary>
internal sealed class MarkerAccumulator : ITrialReader
{
    private const double LowerQuantile = 0.1;
    private const double UpperQuantile = 0.9;

    private readonly ImmutableArray<Arm> _arms;
    private readonly int _index;
    private readonly Marker _marker;
    private readonly List<List<CourseEntry>>[] _measured; // By arm, then by the number of the measurement.
    private readonly List<BestChange> _changes = [];

    /// <param name="trial">The compiled scenario.</param>
    /// <param name="index">Index of the marker.</param>
    public MarkerAccumulator(Trial trial, int index)
    {
        _arms = trial.Design.Arms;
        _index = index;
        _marker = trial.Truth.Markers[index];
        _measured = [.. _arms.Select(_ => new List<List<CourseEntry>>())];
    }

    /// <summary>The best change of each patient of the first replicate who was measured again after a first measurement above 0.</summary>
    public IReadOnlyList<BestChange> BestChanges => _changes;

    /// <inheritdoc/>
    public void Add(ReplayedTrial replayed)
    {
        foreach (KnownRecord known in replayed.Known)
        {
            CourseEntry[] own = [.. known.Course.Where(entry => entry.Kind == CourseEntryKind.MarkerMeasured && entry.Subject == _index)];
            List<List<CourseEntry>> byVisit = _measured[known.Arm];
            for (int visit = 0; visit < own.Length; visit++)
            {
                if (visit == byVisit.Count)
                {
                    byVisit.Add([]);
                }

                byVisit[visit].Add(own[visit]);
            }

            if (replayed.Replicate == 1 && own is [{ Value: > 0 } first, _, ..])
            {
                double best = own.Skip(1).Min(entry => entry.Value);
                _changes.Add(new BestChange(replayed.Replicate, _marker.Name, _marker.Unit, known.Patient + 1, _arms[known.Arm].Name, first.Value, best, (best - first.Value) / first.Value));
            }
        }
    }

    /// <summary>A row for each arm and measurement that any patient has had.</summary>
    public IEnumerable<MarkerCoursePoint> Courses()
    {
        for (int arm = 0; arm < _arms.Length; arm++)
        {
            for (int visit = 0; visit < _measured[arm].Count; visit++)
            {
                List<CourseEntry> measured = _measured[arm][visit];
                double[] values = [.. measured.Select(entry => entry.Value).Order()];
                yield return new MarkerCoursePoint(
                    _marker.Name,
                    _marker.Unit,
                    _arms[arm].Name,
                    visit + 1,
                    measured.Average(entry => entry.Day) / DaysPer.Month,
                    LinearQuantile.Of<double>(values, 0.5),
                    LinearQuantile.Of<double>(values, LowerQuantile),
                    LinearQuantile.Of<double>(values, UpperQuantile),
                    values.Length);
            }
        }
    }
}
