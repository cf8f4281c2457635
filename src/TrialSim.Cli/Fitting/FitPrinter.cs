using TrialSim.Cli.Analysis;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Fitting;

/// <summary>Prints fits of an arm: a table by AIC, then a hazard for each family.</summary>
internal static class FitPrinter
{
    /// <summary>Prints them.</summary>
    public static void Print(TerminalStreams streams, IReadOnlyList<FamilyFit> fits, FitUnit unit)
    {
        streams.Out.WriteLine();
        Paragraph(streams, fits[0].Arm.Length == 0 ? "Fits, the best first" : $"Fits of {fits[0].Arm}, the best first");
        streams.Out.WriteLine();
        TextTable table = new(["Family", "Parameters"], [$"Median ({unit.Name})", "Log likelihood", "AIC", "BIC"]);
        foreach (FamilyFit fit in fits.Where(fit => fit.IsEstimable))
        {
            table.Add(
                fit.Family,
                string.Join("; ", fit.Fit.Parameters.Select(TextOf)),
                AnalysisText.Time(fit.Fit.Hazard.MedianDays),
                AnalysisText.Number(fit.Fit.LogLikelihood),
                AnalysisText.Number(fit.Fit.Aic),
                AnalysisText.Number(fit.Fit.Bic));
        }

        table.Write(streams.Out, streams.OutWidth);
        foreach (FamilyFit fit in fits.Where(fit => !fit.IsEstimable))
        {
            Paragraph(streams, $"{fit.Family}: no fit, because {fit.Reason}.");
        }

        streams.Out.WriteLine();
        Paragraph(streams, "Hazards to paste into a scenario, the best first:");
        streams.Out.WriteLine();
        foreach (FamilyFit fit in fits.Where(fit => fit.IsEstimable))
        {
            streams.Out.WriteLine(HazardYaml.Of(fit.Fit.Hazard, unit) is string yaml
                ? $"hazard: {yaml}  # {fit.Family}"
                : $"# {fit.Family}: a scenario cannot hold this hazard.");
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

    private static string TextOf(FittedParameter parameter) => $"{NameOf(parameter)} {AnalysisText.Number(parameter.Estimate)}";

    // The models speak of days; here a day is the unit.
    private static string NameOf(FittedParameter parameter) => parameter.Name
        .Replace("shape_per_day", "shape", StringComparison.Ordinal)
        .Replace("per_day", "rate", StringComparison.Ordinal)
        .Replace("_days", "", StringComparison.Ordinal);
}
