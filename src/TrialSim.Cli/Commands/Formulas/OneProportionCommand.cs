using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula one-proportion</c>.</summary>
internal static class OneProportionCommand
{
    private const double UsualAlpha = 0.05;
    private const double UsualPower = 0.8;
    private const int MaxPatients = 5000;
    private const int Further = 10;

    public static Command Build(TerminalStreams streams)
    {
        Option<double?> below = FormulaOptions.Proportion("--null", "Proportion under the null hypothesis.");
        Option<double?> above = FormulaOptions.Proportion("--alternative", "Proportion at which the power is wanted, above it.");
        Option<long?> patients = CommonOptions.WholeNumber("--patients", [], "Ask for the power with so many patients, instead of patients.", 1, MaxPatients);
        Option<double?> power = FormulaOptions.Power(UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(UsualAlpha);
        Command command = new("one-proportion", "Proportions: one arm judged by an exact binomial test, its patients or power.") { below, above, patients, power, alpha };
        command.SetAction(parsed =>
        {
            (double p0, double p1) = (parsed.GetValue(below)!.Value, parsed.GetValue(above)!.Value);
            double error = parsed.GetValue(alpha) ?? UsualAlpha;
            double wanted = parsed.GetValue(power) ?? UsualPower;
            FormulaOptions.RefuseBoth(parsed, power, patients, "ask two things. Give --power for the patients, or --patients for the power.");
            FormulaOptions.CheckPower(wanted, error);
            if (p1 <= p0)
            {
                throw new UserInputException($"--alternative: {FormulaText.Given(p1)} is not above the null proportion {FormulaText.Given(p0)}. Write a higher one.");
            }

            List<(string Name, SingleStageDesign Design)> designs = parsed.GetValue(patients) is long given
                ? [("as given", SingleStageDesign.OfSize((int)given, p0, error))]
                : [("smallest", SingleStageDesign.Smallest(p0, p1, error, wanted, MaxPatients))];
            if (!designs[0].Design.IsEstimable)
            {
                throw new UserInputException(FormulaOptions.IsGiven(parsed, patients)
                    ? "--patients: even a response of all would not reject. Write more."
                    : $"No trial of up to {MaxPatients} patients has power {FormulaText.Given(wanted)}. Write proportions farther apart.");
            }

            if (!FormulaOptions.IsGiven(parsed, patients))
            {
                designs.Add(($"and {Further} more patients have it", Steady(p0, p1, error, wanted, designs[0].Design.Patients)));
            }

            FormulaText.Line(streams, $"Exact binomial test of {FormulaText.Given(p0)} against {FormulaText.Given(p1)}: one-sided alpha {FormulaText.Given(error)}.");
            TextTable table = new(["Design"], ["Patients", "Reject if", "Alpha", "Power"]);
            foreach ((string name, SingleStageDesign design) in designs)
            {
                table.Add(
                    name,
                    design.Patients.ToString(CultureInfo.InvariantCulture),
                    $"≥ {design.RespondersToReject}",
                    FormulaText.Figure(design.RejectionProbability(p0)),
                    FormulaText.Figure(design.RejectionProbability(p1)));
            }

            table.Write(streams.Out, streams.OutWidth);
            FormulaText.Line(streams, "Power is a saw-tooth in the number of patients: a few more may have less.");
            return ExitCode.Done;
        });
        return command;
    }

    private static SingleStageDesign Steady(double p0, double p1, double error, double wanted, int from)
    {
        int last = from - 1;
        for (int patients = from; patients <= last + 1 + Further; patients++)
        {
            last = SingleStageDesign.OfSize(patients, p0, error).RejectionProbability(p1) < wanted ? patients : last;
        }

        return SingleStageDesign.OfSize(last + 1, p0, error);
    }
}
