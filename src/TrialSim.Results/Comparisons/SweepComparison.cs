using System.Globalization;
using CsvHelper;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Comparisons;

/// <summary>
/// Sets two sweeps against each other, cell by cell: those with the same values of the same keys. What single replicates have shown does not stay among the results of a sweep, so that differences have the errors of independent
/// figures; for cells that share their luck these are, as a rule, too large.
/// </summary>
/// <param name="Keys">The varied keys.</param>
/// <param name="Rows">The rows, by cell of the first sweep; then those of cells that the second alone has.</param>
public sealed record SweepComparison(IReadOnlyList<string> Keys, IReadOnlyList<ComparedRow> Rows)
{
    // Of all figures of 100,000 cells nobody could read the differences, nor memory hold them.
    private static readonly HashSet<string> Compared =
    [
        Measures.Power, Measures.OverallPower, Measures.DisjunctivePower, Measures.ConjunctivePower, Measures.TypeIError, Measures.FamilyWiseError, Measures.HazardRatio, Measures.MedianSurvival,
        Measures.TrialPatients, Measures.TrialEvents, Measures.TrialDuration, Measures.LookTime,
    ];

    /// <summary>Compares two sweeps.</summary>
    /// <param name="first">The results that are subtracted.</param>
    /// <param name="second">The results that they are subtracted from.</param>
    /// <exception cref="ResultsFolderException">A file cannot be read, or the sweeps vary different keys.</exception>
    public static SweepComparison Of(ComparedResults first, ComparedResults second)
    {
        (IReadOnlyList<string> keys, List<(string[] Values, OperatingCharacteristic Row)> one) = Read(first.PathOf(ResultsFiles.Sweep), []);
        (IReadOnlyList<string> otherKeys, List<(string[] Values, OperatingCharacteristic Row)> other) = Read(second.PathOf(ResultsFiles.Sweep), keys);
        if (!keys.Order(StringComparer.Ordinal).SequenceEqual(otherKeys.Order(StringComparer.Ordinal)))
        {
            throw new ResultsFolderException($"The sweeps vary different keys: {string.Join(", ", keys)} in '{first.Folder}', {string.Join(", ", otherKeys)} in '{second.Folder}'. Name two sweeps over the same keys.");
        }

        Dictionary<(string, ComparedQuantity), OperatingCharacteristic> seconds = [];
        foreach ((string[] values, OperatingCharacteristic row) in other)
        {
            seconds.TryAdd((PlaceOf(values), ComparedQuantity.Of(row)), row);
        }

        HashSet<(string, ComparedQuantity)> firsts = [.. one.Select(entry => (PlaceOf(entry.Values), ComparedQuantity.Of(entry.Row)))];
        return new SweepComparison(keys,
        [
            .. one.Select(entry => new ComparedRow(entry.Values, entry.Row, seconds.GetValueOrDefault((PlaceOf(entry.Values), ComparedQuantity.Of(entry.Row))))),
            .. other.Where(entry => !firsts.Contains((PlaceOf(entry.Values), ComparedQuantity.Of(entry.Row)))).Select(entry => new ComparedRow(entry.Values, null, entry.Row)),
        ]);
    }

    private static string PlaceOf(string[] values) => string.Join('\n', values);

    // The values come in the order of the keys that are given, where they are the same keys.
    private static (IReadOnlyList<string> Keys, List<(string[] Values, OperatingCharacteristic Row)> Rows) Read(string path, IReadOnlyList<string> order)
    {
        try
        {
            using StreamReader text = new(path);
            using CsvReader reader = CsvReader.Create(text, CsvReaderOptions.Default, leaveOpen: false);
            reader.ReadHeader();
            string[] names = [.. reader.Headers];
            string[] keys = [.. names.Skip(1).TakeWhile(name => name != "look")];
            int[] places = [.. (keys.All(order.Contains) && keys.Length == order.Count ? order : keys).Select(key => Array.IndexOf(names, key))];
            int begin = keys.Length + 1;
            List<(string[], OperatingCharacteristic)> rows = [];
            while (reader.Read())
            {
                if (Compared.Contains(reader.GetString(begin + 5)))
                {
                    rows.Add((
                        [.. places.Select(place => reader.GetString(place))],
                        new OperatingCharacteristic(
                            reader.GetString(begin), reader.GetString(begin + 1), reader.GetString(begin + 2), reader.GetString(begin + 3), reader.GetString(begin + 5), reader.GetString(begin + 6),
                            Number(reader.GetString(begin + 7)), Number(reader.GetString(begin + 8)), Number(reader.GetString(begin + 9)), Number(reader.GetString(begin + 10)),
                            long.Parse(reader.GetString(begin + 11), CultureInfo.InvariantCulture), long.Parse(reader.GetString(begin + 12), CultureInfo.InvariantCulture))
                        {
                            Subject = reader.GetString(begin + 4),
                        }));
                }
            }

            return (keys, rows);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CsvFormatException or FormatException or IndexOutOfRangeException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message} Run the sweep again, or name another folder.", cause);
        }
    }

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
