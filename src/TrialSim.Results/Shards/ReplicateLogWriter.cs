using System.Buffers.Binary;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>Adds finished batches to a replicate log. The file is made with the first of them, so that there is no log without a replicate.</summary>
public sealed class ReplicateLogWriter : IReplicateSink, IDisposable
{
    private readonly string _path;
    private readonly ReplicateLogHeader _header;
    private readonly long _end;
    private FileStream? _file;

    private ReplicateLogWriter(string path, ReplicateLogHeader header, long end, long replicates)
    {
        _path = path;
        _header = header;
        _end = end;
        Replicates = replicates;
    }

    /// <summary>Begins a log; what stands under its name is written over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">What it is of.</param>
    public static ReplicateLogWriter Begin(string path, ReplicateLogHeader header) => new(path, header, end: 0, replicates: 0);

    /// <summary>Goes on behind the last whole batch of a log.</summary>
    public static ReplicateLogWriter GoOn(ReplicateLog log) => new(log.Path, log.Header, log.End, log.Replicates);

    /// <summary>Replicates in the log.</summary>
    public long Replicates { get; private set; }

    /// <summary>Writes a batch into its own room, which threads may do for several batches at the same time.</summary>
    public void Prepare(ReplicateBatch batch) => LogFrame.Prepare(batch);

    /// <summary>Adds the next batch, which was prepared.</summary>
    public void Add(ReplicateBatch batch)
    {
        try
        {
            _file ??= Open();
            _file.Write(batch.Logged.WrittenSpan);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"'{_path}' cannot be written: {cause.Message} What is finished is kept. Make room, or see who may write there, and go on with --resume.", cause);
        }

        Replicates += batch.Count;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();

    private FileStream Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        FileStream file = new(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.SetLength(_end);
        file.Position = _end;
        if (_end == 0)
        {
            byte[] header = ResultsJson.BytesOf(_header);
            byte[] whole = new byte[ReplicateLog.PreambleBytes + header.Length];
            ReplicateLog.Magic.CopyTo(whole);
            BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(8), header.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(12), LogFrame.ChecksumOf(header));
            header.CopyTo(whole, ReplicateLog.PreambleBytes);
            file.Write(whole);
        }

        return file;
    }
}
