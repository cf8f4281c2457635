using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Looks cells up, and compares each with its figure.</summary>
/// <param name="check">What is expected.</param>
/// <param name="tables">Where to look: in all that have its columns.</param>
/// <param name="band">How many Monte Carlo standard errors a figure may lie away.</param>
internal sealed class CellCheck(ValidationCheck.Cells check, IReadOnlyList<CellTable> tables, double band)
{
    /// <summary>A comparison for each figure; one that says what is missing, where the rows are not those that were expected.</summary>
    public IEnumerable<ValidatedCheck> Run() => check.Expected.SelectMany(column => Run(column.Key, column.Value));

    private IEnumerable<ValidatedCheck> Run(string column, ImmutableArray<string> expected)
    {
        string[] columns = [column, .. ErrorColumn];
        FoundFigure[] found = [.. tables.SelectMany(table => RowLookup.Rows(table, check.Where, columns).Select(row => FigureIn(table, row, column)))];
        string what = NameOf(column);
        return found.Length == expected.Length
            ? expected.Select((figure, index) => Compare(expected.Length == 1 ? what : string.Create(CultureInfo.InvariantCulture, $"{what}, row {index + 1}"), figure, found[index]))
            : [CheckRun.Missing(check, what, string.Join("; ", expected), string.Create(CultureInfo.InvariantCulture, $"{(expected.Length == 1 ? "" : $"not {expected.Length} rows, but ")}{RowMiss.TextOf(tables, check.Where, columns)}"))];
    }

    private string[] ErrorColumn => check.Tolerance.IsMonteCarlo ? [check.Tolerance.MonteCarlo] : [];

    private ValidatedCheck Compare(string what, string expected, FoundFigure found)
    {
        Judgement judgement = Judgement.Of(expected, found, check.Tolerance, band);
        string text = found.StandardError > 0.0 ? string.Create(CultureInfo.InvariantCulture, $"{found.Text} ± {found.StandardError:G3}") : found.Text;
        return judgement.ToCheck(check, what, expected, text);
    }

    private FoundFigure FigureIn(CellTable table, IReadOnlyList<string> row, string column)
    {
        string text = row[RowLookup.ColumnOf(table, column)];
        double error = !check.Tolerance.IsMonteCarlo ? 0.0 : WrittenFigure.Of(row[RowLookup.ColumnOf(table, check.Tolerance.MonteCarlo)])?.Value ?? double.NaN;
        return new FoundFigure(text, error) { IsPrinted = check.File.Length == 0 };
    }

    private string NameOf(string column)
    {
        string place = check.Where.ToString();
        string cell = place.Length > 0 ? $"{column}: {place}" : column;
        return check.What.Length > 0 ? $"{check.What}, {cell}" : cell;
    }
}
