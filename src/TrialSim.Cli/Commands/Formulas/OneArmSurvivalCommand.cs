using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula one-arm-survival</c>.</summary>
internal static class OneArmSurvivalCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<double?> hazardRatio = FormulaOptions.HazardRatio();
        Option<double?> power = FormulaOptions.Power(FormulaOptions.UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("one-arm-survival", "Survival: events of a one-sample log-rank test of one arm against a known curve.") { hazardRatio, power, alpha };
        command.SetAction(parsed =>
        {
            double ratio = parsed.GetValue(hazardRatio)!.Value;
            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            FormulaOptions.CheckPower(wanted, error);
            FormulaText.Line(
                streams,
                $"One arm against a known curve: hazard ratio {FormulaText.Given(ratio)} over it, one-sided alpha {FormulaText.Given(error)}, power {FormulaText.Given(wanted)}.");
            TextTable table = new(["Test", "Source"], ["Expected by the curve", "Events", "Rounded up"]);
            Add("(E − O)/√E", OneSampleLogRankSize.For(ratio, new TestError(error, wanted)), "Finkelstein, Muzikansky and Schoenfeld, JNCI 95, 2003");
            Add("ln(O/E)·√O", OneSampleLogRankSize.OnLogScale(ratio, new TestError(error, wanted)), "on the log scale");
            table.Write(streams.Out, streams.OutWidth);
            FormulaText.Line(streams, "Expected by the curve: the sum of the patients' cumulative hazards under it. Events: those that the arm itself has by then.");
            return ExitCode.Done;

            void Add(string name, OneSampleLogRankSize size, string source) => table.Add(
                name, source, FormulaText.Count(size.ExpectedUnderNull), FormulaText.Count(size.Events), FormulaText.RoundedUp(size.Events));
        });
        return command;
    }
}
