using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary.Trials;

/// <summary>
/// Which arm does best: by the mean over replicates of the first test that compares it with the control, at the first look of that test, which every trial has. The control where no arm's mean Z is positive.
/// </summary>
internal sealed class BetterArm
{
    private readonly ImmutableArray<RowKey> _keys;
    private readonly ImmutableArray<int> _rows;
    private readonly RunningMoments[] _z;

    public BetterArm(ImmutableArray<RowKey> keys)
    {
        _keys = keys;
        int[] directed = [.. Enumerable.Range(0, keys.Length).Where(row => keys[row].Arm >= 0 && keys[row].Control >= 0 && MeasureTraits.Of(keys[row].Measure).Test == TestDirection.Directed)];
        _rows = [.. directed.Where(row => keys[row].Control == keys[directed[0]].Control && keys[row].Endpoint == keys[directed[0]].Endpoint).DistinctBy(row => keys[row].Arm)];
        _z = new RunningMoments[_rows.Length];
    }

    /// <summary>Whether any test compares two arms.</summary>
    public bool IsKnown => !_rows.IsEmpty;

    /// <summary>Index of the arm; −1 before anything is known.</summary>
    public int Arm
    {
        get
        {
            if (_z.All(moments => moments.Count == 0))
            {
                return -1;
            }

            int best = Enumerable.Range(0, _z.Length).MaxBy(place => _z[place].Mean);
            return _z[best].Mean > 0 ? _keys[_rows[best]].Arm : _keys[_rows[best]].Control;
        }
    }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        for (int place = 0; place < _rows.Length; place++)
        {
            int row = _rows[place];
            if (result.IsReached(_keys[row].Look) && result.Rows[row].Reason == Statistics.NotEstimable.None)
            {
                _z[place].Add(result.Rows[row].Z);
            }
        }
    }
}
