using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary><c>trialsim formula inference</c>.</summary>
internal static class InferenceCommand
{
    public static Command Build(TerminalStreams streams)
    {
        SequentialOptions options = new();
        LookOptions outcome = new();
        Option<double?> confidence = FormulaOptions.Number(
            "--confidence", "share", "Of the intervals; 1 minus twice the one-sided alpha by default.", share => share is >= 0.5 and <= 0.9999, "write a share from 0.5 to 0.9999, such as 0.95");
        Command command = new("inference", "Group-sequential: p-value, median-unbiased estimate and intervals after the trial has stopped.");
        outcome.AddTo(command);
        command.Options.Add(confidence);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            SequentialTrial trial = options.Read(parsed);
            (int look, double z) = outcome.Read(parsed, trial, trial.Bounds.Looks - 1);
            double share = parsed.GetValue(confidence) ?? 1.0 - (2.0 * trial.OneSidedAlpha);
            trial.Describe(streams);
            FormulaText.Line(streams, $"Z {FormulaText.Given(z)} at look {look + 1} {Verdict(trial, look, z)}");
            DriftEstimate estimate = StagewiseOrdering.Estimate(trial.Bounds, look, z, share);
            EstimateTable(trial, look, z, share, estimate).Write(streams.Out, streams.OutWidth);
            double p = trial.IsTwoSided ? 2.0 * Math.Min(estimate.OneSidedPValue, 1.0 - estimate.OneSidedPValue) : estimate.OneSidedPValue;
            FormulaText.Line(
                streams,
                $"{(trial.IsTwoSided ? "Two-sided" : "One-sided")} p {FormulaText.Small(p)} (stagewise ordering); repeated one-sided p {RepeatedPValue(trial, look, z)}. "
                + $"The estimate is the expected Z at fraction 1{(trial.Effect is null ? "" : ", and the hazard ratio that stands for it")}."
                + (HasRepeatedInterval(trial, share) ? "" : $" A repeated interval goes with the bounds, and so with --confidence {FormulaText.Given(1.0 - (2.0 * trial.OneSidedAlpha))}."));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Verdict(SequentialTrial trial, int look, double z) =>
        z >= trial.Bounds.Efficacy[look] ? "crosses the efficacy bound."
        : trial.IsTwoSided && z <= trial.Bounds.Futility[look] ? "crosses the bound of the other direction."
        : look == trial.Bounds.Looks - 1 ? "ends the trial without a claim."
        : z <= trial.Bounds.Futility[look] ? "crosses the futility bound."
        : "crosses no bound: what follows holds only if the trial stops here all the same, except for the repeated interval and p-value, which hold in any case.";

    private static TextTable EstimateTable(SequentialTrial trial, int look, double z, double share, DriftEstimate estimate)
    {
        string interval = $"{FormulaText.Given(100.0 * share)} %";
        TextTable table = new(["Method"], ["Estimate", interval, .. trial.Effect is null ? (string[])[] : ["Hazard ratio", $"{interval} "]]);
        double root = Math.Sqrt(trial.Bounds.InformationFractions[look]);
        double half = Normal.Quantile(0.5 + (0.5 * share)) / root;
        Add("Stagewise ordering, median-unbiased", estimate.Median, estimate.Interval);
        Add("As if it were the only look", z / root, new Interval((z / root) - half, (z / root) + half));
        if (HasRepeatedInterval(trial, share))
        {
            Add("Repeated confidence interval", z / root, RepeatedInference.DriftInterval(trial.Bounds, look, z));
        }

        return table;

        void Add(string name, double drift, Interval limits) => table.Add(
        [
            name,
            FormulaText.Figure(drift),
            $"{Limit(limits.Lower)} to {Limit(limits.Upper)}",
            .. trial.Effect is SurvivalEffect effect
                ? (string[])[FormulaText.Figure(Ratio(drift, effect)), $"{FormulaText.Figure(Least(limits, effect))} to {FormulaText.Figure(Most(limits, effect))}"]
                : [],
        ]);

        double Ratio(double drift, SurvivalEffect effect) => effect.RatioOf(drift, trial.Design.Drift);
        double Least(Interval limits, SurvivalEffect effect) => Math.Min(Ratio(limits.Lower, effect), Ratio(limits.Upper, effect));
        double Most(Interval limits, SurvivalEffect effect) => Math.Max(Ratio(limits.Lower, effect), Ratio(limits.Upper, effect));
    }

    private static bool HasRepeatedInterval(SequentialTrial trial, double share) => Math.Abs(share - 1.0 + (2.0 * trial.OneSidedAlpha)) < 1e-12;

    private static string Limit(double number) => double.IsInfinity(number) ? "any" : FormulaText.Figure(number);

    // The same bounds for every error; lower ones stay where they are.
    private static string RepeatedPValue(SequentialTrial trial, int look, double z)
    {
        FutilityPlan lower = trial.IsTwoSided || !trial.HasFutility ? trial.Plan.Futility : FutilityPlan.OnZ(trial.Bounds.Futility.AsSpan()[..^1]);
        double p = RepeatedInference.PValue(
            error => new SequentialPlan(trial.EfficacyFor(error), lower, trial.Plan.Rule).BoundsAt(trial.Bounds.InformationFractions, trial.Design.Drift), look, z);
        return p >= RepeatedInference.MaxPValue ? "of ½ or more" : FormulaText.Small(p);
    }
}
