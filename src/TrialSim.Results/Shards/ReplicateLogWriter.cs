using TrialSim.Engine.MonteCarlo;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>Adds finished batches to a replicate log. The file is made with the first of them, so that there is no log without a replicate.</summary>
public sealed class ReplicateLogWriter : IReplicateSink, IDisposable
{
    private readonly LogFileWriter _file;

    private ReplicateLogWriter(LogFileWriter file, long replicates)
    {
        _file = file;
        Replicates = replicates;
    }

    /// <summary>Begins a log; what stands under its name is written over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">What it is of.</param>
    public static ReplicateLogWriter Begin(string path, LogHeader header) => new(new LogFileWriter(path, header, end: 0), replicates: 0);

    /// <summary>Goes on behind the last whole batch of a log.</summary>
    public static ReplicateLogWriter GoOn(ReplicateLog log) => new(new LogFileWriter(log.Path, log.Header, log.End), log.Replicates);

    /// <summary>Replicates in the log.</summary>
    public long Replicates { get; private set; }

    /// <summary>Writes a batch into its own room, which threads may do for several batches at the same time.</summary>
    public void Prepare(ReplicateBatch batch) => LogFrame.Prepare(batch);

    /// <summary>Adds the next batch, which was prepared.</summary>
    /// <exception cref="ResultsFolderException">The file cannot be written.</exception>
    public void Add(ReplicateBatch batch)
    {
        _file.Add(batch.Logged.WrittenSpan);
        Replicates += batch.Count;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();
}
