using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula counts</c>.</summary>
internal static class CountsCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<double?> control = Rate("--control", "Events per unit of time of a control patient.");
        Option<double?> experimental = Rate("--experimental", "Events per unit of time of an experimental patient.");
        Option<double?> dispersion = FormulaOptions.Number(
            "--dispersion", "number", "Variance is mean + dispersion·mean²; 0 by default, a Poisson count.", value => value is >= 0 and <= 100, "write a number from 0 to 100, such as 0.5");
        Option<double?> exposure = FormulaOptions.Number("--exposure", "number", "Units of time for which a patient is observed; 1 by default.", value => value is >= 0.001 and <= 1000, "write a number from 0.001 to 1000, such as 1");
        Option<long?> patients = CommonOptions.WholeNumber("--patients", [], "Ask for the power with so many patients in both arms, instead of patients.", 2, 10_000_000);
        Option<double?> ratio = FormulaOptions.Ratio();
        Option<double?> power = FormulaOptions.Power(FormulaOptions.UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("counts", "Means and counts: patients or power of a comparison of two event rates, negative binomial or Poisson.")
        {
            control, experimental, dispersion, exposure, patients, ratio, power, alpha,
        };
        command.SetAction(parsed =>
        {
            (double first, double second) = (parsed.GetValue(control)!.Value, parsed.GetValue(experimental)!.Value);
            double spread = parsed.GetValue(dispersion) ?? 0.0;
            double time = parsed.GetValue(exposure) ?? 1.0;
            double perControl = parsed.GetValue(ratio) ?? 1.0;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            FormulaOptions.RefuseBoth(parsed, power, patients, "ask two things. Give --power for the patients, or --patients for the power.");
            FormulaOptions.CheckPower(wanted, error);
            if (Math.Abs(Math.Log(second / first)) < 1e-3)
            {
                throw new UserInputException("--experimental: both arms have the same rate, and no number of patients tells them apart. Write another rate.");
            }

            string design = $"rates {FormulaText.Given(first)} (control) and {FormulaText.Given(second)}, dispersion {FormulaText.Given(spread)}, exposure {FormulaText.Given(time)}, "
                + $"ratio {FormulaText.Given(perControl)}:1, one-sided alpha {FormulaText.Given(error)}";
            if (parsed.GetValue(patients) is long total)
            {
                TwoArmSize size = new(total / (1.0 + perControl), total * perControl / (1.0 + perControl));
                FormulaText.Line(streams, $"Power of two event rates with {total} patients: {design}.");
                TextTable powers = new(["Formula", "Source"], ["Power"]);
                powers.Add("Zhu and Lakkis", "Statistics in Medicine 33, 2014", FormulaText.Figure(NegativeBinomialSize.Power(size, first, second, spread, time, error)));
                powers.Write(streams.Out, streams.OutWidth);
                return ExitCode.Done;
            }

            FormulaText.Line(streams, $"Patients for two event rates: {design}, power {FormulaText.Given(wanted)}.");
            TextTable table = FormulaText.SizeTable();
            FormulaText.AddSize(table, "Zhu and Lakkis", NegativeBinomialSize.For(first, second, spread, time, new TestError(error, wanted), perControl), "Statistics in Medicine 33, 2014");
            table.Write(streams.Out, streams.OutWidth);
            FormulaText.Line(streams, "The alternative's variance throughout.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<double?> Rate(string name, string description) => FormulaOptions.Number(
        name, "rate", description, rate => rate is >= 1e-6 and <= 1e6, "write a rate above 0, such as 0.4", required: true);
}
