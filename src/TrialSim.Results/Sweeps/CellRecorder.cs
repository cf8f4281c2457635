using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results.Folder;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Sweeps;

/// <summary>Takes the replicates of a cell: adds them up, and keeps what each of them has shown.</summary>
public sealed class CellRecorder : IReplicateSink
{
    /// <summary>Replicates that are kept one by one: enough that errors of differences are known to a hundredth, few enough that a cell of a million replicates takes no more room.</summary>
    public const int MostInSeries = 10_000;

    private readonly Trial _trial;
    private readonly Func<RunAccumulator, IReadOnlyList<OperatingCharacteristic>> _figures;
    private readonly RunAccumulator _sum;
    private readonly float[][] _series;

    private CellRecorder(Trial trial, Func<RunAccumulator, IReadOnlyList<OperatingCharacteristic>> figures)
    {
        _trial = trial;
        _figures = figures;
        _sum = new RunAccumulator(trial, CurvePlan.None);
        int kept = (int)Math.Min(trial.Run.Replicates, MostInSeries);
        _series = [.. figures(_sum).Select(row => Measures.IsMeanOverReplicates(row.Measure) ? new float[kept] : [])];
    }

    /// <summary>Replicates taken so far.</summary>
    public long Replicates => _sum.Replicates;

    /// <summary>Of the replicates of a trial its operating characteristics.</summary>
    public static CellRecorder Of(Trial trial) => new(trial, static sum => sum.Characteristics());

    /// <summary>Of the replicates of a trial under its null hypothesis the errors of its tests.</summary>
    public static CellRecorder UnderNull(NullTrial nullTrial) => new(nullTrial.Trial, sum => sum.UnderNull(nullTrial.Tests));

    /// <summary>Keeps what each replicate of a batch has shown: what a run of that replicate alone would show. Threads may do it for several batches at the same time.</summary>
    public void Prepare(ReplicateBatch batch)
    {
        for (int index = 0; index < batch.Count && batch.First + index <= MostInSeries; index++)
        {
            RunAccumulator alone = new(_trial, CurvePlan.None);
            alone.Add(batch, index);
            IReadOnlyList<OperatingCharacteristic> rows = _figures(alone);
            for (int figure = 0; figure < rows.Count; figure++)
            {
                if (_series[figure].Length > 0)
                {
                    _series[figure][batch.First + index - 1] = ShownBy(rows[figure]);
                }
            }
        }
    }

    /// <summary>Takes the next batch, which was prepared.</summary>
    public void Add(ReplicateBatch batch) => _sum.Add(batch);

    /// <summary>What the replicates have shown.</summary>
    public IEnumerable<CellFigure> Figures() => _figures(_sum).Select((row, figure) => new CellFigure(row, ImmutableArray.Create(_series[figure])));

    private static float ShownBy(OperatingCharacteristic row) => row.Value is not double value ? float.NaN
        : (float)(MeasureTraits.IsGeometricMean(row.Measure) ? Math.Log(value) : value);
}
