using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary>The smallest two-arm designs by exact power, for <c>trialsim formula proportions --exact</c>.</summary>
internal static class ExactProportions
{
    private const int Further = 10;
    private const int MaxPatients = 1000;

    private static readonly (string Name, TwoArmTestMethod Method)[] Tests =
    [
        ("Fisher's exact test", TwoArmTestMethod.FisherExact),
        ("Pearson's chi-square", TwoArmTestMethod.Pearson),
        ("Pearson's with Yates's correction", TwoArmTestMethod.PearsonYates),
    ];

    /// <summary>Stops where the search would have to go too far.</summary>
    /// <exception cref="UserInputException">It would.</exception>
    public static void RefuseLarge((double Control, double Experimental) truth, TestError error, double ratio)
    {
        double formula = TwoProportionsSize.Pooled(truth.Control, truth.Experimental, error, ratio).Total;
        if (formula > 0.8 * MaxPatients)
        {
            throw new UserInputException($"--exact: these proportions need some {FormulaText.RoundedUp(formula)} patients, and an exact search goes to {MaxPatients}. Use the formulas, or --patients for exact power.");
        }
    }

    public static void Print(TerminalStreams streams, (double Control, double Experimental) truth, TestError error, double ratio)
    {
        // No test that holds its level needs less than half of what the z test does: the search starts there.
        double formula = TwoProportionsSize.Pooled(truth.Control, truth.Experimental, error, ratio).Total;
        (int Min, int Max) totals = ((int)(0.5 * formula), (int)Math.Min(MaxPatients, (2.0 * formula) + 100.0));
        FormulaText.Line(streams, $"Smallest designs by exact power, for two-sided tests at {FormulaText.Given(2.0 * error.OneSidedAlpha)}; the experimental arm is rounded half up:");
        TextTable table = new(["Test", "Which"], ["Total", "Control", "Experimental", "Power"]);
        foreach ((string name, TwoArmTestMethod method) in Tests)
        {
            Add(name, "smallest", Smallest(method, 0));
            Add(name, $"and the next {Further} totals have the power too", Smallest(method, Further));
        }

        table.Write(streams.Out, streams.OutWidth);
        FormulaText.Line(streams, "Power is a saw-tooth in the total; lrstat's getDesignFisherExact asks it of ten more totals. Chi-square tests may exceed their level: see --patients.");

        ExactTwoArmDesign Smallest(TwoArmTestMethod method, int further) => ExactTwoArmDesign.Smallest(
            method, Sides.Two, 2.0 * error.OneSidedAlpha, truth.Control, truth.Experimental, ratio, error.Power, further, totals);

        void Add(string name, string which, ExactTwoArmDesign design) => table.Add(
            design.Reason == NotEstimable.None
                ? [name, which, Whole(design.Patients), Whole(design.ControlPatients), Whole(design.ExperimentalPatients), FormulaText.Figure(design.Power)]
                : [name, which, $"more than {totals.Max}", "", "", ""]);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
