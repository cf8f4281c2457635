using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary><c>trialsim formula redesign</c>.</summary>
internal static class RedesignCommand
{
    private const double LeastError = 1e-6;

    public static Command Build(TerminalStreams streams)
    {
        SequentialOptions options = new();
        LookOptions outcome = new();
        AssumedEffect assumed = new();
        Option<double[]?> fractions = FormulaOptions.Numbers(
            "--new-fractions", "shares", "Information fractions of the looks of the new rest, counted from the look that was taken, the last one 1; one look by default.",
            shares => shares[0] > 0.001 && shares[^1] == 1.0 && shares.Zip(shares.Skip(1)).All(pair => pair.Second - pair.First >= 0.001),
            "write ascending shares, a comma between two, the last one 1, such as 0.5,1");
        Option<SpendingChoice?> spending = SpendingChoice.NewOption();
        Option<double?> power = FormulaOptions.Number(
            "--new-power", "share", "Conditional power that the new rest shall have; 0.9 by default.", value => value is > 0 and <= 0.9999, "write a share up to 0.9999, such as 0.9");
        Command command = new("redesign", "Group-sequential: new bounds and size of the rest of a trial that hold its error (Müller and Schäfer).");
        outcome.AddTo(command);
        foreach (Option option in new Option[] { fractions, spending, power })
        {
            command.Options.Add(option);
        }

        assumed.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            SequentialTrial trial = options.Read(parsed);
            (int look, double z) = outcome.Read(parsed, trial, trial.Bounds.Looks - 2);
            double drift = assumed.DriftOf(parsed, trial);
            double error = ConditionalPower.ConditionalError(trial.Bounds, look, z);
            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            Refuse(error, wanted);
            double[] rest = FormulaOptions.NumbersOf(parsed, fractions) ?? [1.0];
            SpendingChoice chosen = parsed.GetValue(spending) ?? SpendingChoice.Usual;
            SequentialPlan plan = new(EfficacyPlan.FromSpending(chosen.Make(error, rest), []), FutilityPlan.None, FutilityRule.NonBinding);
            trial.Describe(streams);
            FormulaText.Line(
                streams,
                $"After Z {FormulaText.Given(z)} at look {look + 1}: conditional error {FormulaText.Figure(error)} (Müller and Schäfer, Biometrics 57, 2001); "
                + $"conditional power of the rest as planned {FormulaText.Figure(ConditionalPower.At(trial.Bounds, look, z, drift))}.");
            PrintRest(streams, trial, chosen, plan.ForPower(rest, wanted), drift);
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintRest(TerminalStreams streams, SequentialTrial trial, SpendingChoice chosen, SequentialDesign rest, double drift)
    {
        FormulaText.Line(streams, $"Bounds of the new rest, for a Z of what comes after that look alone: {chosen.Name}; conditional power {FormulaText.Given(rest.Power)} at the {(drift == trial.Design.Drift ? "planned" : "assumed")} effect.");

        // Information is what makes the assumed effect's drift: as a share of the plan's maximum, on which that effect has its own drift.
        double information = rest.Drift * rest.Drift / (drift * drift);
        TextTable table = new(["Look of the rest"], ["Fraction", "Information over the plan's maximum", .. trial.Effect is null ? (string[])[] : ["Events"], "Z", "Nominal p", "Stops under H1"]);
        for (int look = 0; look < rest.Bounds.Looks; look++)
        {
            double share = rest.Bounds.InformationFractions[look] * information;
            table.Add(
            [
                (look + 1).ToString(CultureInfo.InvariantCulture),
                FormulaText.Given(rest.Bounds.InformationFractions[look]),
                FormulaText.Figure(share),
                .. trial.Effect is SurvivalEffect effect ? (string[])[FormulaText.Count(share * effect.EventsOf(trial.Design.Drift))] : [],
                FormulaText.Figure(rest.Bounds.Efficacy[look]),
                FormulaText.Small(Normal.UpperTail(rest.Bounds.Efficacy[look])),
                FormulaText.Figure(rest.UnderAlternative.Efficacy[look]),
            ]);
        }

        table.Write(streams.Out, streams.OutWidth);
    }

    private static void Refuse(double error, double wanted)
    {
        if (error < LeastError)
        {
            throw new UserInputException($"After this Z the conditional error is {FormulaText.Small(error)}: nothing is left that a new design could spend. Stop, or go on as planned.");
        }

        if (error >= wanted || error >= 0.49)
        {
            throw new UserInputException($"After this Z the conditional error is {FormulaText.Figure(error)}: the rest as planned claims that often without an effect, and needs no new design. Go on as planned.");
        }
    }
}
