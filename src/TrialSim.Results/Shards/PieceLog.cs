using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>
/// Finished pieces of a sweep or a search, each with a number, in a file that only grows; in any order, as several threads finish them. A piece is kept as soon as it is added: whoever kills the process loses
/// only those under way. The pieces stay in the file and are read from it one at a time.
/// </summary>
public sealed class PieceLog : IDisposable
{
    private readonly object _gate = new();
    private readonly SortedDictionary<uint, (long Place, int Length)> _pieces = [];
    private readonly LogFileWriter _writer;

    private PieceLog(string path, LogHeader header, LogFileWriter writer)
    {
        Path = path;
        Header = header;
        _writer = writer;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What the pieces are of.</summary>
    public LogHeader Header { get; }

    /// <summary>Numbers of the pieces that are there, ascending.</summary>
    public IReadOnlyList<uint> Numbers
    {
        get
        {
            lock (_gate)
            {
                return [.. _pieces.Keys];
            }
        }
    }

    /// <summary>Begins a log; what stands under its name is written over with the first piece.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">What the pieces are of.</param>
    public static PieceLog Begin(string path, LogHeader header) => new(path, header, new LogFileWriter(path, header, end: 0));

    /// <summary>Reads and checks a whole log, to go on with it or to read it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="log">The log.</param>
    /// <returns>False where there is no such file, or where it ends before its first piece could have been written.</returns>
    /// <exception cref="ResultsFolderException">It is not a log, or something in it is not as it was written.</exception>
    public static bool TryOpen(string path, out PieceLog log)
    {
        log = null!;
        if (!LogFile.TryOpen(path, out LogFile file))
        {
            return false;
        }

        SortedDictionary<uint, (long Place, int Length)> pieces = [];
        file.ReadFrames(frame => frame.Count == 1 && !pieces.ContainsKey(frame.First), (frame, place, _) => pieces.Add(frame.First, (place, frame.Length)));
        log = new PieceLog(path, file.Header, new LogFileWriter(path, file.Header, file.End));
        foreach ((uint number, (long Place, int Length) piece) in pieces)
        {
            log._pieces.Add(number, piece);
        }

        return true;
    }

    /// <summary>Whether a piece is there.</summary>
    public bool Contains(uint number)
    {
        lock (_gate)
        {
            return _pieces.ContainsKey(number);
        }
    }

    /// <summary>Adds a piece; several threads may, at the same time.</summary>
    /// <param name="number">Its number; none that is there.</param>
    /// <param name="piece">Its bytes; at least one.</param>
    /// <exception cref="ResultsFolderException">The file cannot be written.</exception>
    public void Add(uint number, ReadOnlySpan<byte> piece)
    {
        ArgumentOutOfRangeException.ThrowIfZero(piece.Length);
        byte[] frame = LogFrame.Of(number, piece);
        lock (_gate)
        {
            if (_pieces.ContainsKey(number))
            {
                throw new ArgumentException($"Piece {number} is there already.", nameof(number));
            }

            _pieces.Add(number, (_writer.Add(frame) + LogFrame.HeadBytes, piece.Length));
        }
    }

    /// <summary>The bytes of a piece that is there, read from the file.</summary>
    /// <exception cref="ResultsFolderException">The file cannot be read.</exception>
    public byte[] Read(uint number)
    {
        (long place, int length) = PlaceOf(number);
        try
        {
            using FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Position = place;
            byte[] piece = new byte[length];
            file.ReadExactly(piece);
            return piece;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"'{Path}' cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>Closes the file to what would be added; what is in it can still be read.</summary>
    public void Close() => _writer.Dispose();

    /// <inheritdoc/>
    public void Dispose() => Close();

    private (long Place, int Length) PlaceOf(uint number)
    {
        lock (_gate)
        {
            return _pieces[number];
        }
    }
}
