using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula simon</c>.</summary>
internal static class SimonCommand
{
    private const double UsualAlpha = 0.05;
    private const double UsualPower = 0.8;
    private const int UsualMax = 150;

    public static Command Build(TerminalStreams streams)
    {
        Option<double?> below = FormulaOptions.Proportion("--null", "Response rate under the null hypothesis.");
        Option<double?> above = FormulaOptions.Proportion("--alternative", "Response rate at which the power is wanted.");
        above.Required = false;
        Option<double?> power = FormulaOptions.Power(UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(UsualAlpha);
        Option<long?> most = CommonOptions.WholeNumber("--max-patients", [], $"Most patients that a design may have; {UsualMax} by default.", 2, 300);
        SimonOutcomeOptions outcome = new();
        Command command = new("simon", "Proportions: Simon's two-stage designs of one arm, minimax, optimal and admissible; or what a trial of one says when it is over.") { below, above, power, alpha, most };
        outcome.AddTo(command);
        command.SetAction(parsed =>
        {
            double p0 = parsed.GetValue(below)!.Value;
            double error = parsed.GetValue(alpha) ?? UsualAlpha;
            if (outcome.IsGiven(parsed))
            {
                outcome.Refuse(parsed, [above, power, most]);
                outcome.Print(parsed, streams, p0, error);
                return ExitCode.Done;
            }

            double p1 = parsed.GetValue(above)
                ?? throw new UserInputException("--alternative is missing. Add --alternative <share>; or, for a trial that is over, --design and --responses.");
            PrintDesigns(streams, (p0, p1), error, parsed.GetValue(power) ?? UsualPower, (int)(parsed.GetValue(most) ?? UsualMax));
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintDesigns(TerminalStreams streams, (double Null, double Alternative) rates, double error, double wanted, int limit)
    {
        (double p0, double p1) = rates;
        FormulaOptions.CheckPower(wanted, error);
        if (p1 <= p0)
        {
            throw new UserInputException($"--alternative: {FormulaText.Given(p1)} is not above the null rate {FormulaText.Given(p0)}. Write a higher rate.");
        }

        SimonDesigns designs = SimonDesigns.Search(p0, p1, error, wanted, limit);
        if (designs.Reason != NotEstimable.None)
        {
            throw new UserInputException($"No two-stage design of up to {limit} patients meets the errors. Raise --max-patients, or write rates farther apart.");
        }

        FormulaText.Line(
            streams,
            $"Two-stage designs (Simon, Controlled Clinical Trials 10, 1989) of response {FormulaText.Given(p0)} against {FormulaText.Given(p1)}: one-sided alpha {FormulaText.Given(error)}, power {FormulaText.Given(wanted)}, up to {limit} patients.");
        TableOf(designs.Admissible, p0, p1).Write(streams.Out, streams.OutWidth);
        FormulaText.Line(
            streams,
            "EN and PET: patients on average and probability of an early stop, under the null hypothesis. Exact binomial. An admissible design is best where the weight of the most patients, not the average, lies in its range (Jung et al., Statistics in Medicine 23, 2004).");
    }

    private static TextTable TableOf(ReadOnlySpan<AdmissibleDesign> designs, double p0, double p1)
    {
        TextTable table = new(["Design"], ["Stop if", "Reject if", "EN", "PET", "Alpha", "Power", "Weight"]);
        for (int i = 0; i < designs.Length; i++)
        {
            SimonDesign design = designs[i].Design;
            string name = designs.Length == 1 ? "minimax, optimal" : i == 0 ? "minimax" : i == designs.Length - 1 ? "optimal" : "admissible";
            table.Add(
                name,
                $"≤ {design.FirstStageLimit}/{design.FirstStagePatients}",
                $"> {design.Limit}/{design.Patients}",
                design.ExpectedPatients(p0).ToString("0.00", CultureInfo.InvariantCulture),
                FormulaText.Figure(design.EarlyStopProbability(p0)),
                FormulaText.Figure(design.RejectionProbability(p0)),
                FormulaText.Figure(design.RejectionProbability(p1)),
                string.Create(CultureInfo.InvariantCulture, $"{designs[i].LowestWeight:0.000}–{designs[i].HighestWeight:0.000}"));
        }

        return table;
    }
}
