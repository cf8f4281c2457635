using System.Globalization;
using System.Text.RegularExpressions;

namespace TrialSim.Results.Data;

/// <summary>Columns of patient data, one row a patient or a spell of a patient.</summary>
public sealed partial class PatientTable
{
    // Sums of fourth powers over any file stay finite, and none falls to 0; nothing that is measured lies beyond.
    private const double Smallest = 1e-50;
    private const double Greatest = 1e50;

    private static readonly HashSet<string> InfinityNames = new(StringComparer.OrdinalIgnoreCase) { "Inf", "+Inf", "Infinity", "+Infinity", "∞" };

    private readonly Dictionary<string, PatientColumn> _columns;
    private readonly IReadOnlyList<long> _lines;

    internal PatientTable(string file, char separator, IReadOnlyList<string> names, IReadOnlyList<PatientColumn> columns, IReadOnlyList<long> lines)
    {
        File = file;
        Separator = separator;
        Names = names;
        _columns = columns.ToDictionary(column => column.Name);
        _lines = lines;
    }

    /// <summary>The file, as the user wrote it.</summary>
    public string File { get; }

    /// <summary>What stands between two cells.</summary>
    public char Separator { get; }

    /// <summary>The headers of all columns of the file, in order, also of those that were not asked for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => _lines.Count;

    /// <summary>A column that was asked for.</summary>
    /// <exception cref="KeyNotFoundException">The file has none of that name, or it was not asked for.</exception>
    public PatientColumn this[string name] => _columns[name];

    /// <summary>The line of the file on which a row begins, from 1.</summary>
    /// <param name="row">Number of the row, from 0.</param>
    public long LineOf(int row) => _lines[row];

    /// <summary>Some of the rows, in their order.</summary>
    /// <param name="isKept">Whether the row of a number, from 0, is kept.</param>
    public PatientTable Only(Predicate<int> isKept)
    {
        int[] kept = [.. Enumerable.Range(0, Rows).Where(row => isKept(row))];
        return new PatientTable(
            File, Separator, Names, [.. _columns.Values.Select(column => new PatientColumn(column.Name, [.. kept.Select(row => column.Cells[row])]))], [.. kept.Select(row => _lines[row])]);
    }

    /// <summary>A column as numbers; <see cref="double.NaN"/> where a cell is missing.</summary>
    /// <param name="name">The column.</param>
    /// <param name="faults">Receives a fault for each cell that is no finite number.</param>
    public double[] Numbers(string name, PatientFaults faults)
    {
        PatientColumn column = this[name];
        double[] numbers = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            numbers[row] = column.IsMissing(row) ? double.NaN : Number(column, row, faults);
        }

        return numbers;
    }

    /// <summary>A column as numbers, of which one written as <c>Inf</c> or <c>Infinity</c> is +∞; <see cref="double.NaN"/> where a cell is missing.</summary>
    /// <param name="name">The column.</param>
    /// <param name="faults">Receives a fault for each other cell that is no finite number.</param>
    public double[] NumbersOrInfinity(string name, PatientFaults faults)
    {
        PatientColumn column = this[name];
        double[] numbers = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            numbers[row] = column.IsMissing(row) ? double.NaN
                : InfinityNames.Contains(column.Cells[row]) ? double.PositiveInfinity
                : Number(column, row, faults);
        }

        return numbers;
    }

    /// <summary>Whether every cell of a column that is not missing is a number, or would be with a point for its decimal comma.</summary>
    public bool IsNumeric(string name)
    {
        PatientColumn column = this[name];
        return Enumerable.Range(0, Rows).All(row => column.IsMissing(row) || TryNumber(column.Cells[row], out _) || DecimalComma().IsMatch(column.Cells[row]));
    }

    private double Number(PatientColumn column, int row, PatientFaults faults)
    {
        string cell = column.Cells[row];
        if (TryNumber(cell, out double number))
        {
            return number;
        }

        string quoted = PatientFaults.Quote(cell);
        faults.Add(LineOf(row), Thousands().IsMatch(cell)
            ? $"{column.Name}: {quoted} has a comma. Write {cell.Replace(',', '.')} if it is a decimal comma, {cell.Replace(",", "", StringComparison.Ordinal)} if it stands between thousands, or export the file again with decimal points."
            : DecimalComma().IsMatch(cell)
            ? $"{column.Name}: {quoted} has a decimal comma. Write {cell.Replace(',', '.')}, or export the file again with decimal points."
            : IsBeyondUse(cell)
            ? $"{column.Name}: {quoted} is too far from 1 to be reckoned with. Write numbers from 1e-50 to 1e50, or 0, in another unit where need be."
            : $"{column.Name}: {quoted} is not a number. Write a number such as 12.5, or leave the cell empty where the value is missing.");
        return double.NaN;
    }

    private static bool TryNumber(string cell, out double number) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && (number == 0 || Math.Abs(number) is >= Smallest and <= Greatest);

    private static bool IsBeyondUse(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);

    [GeneratedRegex(@"^[-+]?[1-9]\d{0,2},\d{3}$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[-+]?\d*,\d+$")]
    private static partial Regex DecimalComma();
}
