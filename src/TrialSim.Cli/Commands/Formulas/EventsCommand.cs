using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula events</c>.</summary>
internal static class EventsCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Option<double?> hazardRatio = FormulaOptions.HazardRatio();
        Option<double?> power = FormulaOptions.Power(FormulaOptions.UsualPower);
        Option<double?> events = FormulaOptions.Events("Ask for the power with so many events, instead of events.");
        Option<double?> ratio = FormulaOptions.Ratio();
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("events", "Survival: events that a log-rank test needs, or its power with given events.") { hazardRatio, power, events, ratio, alpha };
        command.SetAction(parsed =>
        {
            double effect = parsed.GetValue(hazardRatio)!.Value;
            double patients = parsed.GetValue(ratio) ?? 1.0;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            string design = $"hazard ratio {FormulaText.Given(effect)}, ratio {FormulaText.Given(patients)}:1, one-sided alpha {FormulaText.Given(error)}";
            if (parsed.GetValue(events) is double given)
            {
                if (parsed.GetValue(power) is not null)
                {
                    throw new UserInputException("--power and --events ask two things. Give --power for the events, or --events for the power.");
                }

                FormulaText.Line(streams, $"Power of a log-rank test with {FormulaText.Given(given)} events: {design}.");
                PowerTable(effect, given, error, patients).Write(streams.Out, streams.OutWidth);
                return ExitCode.Done;
            }

            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            FormulaOptions.CheckPower(wanted, error);
            FormulaText.Line(streams, $"Events of a log-rank test in both arms: {design}, power {FormulaText.Given(wanted)}.");
            EventsTable(effect, new TestError(error, wanted), patients).Write(streams.Out, streams.OutWidth);
            return ExitCode.Done;
        });
        return command;
    }

    private static TextTable EventsTable(double effect, TestError error, double ratio)
    {
        TextTable table = new(["Formula", "Source"], ["Events", "Rounded up"]);
        double share = ratio / (1.0 + ratio);
        double schoenfeld = EventsFormula.Schoenfeld(effect, error, share);
        double freedman = EventsFormula.Freedman(effect, error, share);
        table.Add("Schoenfeld", "Biometrika 68, 1981", FormulaText.Count(schoenfeld), FormulaText.RoundedUp(schoenfeld));
        table.Add("Freedman", "Statistics in Medicine 1, 1982", FormulaText.Count(freedman), FormulaText.RoundedUp(freedman));
        return table;
    }

    private static TextTable PowerTable(double effect, double events, double alpha, double ratio)
    {
        TextTable table = new(["Formula", "Source"], ["Power"]);

        // A ratio above 1 is the same effect the other way round.
        double power = EventsFormula.SchoenfeldPower(Math.Min(effect, 1.0 / effect), events, alpha, ratio / (1.0 + ratio));
        table.Add("Schoenfeld", "Biometrika 68, 1981", FormulaText.Figure(power));
        table.Add("Freedman", "Statistics in Medicine 1, 1982", FormulaText.Figure(EventsFormula.FreedmanPower(effect, events, alpha, ratio / (1.0 + ratio))));
        return table;
    }
}
