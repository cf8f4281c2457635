using TrialSim.Results;
using TrialSim.Results.Overview;

namespace TrialSim.Charts.Reports;

/// <summary>What is to be known of whole trials, over all their looks.</summary>
internal static class OverviewSection
{
    /// <summary>The tables; nothing for a design of which nothing is to be known beside its looks.</summary>
    public static string Of(IReadOnlyList<OperatingCharacteristic> rows)
    {
        string tables = string.Concat(TrialOverview.TablesOf(rows).Select(table =>
            Html.Table(TextOf(table), table.Caption, "headline") + (table.Note.Length > 0 ? $"<p>{Html.Escape(table.Note)}</p>\n" : "")));
        return tables.Length == 0
            ? ""
            : $"""
                <h3 id="trials">The trial as a whole</h3>
                <p>Over all looks, with what is decided at them. “Power” and “Type I error” count a rejection at any look before the trial is over; the type I error is the power of the same trial, with the same luck, without any effect on what its tests compare (“under the null”). “Stops ignored” counts every look, as if no decision to stop had been followed.</p>
                {tables}
                """;
    }

    private static ChartTable TextOf(OverviewTable table) => new(
        [string.Join(" · ", table.Names), .. table.Figures],
        [
            .. table.Rows.Select(row => (IReadOnlyList<string>)
            [
                string.Join('\n', row.Names.Where(name => name.Length > 0)), .. row.Figures.Select(figure => figure is null ? Figures.Blank : Figures.Stacked(figure)),
            ]),
        ]);
}
