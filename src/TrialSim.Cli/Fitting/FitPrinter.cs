using TrialSim.Cli.Analysis;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Fitting;

/// <summary>Prints what a fit found: what was read, a table for each arm, and hazards to paste.</summary>
internal static class FitPrinter
{
    /// <summary>Prints it.</summary>
    public static void Print(TerminalStreams streams, FitOutcome outcome, FitUnit unit)
    {
        foreach (string sentence in outcome.Description)
        {
            Paragraph(streams, sentence);
        }

        foreach (MethodTable table in outcome.Tables)
        {
            streams.Out.WriteLine();
            Write(streams, table);
        }

        foreach (FittedArm arm in outcome.Arms)
        {
            streams.Out.WriteLine();
            Paragraph(streams, arm.Heading);
            streams.Out.WriteLine();
            Write(streams, arm.Table);
            foreach (string note in arm.Notes)
            {
                Paragraph(streams, note);
            }

            if (arm.Families.Count > 0)
            {
                streams.Out.WriteLine();
                Paragraph(streams, arm.Families[0].Aic == 0.0 ? "Hazards to paste into a scenario:" : "Hazards to paste into a scenario, the best first:");
                streams.Out.WriteLine();
                WriteLines(streams, FitYaml.OfArm(arm, unit));
            }
        }

        if (outcome.Blocks.Count > 0)
        {
            streams.Out.WriteLine();
            WriteLines(streams, outcome.Blocks);
        }
    }

    /// <summary>Prints a paragraph within the width of the terminal.</summary>
    public static void Paragraph(TerminalStreams streams, string text)
    {
        foreach (string line in WordWrap.Lines(text, streams.OutWidth, ""))
        {
            streams.Out.WriteLine(line);
        }
    }

    private static void WriteLines(TerminalStreams streams, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            streams.Out.WriteLine(line);
        }
    }

    private static void Write(TerminalStreams streams, MethodTable table)
    {
        TextTable text = new([.. table.Content.Columns.Take(table.Names)], [.. table.Content.Columns.Skip(table.Names)]);
        foreach (IReadOnlyList<string> row in table.Content.Rows)
        {
            text.Add([.. row]);
        }

        text.Write(streams.Out, streams.OutWidth);
    }
}
