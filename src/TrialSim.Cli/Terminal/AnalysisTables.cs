using TrialSim.Cli.Analysis;

namespace TrialSim.Cli.Terminal;

/// <summary>Prints an analysis of patient data.</summary>
internal static class AnalysisTables
{
    /// <summary>What was read, then a block for each method: its tables and what must be known to read them.</summary>
    public static void Print(TerminalStreams streams, AnalysisData data, IReadOnlyList<MethodOutput> methods)
    {
        foreach (string sentence in data.Description)
        {
            WriteParagraph(streams, sentence);
        }

        foreach (MethodOutput method in methods)
        {
            streams.Out.WriteLine();
            WriteParagraph(streams, method.Heading);
            foreach (MethodTable table in method.Tables)
            {
                streams.Out.WriteLine();
                Text(table).Write(streams.Out, streams.OutWidth);
            }

            foreach (string note in method.Notes)
            {
                WriteParagraph(streams, note);
            }
        }
    }

    private static TextTable Text(MethodTable table)
    {
        TextTable text = new([.. table.Content.Columns.Take(table.Names)], [.. table.Content.Columns.Skip(table.Names)]);
        foreach (IReadOnlyList<string> row in table.Content.Rows)
        {
            text.Add([.. row]);
        }

        return text;
    }

    private static void WriteParagraph(TerminalStreams streams, string text)
    {
        foreach (string line in WordWrap.Lines(text, streams.OutWidth, ""))
        {
            streams.Out.WriteLine(line);
        }
    }
}
