namespace TrialSim.Results.Overview;

/// <summary>A table about whole trials, without a word on how its figures are written.</summary>
/// <param name="Caption">What it is about.</param>
/// <param name="Names">Headings of the columns that hold names.</param>
/// <param name="Figures">Headings of the columns that hold figures.</param>
/// <param name="Rows">The rows.</param>
public sealed record OverviewTable(string Caption, IReadOnlyList<string> Names, IReadOnlyList<string> Figures, IReadOnlyList<OverviewRow> Rows)
{
    /// <summary>What a reader has to know of its figures; empty where they speak for themselves.</summary>
    public string Note { get; init; } = "";

    /// <summary>A table with a row for each subject, without the columns in which no subject has a figure.</summary>
    internal static OverviewTable Of<TSubject>(
        string caption, IReadOnlyList<string> names, IEnumerable<OverviewColumn<TSubject>> columns, IEnumerable<TSubject> subjects, Func<TSubject, IReadOnlyList<string>> namesOf)
    {
        TSubject[] lines = [.. subjects];
        OverviewColumn<TSubject>[] shown = [.. columns.Where(column => lines.Any(line => column.FigureOf(line) is not null))];
        return new OverviewTable(
            caption,
            names,
            [.. shown.Select(column => column.Heading)],
            [.. lines.Select(line => new OverviewRow(namesOf(line), [.. shown.Select(column => column.FigureOf(line))]))]);
    }
}
