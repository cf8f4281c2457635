using System.Globalization;
using TrialSim.Results;
using TrialSim.Results.Overview;

namespace TrialSim.Cli.Terminal;

/// <summary>Prints what is to be known of whole trials, over all their looks.</summary>
internal static class OverviewTables
{
    /// <summary>The tables; nothing for a design of which nothing is to be known beside its looks.</summary>
    public static void Print(TerminalStreams streams, IReadOnlyList<OperatingCharacteristic> rows)
    {
        IReadOnlyList<OverviewTable> tables = TrialOverview.TablesOf(rows);
        foreach (OverviewTable table in tables)
        {
            streams.Out.WriteLine($"{table.Caption}:");
            streams.Out.WriteLine();
            TextTable text = new(table.Names, table.Figures);
            foreach (OverviewRow row in table.Rows)
            {
                text.Add([.. row.Names, .. row.Figures.Select(figure => figure is null ? "" : TextOf(figure))]);
            }

            text.Write(streams.Out, streams.OutWidth);
            foreach (string line in table.Note.Length > 0 ? WordWrap.Lines(table.Note, streams.OutWidth, "") : [])
            {
                streams.Out.WriteLine(line);
            }

            streams.Out.WriteLine();
        }
    }

    // In a table of shares of which many are none or all, an error of 0 says nothing more.
    private static string TextOf(OperatingCharacteristic figure) => figure is { MonteCarloStandardError: 0, Unit: "probability", Value: double share }
        ? share.ToString(CultureInfo.InvariantCulture)
        : FigureText.Of(figure);
}
