using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary><c>trialsim formula conditional-power</c>.</summary>
internal static class ConditionalPowerCommand
{
    public static Command Build(TerminalStreams streams)
    {
        SequentialOptions options = new();
        LookOptions outcome = new();
        AssumedEffect assumed = new();
        Option<double?> priorRatio = FormulaOptions.HazardRatio("--prior-hazard-ratio", "Centre of a normal belief in ln(hazard ratio), for predictive power; with --prior-sd.");
        Option<double?> priorSpread = FormulaOptions.Number(
            "--prior-sd", "number", "Standard deviation of that belief.", value => value is >= 0.001 and <= 10, "write a number from 0.001 to 10, such as 0.2");
        Command command = new("conditional-power", "Group-sequential: conditional and predictive power at an interim look.");
        outcome.AddTo(command);
        assumed.AddTo(command);
        command.Options.Add(priorRatio);
        command.Options.Add(priorSpread);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            SequentialTrial trial = options.Read(parsed);
            (int look, double z) = outcome.Read(parsed, trial, trial.Bounds.Looks - 2);
            bool hasPrior = FormulaOptions.IsGiven(parsed, priorRatio) || FormulaOptions.IsGiven(parsed, priorSpread);
            if (hasPrior && (trial.Effect is null || parsed.GetValue(priorRatio) is null || parsed.GetValue(priorSpread) is null))
            {
                throw new UserInputException("--prior-hazard-ratio, --prior-sd and --hazard-ratio go together. Give all three.");
            }

            double drift = assumed.DriftOf(parsed, trial);
            trial.Describe(streams);
            FormulaText.Line(streams, $"Chance of a claim after Z {FormulaText.Given(z)} at look {look + 1}, information fraction {FormulaText.Given(trial.Bounds.InformationFractions[look])}:");
            TextTable table = new(["If"], trial.Effect is null ? ["Expected Z at fraction 1", "Probability"] : ["Expected Z at fraction 1", "Hazard ratio", "Probability"]);
            AddPower("the effect is the plan's", trial.Design.Drift);
            if (drift != trial.Design.Drift)
            {
                AddPower("the effect is the assumed one", drift);
            }

            AddPower("the trend goes on", z / Math.Sqrt(trial.Bounds.InformationFractions[look]));
            AddPower("there is no effect", 0.0);
            Add("the data alone say (predictive power, flat prior)", "", "", ConditionalPower.Predictive(trial.Bounds, look, z));
            if (hasPrior)
            {
                double root = trial.Design.Drift / -Math.Log(trial.Effect!.HazardRatio);
                double mean = -Math.Log(parsed.GetValue(priorRatio)!.Value) * root;
                Add("belief and data say (predictive power)", "", "", ConditionalPower.Predictive(trial.Bounds, look, z, mean, parsed.GetValue(priorSpread)!.Value * Math.Abs(root)));
            }

            table.Write(streams.Out, streams.OutWidth);
            if (trial.Bounds.Efficacy[(look + 1)..^1].Any(double.IsFinite))
            {
                FormulaText.Line(streams, "A claim at any look still to come counts. A formula for the last look alone gives other figures.");
            }

            FormulaText.Line(
                streams,
                $"Conditional error {FormulaText.Figure(ConditionalPower.ConditionalError(trial.Bounds, look, z))}: what a redesigned rest of the trial may spend (Müller and Schäfer, Biometrics 57, 2001)."
                + (trial.HasFutility ? " Stops at the futility bounds that are left count as lost, except here where they do not bind." : ""));
            return ExitCode.Done;

            void AddPower(string name, double assumedDrift) => Add(
                name,
                FormulaText.Figure(assumedDrift),
                trial.Effect is SurvivalEffect known ? FormulaText.Figure(known.RatioOf(assumedDrift, trial.Design.Drift)) : "",
                ConditionalPower.At(trial.Bounds, look, z, assumedDrift));

            void Add(string name, string expected, string hazardRatio, double probability) =>
                table.Add(trial.Effect is null ? [name, expected, FormulaText.Figure(probability)] : [name, expected, hazardRatio, FormulaText.Figure(probability)]);
        });
        return command;
    }
}
