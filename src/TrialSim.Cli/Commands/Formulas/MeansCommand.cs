using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula means</c>.</summary>
internal static class MeansCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<double?> difference = FormulaOptions.Number(
            "--difference", "number", "Difference of the means.", value => Math.Abs(value) is >= 1e-6 and <= 1e9, "write a number other than 0, such as 0.5", required: true);
        Option<double?> spread = FormulaOptions.Number("--sd", "number", "Standard deviation of one patient.", value => value is >= 1e-6 and <= 1e9, "write a number above 0, such as 1", required: true);
        Option<long?> patients = CommonOptions.WholeNumber("--patients", [], "Ask for the power with so many patients in both arms, instead of patients.", 4, 10_000_000);
        Option<double?> ratio = FormulaOptions.Ratio();
        Option<double?> power = FormulaOptions.Power(FormulaOptions.UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("means", "Means and counts: patients or power of a comparison of two means.") { difference, spread, patients, ratio, power, alpha };
        command.SetAction(parsed =>
        {
            (double effect, double deviation) = (parsed.GetValue(difference)!.Value, parsed.GetValue(spread)!.Value);
            double perControl = parsed.GetValue(ratio) ?? 1.0;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            FormulaOptions.RefuseBoth(parsed, power, patients, "ask two things. Give --power for the patients, or --patients for the power.");
            FormulaOptions.CheckPower(wanted, error);
            double standardised = Math.Abs(effect / deviation);
            if (standardised is < 1e-3 or > 10)
            {
                throw new UserInputException($"--difference: {FormulaText.Given(effect)} is {FormulaText.Given(standardised)} standard deviations. Write between 0.001 and 10 of them.");
            }

            string design = $"difference {FormulaText.Given(effect)}, standard deviation {FormulaText.Given(deviation)}, ratio {FormulaText.Given(perControl)}:1, one-sided alpha {FormulaText.Given(error)}";
            if (parsed.GetValue(patients) is long total)
            {
                double control = total / (1.0 + perControl);
                FormulaText.Line(streams, $"Power of two means with {total} patients, {FormulaText.Given(Math.Round(control, 4))} + {FormulaText.Given(Math.Round(total - control, 4))}: {design}.");
                TextTable powers = new(["Test"], ["Power"]);
                powers.Add("t test, noncentral t", FormulaText.Figure(MeansSize.TTestPower(control, total - control, effect, deviation, error)));
                powers.Write(streams.Out, streams.OutWidth);
                return ExitCode.Done;
            }

            FormulaText.Line(streams, $"Patients for two means: {design}, power {FormulaText.Given(wanted)}.");
            TextTable table = FormulaText.SizeTable();
            TestError errors = new(error, wanted);
            FormulaText.AddSize(table, "t test", MeansSize.TTest(effect, deviation, errors, perControl), "noncentral t, R's power.t.test");
            FormulaText.AddSize(table, "z test", MeansSize.ZTest(effect, deviation, errors, perControl), "known standard deviation");
            table.Write(streams.Out, streams.OutWidth);
            return ExitCode.Done;
        });
        return command;
    }
}
