using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Model.Time;
using TrialSim.Scenarios.Parsing;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas.Survival;

/// <summary><c>trialsim formula survival-size</c>.</summary>
internal static class SurvivalSizeCommand
{
    public static Command Build(TerminalStreams streams)
    {
        SurvivalOptions options = new();
        Option<double?> power = FormulaOptions.Power(FormulaOptions.UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Option<double?> inflation = FormulaOptions.Number(
            "--inflation", "factor", "Of a group-sequential trial: its maximum information over that of one look, as trialsim formula bounds prints it.", value => value is >= 1 and <= 10, "write a number from 1 to 10, such as 1.0135");
        Option<double[]?> at = Times();
        Option<double[]?> events = FormulaOptions.Numbers(
            "--events", "numbers", "When so many events are expected.", numbers => numbers.All(number => number is > 0 and <= 1e9), "write numbers above 0, a comma between two, such as 231.3,350.5");
        Command command = new("survival-size", "Survival: patients or power of two arms with accrual, follow-up and loss, expected events and their times.");
        options.AddTo(command);
        foreach (Option option in new Option[] { power, alpha, inflation, at, events })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            FormulaOptions.CheckPower(wanted, error);
            FormulaOptions.RefuseBoth(parsed, power, options.Patients, "ask two things. Give --power for the patients, or --patients for the power.");
            FormulaOptions.RefuseBoth(parsed, inflation, options.Patients, "ask two things. Give --inflation for the patients of a group-sequential trial, or --patients for the power of one look.");
            SurvivalDesign design = options.Read(parsed);
            double[]? times = FormulaOptions.NumbersOf(parsed, at);
            double[]? counts = FormulaOptions.NumbersOf(parsed, events);
            double patients = parsed.GetValue(options.Patients) ?? 0.0;
            if (design.AnalysisDay is null && times is null && counts is null)
            {
                throw new UserInputException("--follow-up is missing. Add --follow-up <duration> for the power, or --at or --events for expected events and times.");
            }

            if (design.AnalysisDay is double day)
            {
                patients = patients > 0.0
                    ? PrintPower(streams, design, day, patients, error)
                    : PrintSizes(streams, design, day, new TestError(error, wanted), parsed.GetValue(inflation) ?? 1.0);
            }

            if (times is not null || counts is not null)
            {
                PrintTimes(streams, design.With(patients), times ?? [], counts ?? []);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static double PrintSizes(TerminalStreams streams, SurvivalDesign design, double day, TestError error, double inflation)
    {
        SurvivalSize lakatos = design.Trial.LakatosSize(error, day);
        if (!double.IsFinite(lakatos.Patients) && design.HazardRatio is null)
        {
            throw new UserInputException("--hazard-ratios: the log-rank test is expected to show nothing in favour of the experimental arm, and no number of patients will do. Write other ratios or a longer --follow-up.");
        }

        string looks = inflation == 1.0 ? "" : $", {FormulaText.Given(inflation)} times those of one look, at the last of several looks";
        FormulaText.Line(
            streams, $"Patients and events in both arms, {Described(design, day)}, one-sided alpha {FormulaText.Given(error.OneSidedAlpha)}, power {FormulaText.Given(error.Power)}{looks}.");
        TextTable table = new(["Formula", "Source"], ["Patients", "Rounded up", "Events"]);
        double chosen = lakatos.Patients;
        if (design.HazardRatio is double ratio)
        {
            ProportionalTrial trial = design.Proportional;
            SurvivalSize schoenfeld = trial.ForEvents(EventsFormula.Schoenfeld(ratio, error, design.Trial.Experimental.Share));
            chosen = schoenfeld.Patients;
            Add("Lachin–Foulkes", trial.LachinFoulkes(error), "Biometrics 42, 1986");
            Add("Schoenfeld", schoenfeld, "Biometrika 68, 1981");
            Add("Freedman", trial.ForEvents(EventsFormula.Freedman(ratio, error, design.Trial.Experimental.Share)), "Statistics in Medicine 1, 1982");
            Add("Bernstein–Lagakos", trial.BernsteinLagakos(error), "J. Statistical Computation and Simulation 8, 1978");
        }
        else
        {
            AverageHazardRatio average = design.Trial.AverageHazardRatioAt(day);
            double factor = average.FactorFor(error);
            Add("Average hazard ratio", new SurvivalSize(factor * design.Trial.Accrual.Patients, factor * average.Events), "R package gsDesign2, gs_design_ahr");
        }

        if (double.IsFinite(lakatos.Patients))
        {
            Add("Lakatos", lakatos, "Biometrics 44, 1988");
        }

        table.Write(streams.Out, streams.OutWidth);
        PrintExpectation(streams, design, day);
        return inflation * chosen;

        void Add(string name, SurvivalSize oneLook, string source)
        {
            SurvivalSize size = new(inflation * oneLook.Patients, inflation * oneLook.Events);
            double control = Math.Ceiling((size.Patients * design.Trial.Control.Share) - 1e-9);
            double experimental = Math.Ceiling((size.Patients * design.Trial.Experimental.Share) - 1e-9);
            table.Add(name, source, FormulaText.Count(size.Patients), FormulaText.RoundedUp(control + experimental), FormulaText.Count(size.Events));
        }
    }

    private static double PrintPower(TerminalStreams streams, SurvivalDesign design, double day, double patients, double error)
    {
        PlannedTrial trial = design.With(patients);
        double events = trial.Events(day);
        FormulaText.Line(streams, $"Power with {FormulaText.Given(patients)} patients, {Described(design, day)}, one-sided alpha {FormulaText.Given(error)}: {FormulaText.Count(events)} events are expected.");
        TextTable table = new(["Formula", "Source"], ["Power"]);
        double critical = new TestError(error, 0.5).CriticalZ;
        if (design.HazardRatio is double ratio)
        {
            double share = trial.Experimental.Share;
            Add("Lachin–Foulkes", design.Proportional.LachinFoulkesPower(patients, error), "Biometrics 42, 1986");
            Add("Schoenfeld", EventsFormula.SchoenfeldPower(Math.Min(ratio, 1.0 / ratio), events, error, share), "Biometrika 68, 1981");
            Add("Freedman", EventsFormula.FreedmanPower(ratio, events, error, share), "Statistics in Medicine 1, 1982");
            Add("Bernstein–Lagakos", design.Proportional.BernsteinLagakosPower(patients, error), "J. Statistical Computation and Simulation 8, 1978");
        }
        else
        {
            Add("Average hazard ratio", trial.AverageHazardRatioAt(day).Power(critical), "R package gsDesign2, gs_design_ahr");
        }

        Add("Lakatos", trial.LogRankAt(day).Power(critical), "Biometrics 44, 1988");
        table.Write(streams.Out, streams.OutWidth);
        PrintExpectation(streams, design, day);
        return patients;

        void Add(string name, double power, string source) => table.Add(name, source, FormulaText.Figure(power));
    }

    private static void PrintExpectation(TerminalStreams streams, SurvivalDesign design, double day)
    {
        PlannedTrial trial = design.Trial;
        double arrived = trial.Accrual.By(day);
        string average = design.HazardRatio is null ? $" The average hazard ratio is {FormulaText.Figure(trial.AverageHazardRatioAt(day).Ratio)}, its logarithm averaged over the events of both arms; its power is by the variance under the alternative, and the bound by that under the null hypothesis." : "";
        FormulaText.Line(
            streams,
            $"A patient's event is seen with probability {FormulaText.Figure(trial.EventsIn(trial.Control, day) / (arrived * trial.Control.Share))} in the control arm, "
            + $"{FormulaText.Figure(trial.EventsIn(trial.Experimental, day) / (arrived * trial.Experimental.Share))} in the experimental arm.{average}");
    }

    private static void PrintTimes(TerminalStreams streams, PlannedTrial trial, double[] days, double[] events)
    {
        FormulaText.Line(streams, $"Expected with {FormulaText.Count(trial.Accrual.Patients)} patients, the last of whom arrives after {Months(trial.Accrual.EndDay)} months:");
        TextTable table = new(["Asked"], ["Months", "Patients", "Control events", "Experimental events", "Events"]);
        foreach (double day in days)
        {
            Add($"at {Months(day)} months", day);
        }

        foreach (double count in events)
        {
            double day = trial.DayOfEvents(count);
            if (double.IsFinite(day))
            {
                Add($"{FormulaText.Given(count)} events", day);
            }
            else
            {
                table.Add($"{FormulaText.Given(count)} events", "never", "", "", "", "");
            }
        }

        table.Write(streams.Out, streams.OutWidth);

        void Add(string asked, double day)
        {
            double control = trial.EventsIn(trial.Control, day);
            double experimental = trial.EventsIn(trial.Experimental, day);
            table.Add(asked, FormulaText.Count(day / DaysPer.Month), FormulaText.Count(trial.Accrual.By(day)), FormulaText.Count(control), FormulaText.Count(experimental), FormulaText.Count(control + experimental));
        }
    }

    private static string Described(SurvivalDesign design, double day) =>
        $"ratio {FormulaText.Given(design.Ratio)}:1, {(design.HazardRatio is double ratio ? $"hazard ratio {FormulaText.Given(ratio)}" : "hazard ratios that change")}, "
        + $"accrual over {Months(design.Trial.Accrual.EndDay)} months, analysis after {Months(day)} months";

    private static string Months(double days) => FormulaText.Given(days / DaysPer.Month);

    private static Option<double[]?> Times() => new("--at")
    {
        Description = "Trial times at which expected events are asked for, such as 24mo,36mo.",
        HelpName = "durations",
        CustomParser = result =>
        {
            List<double> days = [];
            foreach (string text in FormulaOptions.Text(result).Split(','))
            {
                if (!DurationText.TryDays(text, out double day) || day is <= 0 or > FormulaOptions.MaxDays)
                {
                    return FormulaOptions.Refuse<double[]>(result, "write numbers with a unit, a comma between two, such as 24mo,36mo");
                }

                days.Add(day);
            }

            return [.. days];
        },
    };
}
