using System.Globalization;
using TrialSim.Results;
using TrialSim.Results.Formulas;

namespace TrialSim.Cli.Terminal;

/// <summary>Prints what design formulas say beside what a run shows: the time of each look, events in all arms, tests and estimates. The rest is in <c>formulas.csv</c>.</summary>
public static class FormulaTables
{
    private const string Assumptions =
        "Formulas hold for many patients: a distance beyond 3 deserves a look, and proves no error. Medians are the middle of those that the trials report. "
        + "Events by arm, mean Z and notes are in formulas.csv.";

    /// <summary>A table, then a sentence for each thing that has no formula.</summary>
    public static void Print(TerminalStreams streams, RunSummary summary)
    {
        FormulaCheck[] shown = [.. summary.Formulas.Where(IsShown)];
        streams.Out.WriteLine();
        WriteParagraph(streams, shown.Length > 0 ? "Design formulas beside the simulation; the distance is in Monte Carlo standard errors:" : "Design formulas:");
        if (shown.Length > 0)
        {
            streams.Out.WriteLine();
            Table(shown, summary.Formulas).Write(streams.Out, streams.OutWidth);
            WriteParagraph(streams, Assumptions);
        }

        // A note to figures that are not shown would be taken for one to those that are.
        foreach (string sentence in summary.Formulas.Where(row => row.Formula is null || IsShown(row)).Select(row => row.Formula is null ? row.WhyNot : row.Note).Where(text => text.Length > 0).Distinct())
        {
            WriteParagraph(streams, sentence);
        }

        streams.Out.WriteLine();
    }

    private static TextTable Table(FormulaCheck[] shown, IReadOnlyList<FormulaCheck> all)
    {
        string[] looks = [.. shown.Select(row => row.Look).Distinct()];
        bool hasSecond = all.Any(row => row.Method == FormulaCheck.SecondOpinion);
        TextTable table = new(
            [.. looks.Length > 1 ? ["Look"] : Array.Empty<string>(), "Figure"],
            ["Formula", .. hasSecond ? ["Schoenfeld"] : Array.Empty<string>(), "Simulated", "Distance"]);
        foreach (FormulaCheck row in shown)
        {
            FormulaCheck? second = all.FirstOrDefault(other => other.Method == FormulaCheck.SecondOpinion
                && other.Look == row.Look && other.Analysis == row.Analysis && other.Arm == row.Arm && other.Measure == row.Measure);
            table.Add(
            [
                .. looks.Length > 1 ? [row.Look] : Array.Empty<string>(),
                NameOf(row),
                FigureText.Beside(row.Simulated, row.Formula),
                .. hasSecond ? [FigureText.Beside(row.Simulated, second?.Formula)] : Array.Empty<string>(),
                FigureText.Of(row.Simulated),
                row.Distance is double distance ? DistanceOf(distance) : "",
            ]);
        }

        return table;
    }

    private static string DistanceOf(double distance) => Math.Abs(distance) < FormulaCheck.LargestShownDistance
        ? distance.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture)
        : (Math.Sign(distance) * FormulaCheck.LargestShownDistance).ToString("over +0;under −0", CultureInfo.InvariantCulture);

    private static bool IsShown(FormulaCheck row) =>
        row.Formula is not null
        && row.Method != FormulaCheck.SecondOpinion
        && row.Measure != Measures.MeanZ
        && (row.Measure != Measures.Events || row.Arm.Length == 0);

    private static string NameOf(FormulaCheck row) => row.Measure switch
    {
        Measures.LookTime => "time (months)",
        Measures.Events => $"{row.Endpoint}, events",
        Measures.Power => $"{row.Analysis}, power",
        Measures.CumulativePower => $"{row.Analysis}, power by then",
        Measures.HazardRatio => $"{row.Analysis}, hazard ratio",
        Measures.MilestoneDifference or Measures.RestrictedMeanDifference => $"{row.Analysis}, difference",
        Measures.RestrictedMeanRatio => $"{row.Analysis}, ratio",
        _ => $"{row.Analysis}, {row.Arm}",
    };

    private static void WriteParagraph(TerminalStreams streams, string text)
    {
        foreach (string line in WordWrap.Lines(text, streams.OutWidth, ""))
        {
            streams.Out.WriteLine(line);
        }
    }
}
