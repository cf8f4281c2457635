using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary.Trials;

/// <summary>
/// Sets what trials estimate when they stop beside what the same trials estimate at the last look when none of them stops. What an estimate is true or biased about is the mean over trials of
/// the latter: the value that the design estimates, whatever its censoring makes of the truth.
/// </summary>
internal sealed class StoppingAccumulator
{
    private readonly ImmutableArray<RowKey> _keys;
    private readonly StoppingEstimate[] _estimates;

    public StoppingAccumulator(TrialDesign design)
    {
        _keys = new ResultLayout(design).Rows;
        _estimates =
        [
            .. _keys.Where(key => MeasureTraits.Of(key.Measure).HasInterval)
                .GroupBy(key => key with { Look = 0 })
                .Where(rows => rows.Count() > 1)
                .Select(rows => new StoppingEstimate(RowNames.Of(design, rows.Last()), MeasureTraits.Of(rows.Key.Measure), [.. rows.Select(key => _keys.IndexOf(key))])),
        ];
    }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        foreach (StoppingEstimate estimate in _estimates)
        {
            int atEnd = -1;
            foreach (int row in estimate.Rows)
            {
                if (result.IsBeforeEnd(_keys[row].Look) && (atEnd < 0 || result.DayOf(_keys[row].Look) > result.DayOf(_keys[atEnd].Look)))
                {
                    atEnd = row;
                }
            }

            int last = estimate.Rows[^1];
            if (atEnd >= 0 && result.IsReached(_keys[last].Look))
            {
                estimate.Add(result.Rows[atEnd], result.Rows[last]);
            }
            else
            {
                estimate.Miss();
            }
        }
    }

    /// <summary>Bias and coverage of each estimate.</summary>
    public IEnumerable<OperatingCharacteristic> Summarise() => _estimates.SelectMany(estimate => estimate.Summarise());
}
