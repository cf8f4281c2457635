using System.Buffers;

namespace TrialSim.Results.Tables;

/// <summary>Writes rows to a file of CSV.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
public sealed class CsvTable<TRow> : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly Column<TRow>[] _columns;
    private readonly Stream _file;
    private readonly ArrayBufferWriter<byte> _buffer = new(BufferBytes);
    private bool _isClosed;

    /// <summary>Writes the header.</summary>
    /// <param name="file">Where to write; disposed with this table.</param>
    /// <param name="columns">The columns.</param>
    public CsvTable(Stream file, IEnumerable<Column<TRow>> columns)
    {
        _columns = [.. columns];
        _file = file;
        CsvText.AppendHeader<TRow>(_buffer, _columns);
    }

    /// <summary>Writes one row.</summary>
    public void Write(TRow row)
    {
        CsvText.AppendRow(_buffer, _columns, row);
        if (_buffer.WrittenCount >= BufferBytes)
        {
            Flush();
        }
    }

    /// <summary>Writes rows that have been made elsewhere, by <see cref="CsvText"/> from the same columns.</summary>
    internal void WriteRows(ReadOnlySpan<byte> rows)
    {
        Flush();
        _file.Write(rows);
    }

    /// <summary>Writes out what is buffered and closes the file.</summary>
    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        try
        {
            Flush();
        }
        finally
        {
            _file.Dispose();
        }
    }

    private void Flush()
    {
        if (_buffer.WrittenCount > 0)
        {
            _file.Write(_buffer.WrittenSpan);
            _buffer.ResetWrittenCount();
        }
    }
}
