using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary><c>trialsim formula bounds</c>.</summary>
internal static class BoundsCommand
{
    public static Command Build(TerminalStreams streams)
    {
        SequentialOptions options = new();
        Command command = new("bounds", "Group-sequential: efficacy and futility bounds, and what the trial does with and without its effect.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            SequentialTrial trial = options.Read(parsed);
            trial.Describe(streams);
            BoundsTable(trial).Write(streams.Out, streams.OutWidth);
            FormulaText.Line(streams, trial.IsTwoSided ? "Nominal p is two-sided; each Z is also a bound with the sign turned." : "Nominal p is one-sided.");
            ProbabilityTable(trial).Write(streams.Out, streams.OutWidth);
            PrintNotes(streams, trial);
            return ExitCode.Done;
        });
        return command;
    }

    private static TextTable BoundsTable(SequentialTrial trial)
    {
        bool hasRatio = trial.Effect is not null;
        string[] events = hasRatio ? ["Events"] : [];
        string[] ratio = hasRatio ? ["Hazard ratio"] : [];
        string[] futility = trial.HasFutility ? ["Futility Z", .. hasRatio ? (string[])["Futility hazard ratio"] : []] : [];
        TextTable table = new(["Look"], ["Fraction", .. events, "Z", "Nominal p", .. ratio, .. futility]);
        for (int look = 0; look < trial.Bounds.Looks; look++)
        {
            double z = trial.Bounds.Efficacy[look];
            double lower = look == trial.Bounds.Looks - 1 ? double.NegativeInfinity : trial.Bounds.Futility[look];
            table.Add(
            [
                Number(look),
                FormulaText.Given(trial.Bounds.InformationFractions[look]),
                .. hasRatio ? (string[])[FormulaText.Count(trial.EventsAt(look))] : [],
                FormulaText.Figure(z),
                double.IsInfinity(z) ? "none" : FormulaText.Small((trial.IsTwoSided ? 2.0 : 1.0) * Normal.UpperTail(z)),
                .. hasRatio ? (string[])[trial.HazardRatioAt(z, look)] : [],
                .. trial.HasFutility ? (string[])[FormulaText.Figure(lower)] : [],
                .. trial.HasFutility && hasRatio ? (string[])[trial.HazardRatioAt(lower, look)] : [],
            ]);
        }

        return table;
    }

    private static TextTable ProbabilityTable(SequentialTrial trial)
    {
        string lower = trial.IsTwoSided ? "Wrong claims" : "Gives up";
        bool hasLower = trial.HasFutility || trial.IsTwoSided;
        TextTable table = new(
            ["Look"],
            ["Cumulative alpha", .. Beta("Cumulative beta"), "Claims under H0", .. Lower($"{lower} under H0"), "Claims under H1", .. Lower($"{lower} under H1"), "Cumulative power"]);
        CrossingProbabilities none = trial.Design.UnderNull;
        CrossingProbabilities effect = trial.Design.UnderAlternative;
        double[] spent = trial.Bounds.CumulativeError;
        double sides = trial.IsTwoSided ? 2.0 : 1.0;
        for (int look = 0; look < trial.Bounds.Looks; look++)
        {
            bool decides = trial.HasFutility && look == trial.Bounds.Looks - 1;
            table.Add(
            [
                Number(look),
                FormulaText.Small(sides * spent[look]),
                .. Beta(FormulaText.Small(decides ? 1.0 - effect.TotalEfficacy : effect.Futility[..(look + 1)].Sum())),
                FormulaText.Small(none.Efficacy[look]),
                .. Lower(FormulaText.Small(decides ? 1.0 - none.TotalEfficacy - none.Futility[..look].Sum() : none.Futility[look])),
                FormulaText.Figure(effect.Efficacy[look]),
                .. Lower(FormulaText.Small(decides ? 1.0 - effect.TotalEfficacy - effect.Futility[..look].Sum() : effect.Futility[look])),
                FormulaText.Figure(effect.Efficacy[..(look + 1)].Sum()),
            ]);
        }

        return table;

        string[] Lower(string cell) => hasLower ? [cell] : [];
        string[] Beta(string cell) => trial.HasFutility ? [cell] : [];
    }

    private static void PrintNotes(TerminalStreams streams, SequentialTrial trial)
    {
        SequentialDesign design = trial.Design;
        FormulaText.Line(streams, "H0 is no effect, H1 the effect of the plan; by numerical integration (Armitage, McPherson and Rowe, JRSS A 132, 1969).");
        if (trial.HasFutility)
        {
            FormulaText.Line(
                streams,
                trial.Bounds.Rule == FutilityRule.Binding
                    ? "Futility binds: going on past a futility bound loses the error."
                    : "Futility does not bind: cumulative alpha holds if the trial goes on past it. Claims count a trial that stops at it.");
        }

        FormulaText.Line(
            streams,
            $"Expected Z at fraction 1: {FormulaText.Figure(design.Drift)}; inflation of the maximum information over one look {FormulaText.Figure(design.InflationFactor)}; "
            + $"expected information over one look {FormulaText.Figure(design.ExpectedInformationUnderNull)} under H0, {FormulaText.Figure(design.ExpectedInformationUnderAlternative)} under H1.");
        if (trial.Effect is SurvivalEffect effect)
        {
            double events = effect.EventsOf(design.Drift);
            FormulaText.Line(
                streams,
                $"Events at fraction 1: {FormulaText.Count(events)}, rounded up {FormulaText.RoundedUp(events)}; expected {FormulaText.Count(events * design.UnderNull.ExpectedInformationFraction)} under H0, "
                + $"{FormulaText.Count(events * design.UnderAlternative.ExpectedInformationFraction)} under H1 (Schoenfeld, Biometrika 68, 1981).");
            if (!trial.HasNew)
            {
                string ratio = effect.Ratio == 1.0 ? "" : $" --ratio {FormulaText.Given(effect.Ratio)}";
                FormulaText.Line(
                    streams,
                    $"Patients: trialsim formula survival-size --hazard-ratio {FormulaText.Given(effect.HazardRatio)}{ratio} --alpha {FormulaText.Given(trial.OneSidedAlpha)} "
                    + $"--power {FormulaText.Given(design.Power)} --inflation {FormulaText.Figure(design.InflationFactor)} --control-median … --accrual … --follow-up …");
            }
        }
    }

    private static string Number(int look) => (look + 1).ToString(CultureInfo.InvariantCulture);
}
