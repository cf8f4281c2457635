using TrialSim.Engine.Analyses;
using TrialSim.Model.Time;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>The results of consecutive replicates, one slot each. Its owner uses it again for later replicates.</summary>
public sealed class ReplicateBatch
{
    private readonly int _lookCount;
    private readonly int _rowCount;
    private readonly TrialDay[] _lookDays;
    private readonly ResultRow[] _rows;
    private readonly float[][] _curves;

    internal ReplicateBatch(int capacity, int lookCount, int rowCount)
    {
        _lookCount = lookCount;
        _rowCount = rowCount;
        _lookDays = new TrialDay[capacity * lookCount];
        _rows = new ResultRow[capacity * rowCount];
        _curves = new float[capacity][];
    }

    /// <summary>Number of the first replicate.</summary>
    public uint First { get; private set; }

    /// <summary>How many replicates it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The day of each look of a replicate; <see cref="TrialDay.Never"/> for one that was not reached.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<TrialDay> LookDaysOf(int index) => _lookDays.AsSpan(index * _lookCount, _lookCount);

    /// <summary>The rows of a replicate, in the order of the layout.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<ResultRow> RowsOf(int index) => _rows.AsSpan(index * _rowCount, _rowCount);

    /// <summary>The curves of a replicate, see <see cref="CurvePlan"/>; empty for replicates that keep none.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<float> CurvesOf(int index) => _curves[index];

    internal void Restart(uint first, int count)
    {
        First = first;
        Count = count;
    }

    internal Span<TrialDay> MutableLookDaysOf(int index) => _lookDays.AsSpan(index * _lookCount, _lookCount);

    internal Span<ResultRow> MutableRowsOf(int index) => _rows.AsSpan(index * _rowCount, _rowCount);

    internal void KeepCurves(int index, float[] curves) => _curves[index] = curves;
}
