using CsvHelper;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Validation;

/// <summary>A table as text, as a person looks a figure up in it.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, one for each heading.</param>
public sealed record CellTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A CSV file of results.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ResultsFolderException">It cannot be read, or is no table.</exception>
    public static CellTable ReadCsv(string path)
    {
        if (!File.Exists(path))
        {
            throw new ResultsFolderException($"There is no file '{path}'.");
        }

        try
        {
            using StreamReader text = new(path);
            using CsvReader reader = CsvReader.Create(text, CsvReaderOptions.Default, leaveOpen: false);
            reader.ReadHeader();
            string[] columns = [.. reader.Headers];
            List<IReadOnlyList<string>> rows = [];
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, columns.Length).Select(index => index < reader.FieldCount ? reader.GetString(index) : "")]);
            }

            return new CellTable(columns, rows);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message}", cause);
        }
    }
}
