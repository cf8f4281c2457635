using System.Buffers.Binary;
using System.Globalization;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>
/// Finished replicates in a file that only grows: what is run, then a frame for each batch, in replicate order. Recording them again gives the results that recording them at first gave, byte for byte; that is how
/// a run goes on and how shards become one. A process that is killed leaves at most one frame that ends too early; it is left out. Anything else that is not as it was written is refused.
/// </summary>
public sealed class ReplicateLog
{
    internal const int PreambleBytes = 16;
    internal static ReadOnlySpan<byte> Magic => "TSIMLOG1"u8;

    private ReplicateLog(string path, ReplicateLogHeader header, long headerEnd)
    {
        Path = path;
        Header = header;
        HeaderEnd = headerEnd;
        End = headerEnd;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it is of.</summary>
    public ReplicateLogHeader Header { get; }

    /// <summary>Replicates that it holds.</summary>
    public long Replicates { get; private set; }

    /// <summary>Where the last whole frame ends; what stands behind it was cut off by a kill.</summary>
    internal long End { get; private set; }

    private long HeaderEnd { get; }

    /// <summary>Reads and checks a whole log.</summary>
    /// <param name="path">The file.</param>
    /// <param name="log">The log.</param>
    /// <returns>False where there is no such file, or where it ends before its first replicate could have been written.</returns>
    /// <exception cref="ResultsFolderException">It is not a log, or something in it is not as it was written.</exception>
    public static bool TryOpen(string path, out ReplicateLog log)
    {
        log = null!;
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (!TryReadHeader(file, path, out log))
            {
                return false;
            }

            ReplicateLog found = log;
            found.ReadFrames(file, (frame, _) =>
            {
                found.Replicates += frame.Count;
                found.End = file.Position;
            });
            return true;
        }
        catch (Exception cause) when (cause is IOException and not ResultsFolderException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>Passes the replicates on, in order.</summary>
    /// <param name="trial">The trial that they are of.</param>
    /// <param name="most">How many; the rest is left out.</param>
    /// <param name="take">Called once a batch, which is used again after it returns; whether to go on.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Replay(Trial trial, long most, Func<ReplicateBatch, bool> take, CancellationToken cancellation)
    {
        ReplicateBatch batch = ReplicateBatch.For(trial);
        using FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = HeaderEnd;
        long done = 0;
        ReadFrames(file, (frame, bytes) =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (done == most)
            {
                return; // What follows is checked all the same.
            }

            if (!BatchBytes.TryRead(frame.First, frame.Count, bytes, batch))
            {
                throw Damaged(file.Position - frame.Length, frame.First - 1);
            }

            batch.Shorten((int)Math.Min(frame.Count, most - done));
            done = take(batch) ? done + batch.Count : most;
        });
    }

    private static bool TryReadHeader(FileStream file, string path, out ReplicateLog log)
    {
        log = null!;
        Span<byte> preamble = stackalloc byte[PreambleBytes];
        int there = file.ReadAtLeast(preamble, PreambleBytes, throwOnEndOfStream: false);
        if (!preamble[..Math.Min(there, Magic.Length)].SequenceEqual(Magic[..Math.Min(there, Magic.Length)]))
        {
            throw new ResultsFolderException($"'{path}' is not a replicate log of this version of TrialSim. Remove it, or name another folder with --out.");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(preamble[8..]);
        if (there < PreambleBytes || length > file.Length - PreambleBytes)
        {
            return false;
        }

        byte[] header = new byte[Math.Max(length, 0)];
        file.ReadExactly(header);
        if (LogFrame.ChecksumOf(header) != BinaryPrimitives.ReadUInt32LittleEndian(preamble[12..]))
        {
            throw new ResultsFolderException($"'{path}' is damaged at its beginning and cannot be used. Remove it; what it holds must be simulated again.");
        }

        log = new ReplicateLog(path, ResultsJson.ReplicateLogHeaderOf(header), file.Position);
        return true;
    }

    private void ReadFrames(FileStream file, Action<LogFrame, ReadOnlySpan<byte>> take)
    {
        long length = file.Length;
        long next = Header.Range.First;
        byte[] bytes = [];
        Span<byte> head = stackalloc byte[LogFrame.HeadBytes];
        while (length - file.Position >= LogFrame.HeadBytes)
        {
            long place = file.Position;
            file.ReadExactly(head);
            if (!LogFrame.TryReadHead(head, out LogFrame frame) || frame.First != next)
            {
                if (head.ContainsAnyExcept((byte)0) || HasMore(file))
                {
                    throw Damaged(place, next - 1);
                }

                return; // A file that was made longer and never filled, as a machine that lost its power leaves it.
            }

            if (frame.Length > length - file.Position)
            {
                return;
            }

            Array.Resize(ref bytes, Math.Max(bytes.Length, frame.Length));
            Span<byte> batch = bytes.AsSpan(0, frame.Length);
            file.ReadExactly(batch);
            if (LogFrame.ChecksumOf(batch) != frame.Checksum)
            {
                if (file.Position < length)
                {
                    throw Damaged(place, next - 1);
                }

                return;
            }

            next += frame.Count;
            take(frame, batch);
        }
    }

    private static bool HasMore(FileStream file)
    {
        for (int value = file.ReadByte(); value >= 0; value = file.ReadByte())
        {
            if (value != 0)
            {
                return true;
            }
        }

        return false;
    }

    private ResultsFolderException Damaged(long place, long replicate) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"'{Path}' is damaged at byte {place:N0}, after replicate {replicate:N0}, and more stands behind it: this is not what a stopped run leaves. Remove the file; its replicates must be simulated again."));
}
