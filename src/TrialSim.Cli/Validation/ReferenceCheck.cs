using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Compares a table with one of expected figures, row by row.</summary>
/// <param name="check">What is expected.</param>
/// <param name="tables">What is compared.</param>
/// <param name="band">How many Monte Carlo standard errors a figure may lie away.</param>
internal sealed class ReferenceCheck(ValidationCheck.Reference check, IReadOnlyList<CellTable> tables, double band)
{
    private const string Missing = "NA";

    /// <summary>A comparison for each cell that expects something.</summary>
    public IEnumerable<ValidatedCheck> Run()
    {
        CellTable reference = CellTable.ReadCsv(check.ReferenceFile);
        string[] columns = [.. check.Match, .. check.Columns.Entries.Select(entry => entry.Key)];
        IReadOnlyList<string>[] rows = [.. RowLookup.Rows(reference, check.Where, columns)];
        return rows.Length == 0
            ? [CheckRun.Missing(check, $"rows of {check.ReferenceFile}: {check.Where}", RowMiss.TextOf([reference], check.Where, columns))]
            : rows.SelectMany(row => Run(reference, row));
    }

    private IEnumerable<ValidatedCheck> Run(CellTable reference, IReadOnlyList<string> row)
    {
        string CellOf(string column) => row[RowLookup.ColumnOf(reference, column)];
        bool IsExpected(string column) => CellOf(column) is not ("" or Missing);

        CellTexts keys = new([.. check.Match.Where(column => CellOf(column) != Missing).Select(column => KeyValuePair.Create(column, CellOf(column)))]);
        string[] columns = [.. check.Columns.Entries.Select(entry => entry.Value)];
        (CellTable Table, IReadOnlyList<string> Row)[] found = [.. tables.SelectMany(table => RowLookup.Rows(table, keys, columns).Select(own => (table, own)))];
        string subject = string.Join(", ", keys.Entries.Select(entry => entry.Value).Where(text => text.Length > 0));
        return found.Length == 1
            ? check.Columns.Entries.Where(entry => IsExpected(entry.Key)).Select(entry => Compare($"{subject}: {entry.Value}", CellOf(entry.Key), found[0].Row[RowLookup.ColumnOf(found[0].Table, entry.Value)]))
            : [CheckRun.Missing(check, subject, "a row", RowMiss.TextOf(tables, keys, columns))];
    }

    private ValidatedCheck Compare(string what, string expected, string found)
    {
        Judgement judgement = Judgement.Of(expected, new FoundFigure(found) { IsPrinted = check.File.Length == 0 }, check.Tolerance, band);
        return judgement.ToCheck(check, check.What.Length > 0 ? $"{check.What}: {what}" : what, expected, found);
    }
}
