using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.Multiplicity;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula dunnett</c>.</summary>
internal static class DunnettCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<long?> arms = CommonOptions.WholeNumber("--arms", [], "Number of experimental arms; 2 by default.", 1, 20);
        Option<double?> ratio = FormulaOptions.Ratio();
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("dunnett", "Critical values for several experimental arms against one control.") { arms, ratio, alpha };
        command.SetAction(parsed =>
        {
            int most = (int)(parsed.GetValue(arms) ?? 2);
            double patients = parsed.GetValue(ratio) ?? 1.0;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            FormulaText.Line(
                streams,
                $"Critical values (Dunnett, JASA 50, 1955; normal, known variance): {FormulaText.Given(patients)} patients in each experimental arm for each control patient, one-sided alpha {FormulaText.Given(error)}.");
            TextTable table = new(["Comparisons"], ["Z", "Nominal p", $"Two-sided Z at {FormulaText.Given(2.0 * error)}"]);
            for (int count = most; count >= 1; count--)
            {
                Dunnett family = new(1.0, [.. Enumerable.Repeat(patients, count)]);
                double z = family.CriticalValue(error);
                table.Add(count.ToString(CultureInfo.InvariantCulture), FormulaText.Figure(z), FormulaText.Small(Normal.UpperTail(z)), FormulaText.Figure(family.TwoSidedCriticalValue(2.0 * error)));
            }

            table.Write(streams.Out, streams.OutWidth);
            FormulaText.Line(streams, "The first row is for all comparisons at once; going down, each row is for those that are left in a step-down test.");
            return ExitCode.Done;
        });
        return command;
    }
}
