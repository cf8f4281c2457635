using CsvHelper;

namespace TrialSim.Results.Tables;

/// <summary>Writes rows as CSV (RFC 4180 quoting, <c>\n</c> line ends on every platform, so that a file's hash is a test of determinism).</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
public sealed class CsvTable<TRow> : IDisposable
{
    private readonly IReadOnlyList<Column<TRow>> _columns;
    private readonly CsvWriter _writer;

    /// <summary>Writes the header.</summary>
    /// <param name="text">Where to write; disposed with this table.</param>
    /// <param name="columns">The columns.</param>
    public CsvTable(TextWriter text, IReadOnlyList<Column<TRow>> columns)
    {
        _columns = columns;
        _writer = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: false);
        foreach (Column<TRow> column in columns)
        {
            _writer.WriteField(column.Name);
        }

        _writer.EndRecord();
    }

    /// <summary>Writes one row.</summary>
    public void Write(TRow row)
    {
        foreach (Column<TRow> column in _columns)
        {
            _writer.WriteField(column.Cell(row));
        }

        _writer.EndRecord();
    }

    /// <summary>Writes out what is buffered and closes the text.</summary>
    public void Dispose() => _writer.Dispose();
}
