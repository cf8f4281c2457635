using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula bounds</c>.</summary>
internal static class BoundsCommand
{
    private const int MostLooks = 20;
    private const double LeastStep = 0.001;

    public static Command Build(TerminalStreams streams)
    {
        Option<long?> looks = CommonOptions.WholeNumber("--looks", [], "Number of evenly spaced looks; 2 by default.", 1, MostLooks);
        Option<double[]?> fractions = Fractions();
        Option<BoundsShape?> spending = BoundsShape.SpendingOption();
        Option<BoundsShape?> shape = BoundsShape.ShapeOption();
        Option<double?> power = FormulaOptions.Power(FormulaOptions.UsualPower);
        Option<double?> alpha = FormulaOptions.Alpha(FormulaOptions.UsualAlpha);
        Command command = new("bounds", "Efficacy bounds of a group-sequential trial, and what it does at the effect it has its power for.") { looks, fractions, spending, shape, power, alpha };
        command.SetAction(parsed =>
        {
            RefuseBoth(parsed, looks, fractions);
            RefuseBoth(parsed, spending, shape);
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            double wanted = parsed.GetValue(power) ?? FormulaOptions.UsualPower;
            FormulaOptions.CheckPower(wanted, error);
            int even = (int)(parsed.GetValue(looks) ?? 2);
            double[] at = parsed.GetValue(fractions) is { Length: > 0 } given ? given : [.. Enumerable.Range(1, even).Select(look => (double)look / even)];
            BoundsShape made = parsed.GetValue(shape) ?? parsed.GetValue(spending) ?? BoundsShape.Usual;
            Print(streams, made, SequentialDesign.ForPower(made.Make(error, at), wanted), error);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TerminalStreams streams, BoundsShape made, SequentialDesign design, double alpha)
    {
        FormulaText.Line(streams, $"Bounds: {made.Name}; one-sided alpha {FormulaText.Given(alpha)}, power {FormulaText.Given(design.Power)}.");
        TextTable table = new(["Look"], ["Fraction", "Z", "Nominal p", "Cumulative alpha", "Stops under H1", "Cumulative power"]);
        double[] spent = design.Bounds.CumulativeError;
        double reached = 0.0;
        for (int look = 0; look < design.Bounds.Looks; look++)
        {
            double z = design.Bounds.Efficacy[look];
            double stops = design.UnderAlternative.Efficacy[look];
            reached += stops;
            table.Add(
                (look + 1).ToString(CultureInfo.InvariantCulture),
                FormulaText.Given(design.Bounds.InformationFractions[look]),
                FormulaText.Figure(z),
                FormulaText.Small(Normal.UpperTail(z)),
                FormulaText.Small(spent[look]),
                FormulaText.Figure(stops),
                FormulaText.Figure(reached));
        }

        table.Write(streams.Out, streams.OutWidth);
        FormulaText.Line(streams, "Nominal p is one-sided. H1 is the effect at which the trial has its power, by numerical integration (Armitage, McPherson and Rowe, JRSS A 132, 1969).");
        FormulaText.Line(
            streams,
            $"Expected Z at the last look {FormulaText.Figure(design.Drift)}; inflation of the maximum information over one look {FormulaText.Figure(design.InflationFactor)}; "
            + $"expected information over one look {FormulaText.Figure(design.ExpectedInformationUnderNull)} without effect, {FormulaText.Figure(design.ExpectedInformationUnderAlternative)} under H1.");
    }

    private static void RefuseBoth(ParseResult parsed, Option one, Option other)
    {
        if (parsed.GetResult(one) is { Implicit: false } && parsed.GetResult(other) is { Implicit: false })
        {
            throw new UserInputException($"{one.Name} and {other.Name} say the same thing twice. Give one of them.");
        }
    }

    private static Option<double[]?> Fractions() => new("--fractions")
    {
        Description = "Information fractions of the looks, the last one 1.",
        HelpName = "shares",
        CustomParser = result =>
        {
            double before = 0.0;
            List<double> fractions = [];
            foreach (string text in FormulaOptions.Text(result).Split(','))
            {
                if (!FormulaOptions.TryNumber(text, out double fraction) || fraction - before < LeastStep || fraction > 1.0)
                {
                    return Refuse(result);
                }

                fractions.Add(fraction);
                before = fraction;
            }

            return before == 1.0 && fractions.Count <= MostLooks ? [.. fractions] : Refuse(result);
        },
    };

    private static double[]? Refuse(ArgumentResult result) => FormulaOptions.Refuse<double[]>(
        result, $"write up to {MostLooks} ascending shares, a comma between two, each at least 0.001 above the last, and the last one 1, such as 0.5,0.75,1");
}
