using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Folder;

/// <summary>Takes the batches of the run under the null hypothesis, in order: writes its own tables beside those of the trial, and tells the errors of the tests.</summary>
public sealed class NullRecorder : IReplicateSink, IDisposable
{
    private readonly ResultsDraft _draft;
    private readonly ImmutableArray<int> _tests;
    private readonly ReplicateRecords _records;
    private readonly RunAccumulator _sum;
    private readonly CsvTable<ReplicateRecord> _table;

    /// <summary>Starts its <c>replicates.csv</c> in a draft.</summary>
    public NullRecorder(ResultsDraft draft, NullTrial nullTrial)
    {
        _draft = draft;
        _tests = nullTrial.Tests;
        _records = new ReplicateRecords(nullTrial.Trial.Design);
        _sum = new RunAccumulator(nullTrial.Trial, CurvePlan.None);
        _table = draft.CreateTable(ResultsFiles.NullReplicates, ReplicateColumns.All);
    }

    /// <summary>Replicates recorded so far.</summary>
    public long Replicates => _sum.Replicates;

    /// <summary>Writes the rows of a batch into it, which threads may do for several batches at the same time.</summary>
    public void Prepare(ReplicateBatch batch) => _records.Prepare(batch);

    /// <summary>Records the next batch, which was prepared.</summary>
    public void Add(ReplicateBatch batch) => _draft.Guarded(() =>
    {
        _sum.Add(batch);
        _table.WriteRows(batch.Prepared.WrittenSpan);
    });

    /// <summary>Closes its tables and returns the type I error of each test, and of families of tests, and how large and long its trials become.</summary>
    public IReadOnlyList<OperatingCharacteristic> Finish()
    {
        Dispose();
        _draft.WriteTable(ResultsFiles.NullOperatingCharacteristics, OperatingCharacteristicColumns.All, _sum.Characteristics());
        return _sum.UnderNull(_tests);
    }

    /// <summary>Closes its <c>replicates.csv</c> if the run ended before <see cref="Finish"/>.</summary>
    public void Dispose() => _draft.Guarded(_table.Dispose);
}
