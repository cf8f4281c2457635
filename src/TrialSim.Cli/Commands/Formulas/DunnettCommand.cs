using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.Multiplicity;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula dunnett</c>.</summary>
internal static class DunnettCommand
{
    private const int MaxArms = 20;

    public static Command Build(TerminalStreams streams)
    {
        Option<long?> arms = CommonOptions.WholeNumber("--arms", [], "Number of experimental arms of equal size; 2 by default.", 1, MaxArms);
        Option<double?> ratio = FormulaOptions.Ratio();
        Option<double[]?> sizes = FormulaOptions.Numbers(
            "--sizes", "numbers", "Instead: patients, or events, of the control arm and then of each experimental arm.",
            numbers => numbers.Length is >= 2 and <= MaxArms + 1 && numbers.All(size => size is > 0 and <= 1e9), "write the size of the control arm and of 1 to 20 experimental arms, a comma between two, such as 120,80,80,60");
        Option<double[]?> z = FormulaOptions.Numbers(
            "--z", "numbers", "Z of each experimental arm against control, for adjusted p-values.", numbers => numbers.All(value => Math.Abs(value) <= 20), "write a number from -20 to 20 for each experimental arm, a comma between two, such as 2.4,1.8");
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("dunnett", "Multiplicity: critical values and adjusted p-values for several experimental arms against one control.") { arms, ratio, sizes, z, alpha };
        command.SetAction(parsed =>
        {
            FormulaOptions.RefuseBoth(parsed, arms, sizes, "say the same thing twice. Give one of them.");
            FormulaOptions.RefuseBoth(parsed, ratio, sizes, "say the same thing twice. Give one of them.");
            double patients = parsed.GetValue(ratio) ?? 1.0;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            double[] given = FormulaOptions.NumbersOf(parsed, sizes) ?? [1.0, .. Enumerable.Repeat(patients, (int)(parsed.GetValue(arms) ?? 2))];
            double[]? seen = FormulaOptions.NumbersOf(parsed, z);
            if (seen is not null && seen.Length != given.Length - 1)
            {
                throw new UserInputException($"--z: {seen.Length} numbers for {given.Length - 1} experimental arms. Write one for each.");
            }

            string allocation = FormulaOptions.IsGiven(parsed, sizes)
                ? $"{FormulaText.Given(given[0])} in the control arm, {string.Join(", ", given[1..].Select(FormulaText.Given))} in the experimental arms"
                : $"{FormulaText.Given(patients)} {(patients == 1.0 ? "patient" : "patients")} in each experimental arm for each control patient";
            FormulaText.Line(streams, $"Critical values (Dunnett, JASA 50, 1955; normal, known variance): {allocation}, one-sided alpha {FormulaText.Given(error)}.");
            PrintCritical(streams, given, error);
            if (seen is not null)
            {
                PrintAdjusted(streams, given, seen);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintCritical(TerminalStreams streams, double[] sizes, double error)
    {
        TextTable table = new(["Comparisons"], ["Z", "Nominal p", $"Two-sided Z at {FormulaText.Given(2.0 * error)}"]);
        bool areEqual = sizes[1..].Distinct().Count() == 1;

        // Which arms are left after a step depends on the data, and with unequal arms the critical value on which they are.
        for (int count = sizes.Length - 1; count >= (areEqual ? 1 : sizes.Length - 1); count--)
        {
            Dunnett family = new(sizes[0], sizes.AsSpan(1, count));
            double critical = family.CriticalValue(error);
            table.Add(count.ToString(CultureInfo.InvariantCulture), FormulaText.Figure(critical), FormulaText.Small(Normal.UpperTail(critical)), FormulaText.Figure(family.TwoSidedCriticalValue(2.0 * error)));
        }

        table.Write(streams.Out, streams.OutWidth);
        FormulaText.Line(streams, areEqual
            ? "The first row is for all comparisons at once; going down, each row is for those that are left in a step-down test."
            : "For all comparisons at once.");
    }

    private static void PrintAdjusted(TerminalStreams streams, double[] sizes, double[] z)
    {
        Dunnett family = new(sizes[0], sizes.AsSpan(1));
        double[] single = new double[z.Length];
        double[] down = new double[z.Length];
        double[] twoSided = new double[z.Length];
        family.FillAdjusted(z, single);
        family.FillStepDownAdjusted(z, down);
        family.FillTwoSidedAdjusted(z, twoSided);
        TextTable table = new(["Arm"], ["Z", "One-sided p", "Adjusted", "Adjusted, step-down", "Two-sided adjusted"]);
        for (int arm = 0; arm < z.Length; arm++)
        {
            table.Add(
                (arm + 1).ToString(CultureInfo.InvariantCulture),
                FormulaText.Given(z[arm]),
                FormulaText.Small(Normal.UpperTail(z[arm])),
                FormulaText.Small(single[arm]),
                FormulaText.Small(down[arm]),
                FormulaText.Small(twoSided[arm]));
        }

        table.Write(streams.Out, streams.OutWidth);
    }
}
