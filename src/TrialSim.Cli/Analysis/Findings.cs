using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;

namespace TrialSim.Cli.Analysis;

/// <summary>One table of a method while it is filled: a row for a person and a figure for the file at once, or why there is neither.</summary>
/// <param name="caption">What the table shows.</param>
/// <param name="names">How many columns, from the left, are names.</param>
/// <param name="columns">Headings.</param>
internal sealed class Findings(string caption, int names, params string[] columns)
{
    private readonly List<IReadOnlyList<string>> _rows = [];

    /// <summary>The figures, at full precision.</summary>
    public List<AnalysisFigure> Figures { get; } = [];

    /// <summary>What could not be estimated, and why.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The table.</summary>
    public MethodTable Table => new(caption, names, new ChartTable(columns, _rows));

    /// <summary>Adds a row and its figures.</summary>
    public void Add(IReadOnlyList<string> cells, params IEnumerable<AnalysisFigure> figures)
    {
        _rows.Add(cells);
        Figures.AddRange(figures);
    }

    /// <summary>Adds a row without figures: its names, then dashes, and a note that says why.</summary>
    public void AddMissing(IReadOnlyList<string> cells, AnalysisFigure figure, NotEstimable reason)
    {
        Add([.. cells, .. Enumerable.Repeat(AnalysisText.Blank, columns.Length - cells.Count)], figure with { Status = AnalysisText.Status(reason) });
        Notes.Add($"{string.Join(", ", cells.Take(names).Where(cell => cell != AnalysisText.Blank))}: not estimable, because {AnalysisText.Reason(reason)}.");
    }

    /// <summary>The output of a method whose tables are these; tables without rows are left out.</summary>
    public static MethodOutput Output(string heading, IReadOnlyList<string> notes, params ReadOnlySpan<Findings> tables)
    {
        List<MethodTable> filled = [];
        List<string> reasons = [];
        List<AnalysisFigure> figures = [];
        foreach (Findings table in tables)
        {
            if (table._rows.Count > 0)
            {
                filled.Add(table.Table);
            }

            reasons.AddRange(table.Notes);
            figures.AddRange(table.Figures);
        }

        return new MethodOutput(heading, filled, [.. reasons, .. notes], figures);
    }
}
