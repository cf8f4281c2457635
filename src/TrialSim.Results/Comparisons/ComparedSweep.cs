using System.Globalization;
using CsvHelper;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Comparisons;

/// <summary>The cells of a sweep, as <c>sweep.csv</c> has them.</summary>
/// <param name="Keys">The varied keys.</param>
/// <param name="Cells">The cells, in order.</param>
internal sealed record ComparedSweep(IReadOnlyList<string> Keys, IReadOnlyList<ComparedCell> Cells)
{
    // Of all figures of 100,000 cells nobody could read the differences, nor memory hold them.
    private static readonly HashSet<string> Measured =
    [
        Measures.Power, Measures.OverallPower, Measures.DisjunctivePower, Measures.ConjunctivePower, Measures.TypeIError, Measures.FamilyWiseError, Measures.HazardRatio, Measures.MedianSurvival,
        Measures.TrialPatients, Measures.TrialEvents, Measures.TrialDuration, Measures.LookTime,
    ];

    /// <summary>Whether an operating characteristic is compared.</summary>
    public static bool Compares(OperatingCharacteristic row) => Measured.Contains(row.Measure);

    /// <summary>Reads the table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="order">The order of keys in which values are to come, where these are its keys.</param>
    /// <param name="count">How many cells the sweep has.</param>
    /// <exception cref="ResultsFolderException">It cannot be read.</exception>
    public static ComparedSweep Read(string path, IReadOnlyList<string> order, int count)
    {
        try
        {
            CsvEnd.Require(path);
            using StreamReader text = new(path);
            using CsvReader reader = CsvReader.Create(text, CsvReaderOptions.Default, leaveOpen: false);
            reader.ReadHeader();
            string[] names = [.. reader.Headers];
            if (names is not ["cell", ..] || !names.Contains("look"))
            {
                throw new FormatException("It does not begin with the columns of a sweep.");
            }

            string[] keys = [.. names.Skip(1).TakeWhile(name => name != "look")];
            int[] places = [.. (keys.All(order.Contains) && keys.Length == order.Count ? order : keys).Select(key => Array.IndexOf(names, key))];
            int begin = keys.Length + 1;
            Dictionary<string, string> texts = []; // The same few words stand in each of many cells.
            List<ComparedCell> cells = [];
            while (reader.Read())
            {
                int number = int.Parse(reader.GetString(0), CultureInfo.InvariantCulture);
                if (cells.Count == 0 || cells[^1].Number != number)
                {
                    cells.Add(new ComparedCell(number, [.. places.Select(Text)], []));
                }

                if (Measured.Contains(reader.GetString(begin + 5)))
                {
                    cells[^1].Rows.Add(new OperatingCharacteristic(
                        Text(begin), Text(begin + 1), Text(begin + 2), Text(begin + 3), Text(begin + 5), Text(begin + 6),
                        Number(begin + 7), Number(begin + 8), Number(begin + 9), Number(begin + 10),
                        long.Parse(reader.GetString(begin + 11), CultureInfo.InvariantCulture), long.Parse(reader.GetString(begin + 12), CultureInfo.InvariantCulture))
                    {
                        Subject = Text(begin + 4),
                    });
                }
            }

            return cells.Count == count ? new ComparedSweep(keys, cells) : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"It has {cells.Count} cells, and the sweep {count}."));

            string Text(int column)
            {
                string cell = reader.GetString(column);
                return texts.TryGetValue(cell, out string? known) ? known : texts[cell] = cell;
            }

            double? Number(int column) => reader.GetString(column) is { Length: > 0 } cell ? double.Parse(cell, CultureInfo.InvariantCulture) : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CsvFormatException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message} Run the sweep again, or name another folder.", cause);
        }
    }
}
