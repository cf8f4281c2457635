using System.Text;
using CsvHelper;

namespace TrialSim.Results.Data;

/// <summary>Reads patient data from a file with a header, separated by commas, semicolons, tabs or bars, whichever it has.</summary>
public static class PatientTableReader
{
    // Names stand in tables and charts, which one of megabytes would make unreadable and slow.
    private const int LongestCell = 1000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads the columns that are asked for; those the file does not have are left out, for the caller to ask about.</summary>
    /// <param name="path">The file: UTF-8, or UTF-16 with a byte order mark.</param>
    /// <param name="columns">Headers of the columns to keep.</param>
    /// <exception cref="PatientDataException">The file cannot be read, or is no table; the message names every fault.</exception>
    public static PatientTable Read(string path, IReadOnlyCollection<string> columns)
    {
        PatientFaults faults = new(path);
        try
        {
            using StreamReader text = new(path, Utf8, detectEncodingFromByteOrderMarks: true);
            using CsvReader reader = CsvReader.Create(text, Options, leaveOpen: false);
            return Read(reader, path, columns, faults);
        }
        catch (CsvFormatException exception)
        {
            faults.Add(Math.Max(1, exception.LineNumber), "A quotation mark is out of place. Put the whole cell into quotation marks and double those inside it.");
        }
        catch (DecoderFallbackException)
        {
            faults.Add("This is a binary file or not UTF-8. Save the table as CSV in UTF-8.");
        }
        catch (Exception exception) when (exception is IOException and not PatientDataException or UnauthorizedAccessException)
        {
            faults.Add($"cannot be read. {exception.Message}");
        }

        faults.ThrowIfAny();
        throw new InvalidOperationException("A failed reading has a fault.");
    }

    private static PatientTable Read(CsvReader reader, string path, IReadOnlyCollection<string> columns, PatientFaults faults)
    {
        reader.ReadHeader();
        string[] names = [.. reader.Headers.Select(name => name.Trim())];
        CheckHeader(names, faults);
        int[] kept = [.. Enumerable.Range(0, names.Length).Where(index => columns.Contains(names[index]))];
        List<string>[] cells = [.. kept.Select(_ => new List<string>())];
        List<long> lines = [];
        while (reader.Read())
        {
            if (reader.FieldCount != names.Length)
            {
                faults.Add(reader.LineNumber, WrongCount(reader.FieldCount, names.Length));
                continue;
            }

            lines.Add(reader.LineNumber);
            for (int index = 0; index < kept.Length; index++)
            {
                string cell = reader.GetString(kept[index]);
                if (cell.Length > LongestCell)
                {
                    faults.Add(reader.LineNumber, $"{names[kept[index]]}: a cell of {cell.Length} characters, {PatientFaults.Quote(cell)}, is too long for a number or a name. Write at most {LongestCell}.");
                }

                cells[index].Add(cell);
            }
        }

        faults.ThrowIfAny();
        if (lines.Count == 0)
        {
            faults.Add("There are no rows below the header. Give a row for each patient.");
        }

        faults.ThrowIfAny();
        return new PatientTable(path, reader.Separator, names, [.. kept.Select((column, index) => new PatientColumn(names[column], cells[index]))], lines);
    }

    private static void CheckHeader(string[] names, PatientFaults faults)
    {
        if (names.All(name => name.Length == 0))
        {
            faults.Add("The file is empty. Begin with a header that names the columns, such as time,event,arm.");
        }
        else if (names.Any(name => name.Contains('\0')))
        {
            faults.Add("This is a binary file or not UTF-8. Save the table as CSV in UTF-8.");
        }

        foreach (string name in names.Where(name => name.Length > LongestCell))
        {
            faults.Add(1, $"The column {PatientFaults.Quote(name)} has a name of {name.Length} characters. Write at most {LongestCell}.");
        }

        foreach (string name in names.Where(name => name.Length > 0).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            faults.Add(1, $"Two columns are named {PatientFaults.Quote(name)}. Give each column a name of its own.");
        }

        faults.ThrowIfAny();
    }

    private static string WrongCount(int found, int expected) =>
        $"The row has {found} cell{(found == 1 ? "" : "s")}, the header {expected}. "
        + (found > expected
            ? "Put cells that contain the separator into quotation marks; if these are decimal commas, write points."
            : "Write a cell for each column, empty where a value is missing.");
}
