using System.Buffers;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Sites;
using TrialSim.Engine.Testing;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>The results of consecutive replicates, one slot each. Its owner uses it again for later replicates.</summary>
public sealed class ReplicateBatch
{
    /// <summary>Replicates that a batch may hold.</summary>
    public const int Most = 64;

    /// <summary>Replicates up to this number keep the stages of their sequential tests: more paths than a picture can show.</summary>
    public const uint LastWithStages = 200;

    private readonly int _lookCount;
    private readonly int _rowCount;
    private readonly int _decisionCount;
    private readonly int _analysisCount;
    private readonly TrialDay[] _lookDays;
    private readonly TrialOutcome[] _outcomes;
    private readonly int[] _decisionLooks;
    private readonly int[] _newSizes;
    private readonly int _armCount;
    private readonly int[] _droppedBy;
    private readonly int[] _rejectionLooks;
    private readonly int _resourceCount;
    private readonly ResourceUse[] _resourceUse;
    private readonly ResultRow[] _rows;
    private readonly float[][] _curves;
    private readonly int _stageCount;
    private readonly TestStage[] _stages;

    internal ReplicateBatch(int capacity, Trial trial, int rowCount)
    {
        TrialDesign design = trial.Design;
        _lookCount = design.Looks.Length;
        _decisionCount = design.Decisions.Length;
        _analysisCount = design.Analyses.Length;
        _rowCount = rowCount;
        _lookDays = new TrialDay[capacity * _lookCount];
        _outcomes = new TrialOutcome[capacity];
        _decisionLooks = new int[capacity * _decisionCount];
        _newSizes = new int[capacity * _decisionCount];
        _armCount = design.Arms.Length;
        _droppedBy = new int[capacity * _armCount];
        _rejectionLooks = new int[capacity * _analysisCount];
        _resourceCount = trial.Truth.Sites.Resources.Length;
        _resourceUse = new ResourceUse[capacity * _resourceCount];
        _rows = new ResultRow[capacity * rowCount];
        _curves = new float[capacity][];
        _stageCount = design.Testing.StageCount;
        _stages = new TestStage[capacity * _stageCount];
    }

    /// <summary>A batch with room for results of a trial that were simulated before, see <see cref="BatchBytes"/>.</summary>
    public static ReplicateBatch For(Trial trial) => new(Most, trial, new ResultLayout(trial.Design).Rows.Length);

    /// <summary>Number of the first replicate.</summary>
    public uint First { get; private set; }

    /// <summary>How many replicates it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The day of each look of a replicate; <see cref="TrialDay.Never"/> for one that was not reached.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<TrialDay> LookDaysOf(int index) => _lookDays.AsSpan(index * _lookCount, _lookCount);

    /// <summary>How a replicate has ended.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public TrialOutcome OutcomeOf(int index) => _outcomes[index];

    /// <summary>Of each decision of the design the index of the look at which it was taken; −1 for not.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<int> DecisionLooksOf(int index) => _decisionLooks.AsSpan(index * _decisionCount, _decisionCount);

    /// <summary>Of each decision of the design the events or patients that it has set for the rest of the trial; 0 for none.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<int> NewSizesOf(int index) => _newSizes.AsSpan(index * _decisionCount, _decisionCount);

    /// <summary>Of each arm of the design the index of the decision that dropped it; −1 for none.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<int> DroppedByOf(int index) => _droppedBy.AsSpan(index * _armCount, _armCount);

    /// <summary>Of each analysis of the design the index of the look at which it first rejected; −1 for not.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<int> RejectionLooksOf(int index) => _rejectionLooks.AsSpan(index * _analysisCount, _analysisCount);

    /// <summary>How each resource of the sites was used in a replicate, by its index.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<ResourceUse> ResourceUseOf(int index) => _resourceUse.AsSpan(index * _resourceCount, _resourceCount);

    /// <summary>The rows of a replicate, in the order of the layout.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<ResultRow> RowsOf(int index) => _rows.AsSpan(index * _rowCount, _rowCount);

    /// <summary>The curves of a replicate, see <see cref="CurvePlan"/>; empty for replicates that keep none.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<float> CurvesOf(int index) => _curves[index];

    /// <summary>Of each sequential test of the design, of each of its looks, the stage that it was; empty for replicates that keep none.</summary>
    /// <param name="index">Place in the batch, from 0.</param>
    public ReadOnlySpan<TestStage> StagesOf(int index) => index < StagesKept ? _stages.AsSpan(index * _stageCount, _stageCount) : [];

    private int StagesKept => (int)Math.Clamp(LastWithStages - (long)First + 1, 0, Count);

    /// <summary>What the thread that has simulated the batch leaves with it for whoever consumes it, as bytes; empty at first.</summary>
    public ArrayBufferWriter<byte> Prepared { get; } = new();

    /// <summary>Room for the batch as a replicate log keeps it, made where it was simulated; empty at first.</summary>
    public ArrayBufferWriter<byte> Logged { get; } = new();

    /// <summary>Leaves out the last replicates.</summary>
    /// <param name="count">How many stay, from 1 to <see cref="Count"/>.</param>
    public void Shorten(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        Count = count;
    }

    internal void Restart(uint first, int count)
    {
        Prepared.ResetWrittenCount();
        Logged.ResetWrittenCount();
        First = first;
        Count = count;
    }

    internal void KeepConduct(int index, TrialConduct conduct)
    {
        conduct.LookDays.CopyTo(_lookDays.AsSpan(index * _lookCount, _lookCount));
        conduct.Rows.CopyTo(_rows.AsSpan(index * _rowCount, _rowCount));
        conduct.State.DecidedAt.CopyTo(_decisionLooks.AsSpan(index * _decisionCount, _decisionCount));
        conduct.State.NewSizes.CopyTo(_newSizes.AsSpan(index * _decisionCount, _decisionCount));
        conduct.State.DroppedBy.CopyTo(_droppedBy.AsSpan(index * _armCount, _armCount));
        conduct.State.RejectedAt.CopyTo(_rejectionLooks.AsSpan(index * _analysisCount, _analysisCount));
        conduct.ResourceUse.CopyTo(_resourceUse.AsSpan(index * _resourceCount, _resourceCount));
        conduct.Stages.CopyTo(_stages.AsSpan(index * _stageCount, _stageCount));
        _outcomes[index] = conduct.Outcome;
    }

    internal void KeepCurves(int index, float[] curves) => _curves[index] = curves;

    /// <summary>Passes on all that it holds, in a fixed order: the one list of what is written and read again.</summary>
    internal void Walk<TVisitor>(ref TVisitor visitor)
        where TVisitor : IBatchVisitor, allows ref struct
    {
        visitor.Days(_lookDays.AsSpan(0, Count * _lookCount));
        visitor.Outcomes(_outcomes.AsSpan(0, Count));
        visitor.Whole(_decisionLooks.AsSpan(0, Count * _decisionCount));
        visitor.Whole(_newSizes.AsSpan(0, Count * _decisionCount));
        visitor.Whole(_droppedBy.AsSpan(0, Count * _armCount));
        visitor.Whole(_rejectionLooks.AsSpan(0, Count * _analysisCount));
        visitor.Resources(_resourceUse.AsSpan(0, Count * _resourceCount));
        visitor.Rows(_rows.AsSpan(0, Count * _rowCount));
        visitor.Curves(_curves.AsSpan(0, Count));
        visitor.Stages(_stages.AsSpan(0, StagesKept * _stageCount));
    }
}
