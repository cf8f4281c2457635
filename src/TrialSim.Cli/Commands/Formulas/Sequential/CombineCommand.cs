using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary><c>trialsim formula combine</c>.</summary>
internal static class CombineCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<double[]?> pValues = FormulaOptions.Numbers(
            "--p", "numbers", "One-sided p-value of each stage by itself.", numbers => numbers.All(p => p is > 0 and < 1), "write p-values strictly between 0 and 1, a comma between two, such as 0.04,0.03");
        Option<double[]?> information = FormulaOptions.Numbers(
            "--information", "numbers", "Planned information of each stage by itself, such as its events or patients; equal by default.", numbers => numbers.All(part => part > 0), "write numbers above 0, a comma between two, such as 200,150");
        pValues.Required = true;
        Command command = new("combine", "Group-sequential: stages of an adaptive trial put together by the inverse normal method.") { pValues, information };
        command.SetAction(parsed =>
        {
            double[] stages = FormulaOptions.NumbersOf(parsed, pValues)!;
            double[] planned = FormulaOptions.NumbersOf(parsed, information) ?? [.. Enumerable.Repeat(1.0, stages.Length)];
            if (planned.Length < stages.Length)
            {
                throw new UserInputException($"--information: {planned.Length} numbers for {stages.Length} stages. Write one for each stage.");
            }

            FormulaText.Line(streams, "Inverse normal combination (Lehmacher and Wassmer, Biometrics 55, 1999); weights are planned, whatever the stages became:");
            double[] weights = InverseNormalCombination.Weights(planned);
            TextTable table = new(["Stage"], ["Information fraction", "Weight", "p", "Z so far", "p so far"]);
            for (int stage = 0; stage < stages.Length; stage++)
            {
                double z = InverseNormalCombination.Z(weights.AsSpan(0, stage + 1), stages.AsSpan(0, stage + 1));
                table.Add(
                    (stage + 1).ToString(CultureInfo.InvariantCulture),
                    FormulaText.Given(planned[..(stage + 1)].Sum() / planned.Sum()),
                    FormulaText.Figure(weights[stage]),
                    FormulaText.Small(stages[stage]),
                    FormulaText.Figure(z),
                    FormulaText.Small(Normal.UpperTail(z)));
            }

            table.Write(streams.Out, streams.OutWidth);
            FormulaText.Line(streams, "Judge each Z by the bound of its look: trialsim formula bounds with these fractions.");
            return ExitCode.Done;
        });
        return command;
    }
}
