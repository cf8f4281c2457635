using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula margin</c>.</summary>
internal static class MarginCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<double?> historical = FormulaOptions.Number(
            "--historical-hazard-ratio", "ratio", "Active control over placebo that can be relied on (M1), such as the upper confidence limit of the historical trials.",
            ratio => ratio is >= 0.01 and <= 0.999, "write a ratio from 0.01 to 0.999, such as 0.6", required: true);
        Option<double?> retained = FormulaOptions.Number("--retained", "share", "Share of that effect to keep; 0.5 by default.", share => share is >= 0 and <= 1, "write a share from 0 to 1, such as 0.5");
        Command command = new("margin", "Survival: non-inferiority margin that keeps a share of the active control's effect.") { historical, retained };
        command.SetAction(parsed =>
        {
            double ratio = parsed.GetValue(historical)!.Value;
            double share = parsed.GetValue(retained) ?? 0.5;
            FormulaText.Line(streams, $"Non-inferiority margins, experimental over active control; active control over placebo {FormulaText.Given(ratio)}, share kept {FormulaText.Given(share)}:");
            TextTable table = new(["Margin"], ["Hazard ratio"]);
            table.Add("M1, the whole effect", FormulaText.Figure(NonInferiorityMargin.HazardRatio(ratio, 0.0)));
            table.Add("M2, the share kept", FormulaText.Figure(NonInferiorityMargin.HazardRatio(ratio, share)));
            table.Write(streams.Out, streams.OutWidth);
            FormulaText.Line(streams, "On the log scale (FDA, Non-Inferiority Clinical Trials, 2016).");
            return ExitCode.Done;
        });
        return command;
    }
}
