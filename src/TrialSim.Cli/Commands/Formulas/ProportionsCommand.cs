using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula proportions</c>.</summary>
internal static class ProportionsCommand
{
    private const int MaxPatients = 1000;

    public static Command Build(TerminalStreams streams)
    {
        Option<double?> control = FormulaOptions.Proportion("--control", "Proportion in the control arm.");
        Option<double?> experimental = FormulaOptions.Proportion("--experimental", "Proportion in the experimental arm.");
        Option<double?> difference = FormulaOptions.Number(
            "--null-difference", "difference", "Experimental minus control under the null hypothesis; 0 by default, -0.1 for a non-inferiority margin.", value => value is >= -0.99 and <= 0.99, "write a difference from -0.99 to 0.99, such as -0.1");
        Option<long?> patients = CommonOptions.WholeNumber("--patients", [], "Control patients, for exact power and size of two-sided tests too.", 1, MaxPatients);
        Option<bool> exact = FormulaOptions.Switch("--exact", "Search for the smallest designs by exact power, of two-sided tests at twice the alpha.");
        Option<double[]?> quantiles = FormulaOptions.Numbers(
            "--quantiles", "numbers", "Quantiles of the error and of the power as a protocol prints them, for a further row, such as 1.96,0.84.",
            numbers => numbers.Length == 2 && numbers.All(z => z is > 0 and < 6), "write the quantile of the error and that of the power, such as 1.96,0.84");
        Option<double?> ratio = FormulaOptions.Ratio();
        Option<double?> power = FormulaOptions.Power(FormulaOptions.UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("proportions", "Proportions: patients of two arms, exact power with given patients, and the smallest exact designs.")
        {
            control, experimental, difference, patients, exact, quantiles, ratio, power, alpha,
        };
        command.SetAction(parsed =>
        {
            double margin = parsed.GetValue(difference) ?? 0.0;
            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            double perControl = parsed.GetValue(ratio) ?? 1.0;
            (double Control, double Experimental) truth = (parsed.GetValue(control)!.Value, parsed.GetValue(experimental)!.Value);
            FormulaOptions.CheckPower(wanted, error);
            if (Math.Abs(truth.Experimental - truth.Control - margin) < 1e-6)
            {
                throw new UserInputException("--experimental: the proportions differ by no more than under the null hypothesis, and no number of patients shows it. Write another proportion.");
            }

            if (margin != 0.0 && (parsed.GetValue(exact) || FormulaOptions.IsGiven(parsed, quantiles) || FormulaOptions.IsGiven(parsed, patients)))
            {
                throw new UserInputException("--exact, --quantiles and --patients are for tests of equality. Leave --null-difference out.");
            }

            if (parsed.GetValue(exact))
            {
                ExactProportions.RefuseLarge(truth, new TestError(error, wanted), perControl);
            }

            int other = parsed.GetValue(patients) is long asked ? OtherArm((int)asked, perControl) : 0;
            FormulaText.Line(
                streams,
                $"Patients for proportions {FormulaText.Given(truth.Control)} (control) and {FormulaText.Given(truth.Experimental)}: ratio {FormulaText.Given(perControl)}:1, "
                + $"one-sided alpha {FormulaText.Given(error)}, power {FormulaText.Given(wanted)}, difference under the null hypothesis {FormulaText.Given(margin)}.");
            TextTable sizes = Sizes(truth, margin, new TestError(error, wanted), perControl);
            if (FormulaOptions.NumbersOf(parsed, quantiles) is double[] z)
            {
                FormulaText.AddSize(
                    sizes,
                    $"Pooled z test with {FormulaText.Given(z[0])} and {FormulaText.Given(z[1])}",
                    TwoProportionsSize.Pooled(truth.Control, truth.Experimental, z[0], z[1], perControl),
                    "quantiles as given");
            }

            sizes.Write(streams.Out, streams.OutWidth);
            if (parsed.GetValue(patients) is long given)
            {
                PrintExact(streams, truth, error, (int)given, other);
            }

            if (parsed.GetValue(exact))
            {
                ExactProportions.Print(streams, truth, new TestError(error, wanted), perControl);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static TextTable Sizes((double Control, double Experimental) truth, double margin, TestError error, double ratio)
    {
        TextTable table = FormulaText.SizeTable();

        // The others test for equality.
        if (margin == 0.0)
        {
            FormulaText.AddSize(table, "Pooled z test", TwoProportionsSize.Pooled(truth.Control, truth.Experimental, error, ratio), "Pearson's chi-square");
            FormulaText.AddSize(table, "Unpooled z test", TwoProportionsSize.Unpooled(truth.Control, truth.Experimental, error, ratio), "Wald");
            FormulaText.AddSize(table, "Continuity-corrected", TwoProportionsSize.ContinuityCorrected(truth.Control, truth.Experimental, error, ratio), "Fleiss, Tytun and Ury, Biometrics 36, 1980");
        }

        FormulaText.AddSize(table, "Farrington–Manning", TwoProportionsSize.FarringtonManning(truth.Control, truth.Experimental, margin, error, ratio), "Statistics in Medicine 9, 1990");
        return table;
    }

    private static int OtherArm(int control, double ratio)
    {
        double experimental = Math.Round(control * ratio, MidpointRounding.AwayFromZero);
        return experimental is >= 1 and <= MaxPatients ? (int)experimental
            : throw new UserInputException(
                string.Create(CultureInfo.InvariantCulture, $"--patients: {control} control patients at ratio {ratio} make {experimental} experimental patients. Write a number that makes 1 to {MaxPatients}."));
    }

    private static void PrintExact(TerminalStreams streams, (double Control, double Experimental) truth, double alpha, int control, int other)
    {
        double common = ((control * truth.Control) + (other * truth.Experimental)) / (control + other);
        FormulaText.Line(
            streams,
            $"Exact, for two-sided tests at {FormulaText.Given(2.0 * alpha)} with {control} + {other} patients; size where both proportions are {FormulaText.Given(common)}:");
        TextTable table = new(["Test", "Source"], ["Power", "Size"]);
        Add("Fisher's exact test", TwoArmTestMethod.FisherExact);
        Add("Pearson's chi-square", TwoArmTestMethod.Pearson);
        Add("Pearson's with Yates's correction", TwoArmTestMethod.PearsonYates);
        table.Write(streams.Out, streams.OutWidth);

        void Add(string name, TwoArmTestMethod method)
        {
            RejectionRegion region = new(method, Sides.Two, 2.0 * alpha, control, other);
            table.Add(name, "sum over all outcomes", FormulaText.Figure(region.Probability(truth.Control, truth.Experimental)), FormulaText.Figure(region.Probability(common, common)));
        }
    }
}
