using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula assurance</c>.</summary>
internal static class AssuranceCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<double?> hazardRatio = FormulaOptions.HazardRatio();
        Option<double?> spread = FormulaOptions.Number(
            "--sd", "number", "Standard deviation of the belief in the log hazard ratio.", value => value is >= 0 and <= 10, "write a number from 0 to 10, such as 0.2", required: true);
        Option<double?> events = FormulaOptions.Events("Events at the analysis, in both arms.");
        events.Required = true;
        Option<double?> ratio = FormulaOptions.Ratio();
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("assurance", "Survival: power averaged over a normal belief in the log hazard ratio.") { hazardRatio, spread, events, ratio, alpha };
        command.SetAction(parsed =>
        {
            double effect = parsed.GetValue(hazardRatio)!.Value;
            double belief = parsed.GetValue(spread)!.Value;
            double count = parsed.GetValue(events)!.Value;
            double patients = parsed.GetValue(ratio) ?? 1.0;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            double share = patients / (1.0 + patients);
            FormulaText.Line(
                streams,
                $"Chance of a claim with {FormulaText.Given(count)} events where ln(hazard ratio) is normal around ln({FormulaText.Given(effect)}) with standard deviation {FormulaText.Given(belief)}: "
                + $"ratio {FormulaText.Given(patients)}:1, one-sided alpha {FormulaText.Given(error)}, claims in favour of the experimental arm.");
            TextTable table = new(["Formula", "Source"], ["Probability"]);
            table.Add("Power at the centre", "Schoenfeld, Biometrika 68, 1981", FormulaText.Figure(EventsFormula.SchoenfeldPower(effect, count, error, share)));
            table.Add(
                "Assurance", "O'Hagan, Stevens and Campbell, Pharmaceutical Statistics 4, 2005", FormulaText.Figure(Assurance.OfEstimate(-Math.Log(effect), belief, count * share * (1.0 - share), error)));
            table.Write(streams.Out, streams.OutWidth);
            return ExitCode.Done;
        });
        return command;
    }
}
