using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Model.Time;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula survival-size</c>.</summary>
internal static class SurvivalSizeCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<double?> median = FormulaOptions.Days("--control-median", "Median of the control arm.", 0.1);
        Option<double?> hazardRatio = FormulaOptions.HazardRatio();
        Option<double?> accrual = FormulaOptions.Days("--accrual", "Time over which patients arrive evenly.", 0.1);
        Option<double?> followUp = FormulaOptions.Days("--follow-up", "Time from the last patient to the analysis.", 0.0);
        Option<double?> loss = FormulaOptions.Loss();
        Option<double?> power = FormulaOptions.Power(FormulaOptions.UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("survival-size", "Patients and events of two equal exponential arms with accrual, follow-up and loss.")
        {
            median, hazardRatio, accrual, followUp, loss, power, alpha,
        };
        command.SetAction(parsed =>
        {
            double arriving = parsed.GetValue(accrual)!.Value;
            double end = arriving + parsed.GetValue(followUp)!.Value;
            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            FormulaOptions.CheckPower(wanted, error);
            ExponentialTrial trial = new(
                Math.Log(2.0) / parsed.GetValue(median)!.Value, parsed.GetValue(hazardRatio)!.Value, parsed.GetValue(loss) ?? 0.0, arriving, end);
            FormulaText.Line(
                streams,
                $"Patients and events in both arms, 1:1: hazard ratio {FormulaText.Given(trial.HazardRatio)}, analysis after {FormulaText.Given(end / DaysPer.Month)} months, "
                + $"one-sided alpha {FormulaText.Given(error)}, power {FormulaText.Given(wanted)}.");
            Sizes(trial, new TestError(error, wanted)).Write(streams.Out, streams.OutWidth);
            FormulaText.Line(
                streams,
                $"A patient's event is seen with probability {FormulaText.Figure(trial.EventProbability(trial.ControlPerDay))} in the control arm, "
                + $"{FormulaText.Figure(trial.EventProbability(trial.ControlPerDay * trial.HazardRatio))} in the experimental arm.");
            return ExitCode.Done;
        });
        return command;
    }

    private static TextTable Sizes(ExponentialTrial trial, TestError error)
    {
        TextTable table = new(["Formula", "Source"], ["Patients", "Rounded up", "Events"]);
        Add("Lachin–Foulkes", trial.LachinFoulkes(error), "Biometrics 42, 1986");
        Add("Schoenfeld", trial.ForEvents(EventsFormula.Schoenfeld(trial.HazardRatio, error, 0.5)), "Biometrika 68, 1981");
        Add("Freedman", trial.ForEvents(EventsFormula.Freedman(trial.HazardRatio, error, 0.5)), "Statistics in Medicine 1, 1982");
        Add("Bernstein–Lagakos", trial.BernsteinLagakos(error), "J. Statistical Computation and Simulation 8, 1978");
        return table;

        // Two equal arms: whole patients come in pairs.
        void Add(string name, SurvivalSize size, string source) => table.Add(
            name, source, FormulaText.Count(size.Patients), FormulaText.RoundedUp(2.0 * Math.Ceiling((size.Patients / 2.0) - 1e-9)), FormulaText.Count(size.Events));
    }
}
