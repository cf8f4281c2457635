using System.Buffers.Binary;
using System.Globalization;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>
/// Finished work in a file that only grows: a header that says what it is of, then frames with checksums. A process that is killed leaves at most one frame that ends too early; it is left out.
/// Anything else that is not as it was written is refused.
/// </summary>
internal sealed class LogFile
{
    private const int PreambleBytes = 16;

    private readonly long _headerEnd;

    private LogFile(string path, LogHeader header, long headerEnd)
    {
        Path = path;
        Header = header;
        _headerEnd = headerEnd;
        End = headerEnd;
    }

    private static ReadOnlySpan<byte> Magic => "TSIMLOG1"u8;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it is of.</summary>
    public LogHeader Header { get; }

    /// <summary>Where the last whole frame ends, after all frames were read; what stands behind it was cut off by a kill.</summary>
    public long End { get; private set; }

    /// <summary>Reads the header of a log.</summary>
    /// <returns>False where there is no such file, or where it ends before its first frame could have been written.</returns>
    /// <exception cref="ResultsFolderException">It is not a log, or damaged, or cannot be read.</exception>
    public static bool TryOpen(string path, out LogFile log)
    {
        log = null!;
        LogFile? found = null;
        Guarded(path, () =>
        {
            // What has no length holds no log; a pipe or a device, which has none either, would be waited for.
            if (!File.Exists(path) || FileLength.Of(path) == 0)
            {
                return;
            }

            using FileStream file = OpenToRead(path);
            found = ReadHeader(file, path);
        });
        log = found!;
        return found is not null;
    }

    /// <summary>The bytes with which a log begins.</summary>
    public static byte[] BeginningOf(LogHeader header)
    {
        byte[] text = ResultsJson.BytesOf(header);
        byte[] whole = new byte[PreambleBytes + text.Length];
        Magic.CopyTo(whole);
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(8), text.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(12), LogFrame.ChecksumOf(text));
        text.CopyTo(whole, PreambleBytes);
        return whole;
    }

    /// <summary>Reads and checks all frames.</summary>
    /// <param name="isDue">Whether a frame may stand where it stands.</param>
    /// <param name="take">Called once a whole frame: its head, where its bytes begin in the file, and its bytes.</param>
    /// <exception cref="ResultsFolderException">Something is not as it was written, or cannot be read.</exception>
    public void ReadFrames(Func<LogFrame, bool> isDue, Action<LogFrame, long, ReadOnlySpan<byte>> take) => Guarded(Path, () =>
    {
        using FileStream file = OpenToRead(Path);
        file.Position = _headerEnd;
        ReadFrames(file, isDue, take);
    });

    /// <summary>Looks at the heads of the frames alone, up to the first that is not whole.</summary>
    /// <param name="take">Called once a frame.</param>
    /// <exception cref="ResultsFolderException">The file cannot be read.</exception>
    public void SkimFrames(Action<LogFrame> take) => Guarded(Path, () =>
    {
        using FileStream file = OpenToRead(Path);
        file.Position = _headerEnd;
        long length = file.Length;
        Span<byte> head = stackalloc byte[LogFrame.HeadBytes];
        while (length - file.Position >= LogFrame.HeadBytes)
        {
            file.ReadExactly(head);
            if (!LogFrame.TryReadHead(head, out LogFrame frame) || frame.Length > length - file.Position)
            {
                return;
            }

            file.Position += frame.Length;
            take(frame);
        }
    });

    /// <summary>What is said of a log that was changed.</summary>
    /// <param name="place">The byte.</param>
    /// <param name="last">Number of the last replicate, cell or evaluation before it; 0 without one.</param>
    public ResultsFolderException DamagedAt(long place, long last) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"'{Path}' is damaged at byte {place:N0}, after {NameOf(Header.Part)} {last:N0}, and more stands behind it: this is not what a stopped run leaves. Remove the file; what it holds must be simulated again."));

    private void ReadFrames(FileStream file, Func<LogFrame, bool> isDue, Action<LogFrame, long, ReadOnlySpan<byte>> take)
    {
        long length = file.Length;
        long last = 0;
        byte[] bytes = [];
        Span<byte> head = stackalloc byte[LogFrame.HeadBytes];
        while (length - file.Position >= LogFrame.HeadBytes)
        {
            long place = file.Position;
            file.ReadExactly(head);
            if (!LogFrame.TryReadHead(head, out LogFrame frame) || !isDue(frame))
            {
                if (head.ContainsAnyExcept((byte)0) || HasMore(file))
                {
                    throw DamagedAt(place, last);
                }

                return; // A file that was made longer and never filled, as a machine that lost its power leaves it.
            }

            if (frame.Length > length - file.Position)
            {
                return;
            }

            Array.Resize(ref bytes, Math.Max(bytes.Length, frame.Length));
            Span<byte> whole = bytes.AsSpan(0, frame.Length);
            file.ReadExactly(whole);
            if (LogFrame.ChecksumOf(whole) != frame.Checksum)
            {
                if (file.Position < length)
                {
                    throw DamagedAt(place, last);
                }

                return;
            }

            last = frame.First + frame.Count - 1;
            End = file.Position;
            take(frame, End - frame.Length, whole);
        }
    }

    private static LogFile? ReadHeader(FileStream file, string path)
    {
        Span<byte> preamble = stackalloc byte[PreambleBytes];
        int there = file.ReadAtLeast(preamble, PreambleBytes, throwOnEndOfStream: false);
        if (!preamble[..Math.Min(there, Magic.Length)].SequenceEqual(Magic[..Math.Min(there, Magic.Length)]))
        {
            throw new ResultsFolderException($"'{path}' is not a log of this version of TrialSim. Remove it, or name another folder with --out.");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(preamble[8..]);
        if (there < PreambleBytes || length > file.Length - PreambleBytes)
        {
            return null;
        }

        byte[] header = new byte[Math.Max(length, 0)];
        file.ReadExactly(header);
        return LogFrame.ChecksumOf(header) == BinaryPrimitives.ReadUInt32LittleEndian(preamble[12..])
            ? new LogFile(path, ResultsJson.LogHeaderOf(header), file.Position)
            : throw new ResultsFolderException($"'{path}' is damaged at its beginning and cannot be used. Remove it; what it holds must be simulated again.");
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

    private static string NameOf(LogPart part) => part switch
    {
        LogPart.Cells => "cell",
        LogPart.Evaluations => "evaluation",
        _ => "replicate",
    };

    private static FileStream OpenToRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    private static void Guarded(string path, Action read)
    {
        try
        {
            read();
        }
        catch (Exception cause) when (cause is IOException and not ResultsFolderException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message}", cause);
        }
    }
}
