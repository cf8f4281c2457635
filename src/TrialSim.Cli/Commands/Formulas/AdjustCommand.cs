using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.Multiplicity;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary><c>trialsim formula adjust</c>.</summary>
internal static class AdjustCommand
{
    private delegate void Fill(ReadOnlySpan<double> pValues, Span<double> adjusted);

    private static readonly (string Name, string Title, Fill Fill)[] Methods =
    [
        ("bonferroni", "Bonferroni", AdjustedPValues.FillBonferroni),
        ("holm", "Holm", AdjustedPValues.FillHolm),
        ("hochberg", "Hochberg", AdjustedPValues.FillHochberg),
        ("fixed-sequence", "Fixed sequence", AdjustedPValues.FillFixedSequence),
    ];

    public static Command Build(TerminalStreams streams)
    {
        Option<NamedPValues?> pValues = NamedPValues.Option();
        Option<string?> method = new("--method")
        {
            Description = "bonferroni, holm, hochberg, fixed-sequence (in the order given) or graph; without it all but the graph, side by side.",
            HelpName = "name",
        };
        method.AcceptOnlyFromAmong([.. Methods.Select(known => known.Name), "graph"]);
        Option<double[]?> weights = FormulaOptions.Numbers(
            "--weights", "shares", "Graph: share of alpha that each hypothesis starts with, together at most 1.", shares => shares.All(share => share >= 0) && shares.Sum() <= 1 + 1e-9,
            "write shares of 0 or more that make at most 1, a comma between two, such as 0.5,0.5,0");
        Option<double[][]?> transitions = Transitions();
        Option<double?> alpha = FormulaOptions.Number(
            "--family-alpha", "share", "Family-wise error: 0.025 (default) for one-sided p-values, 0.05 for two-sided ones.", share => share is >= 1e-6 and <= 0.5, "write a share from 0.000001 to 0.5, such as 0.025");
        Command command = new("adjust", "Multiplicity: adjusted p-values and decisions by Bonferroni, Holm, Hochberg, a fixed sequence or a graph.") { pValues, method, weights, transitions, alpha };
        command.SetAction(parsed =>
        {
            NamedPValues family = parsed.GetValue(pValues)!;
            double error = parsed.GetValue(alpha) ?? FormulaOptions.UsualAlpha;
            string? chosen = parsed.GetValue(method);
            if (chosen == "graph")
            {
                double[] start = FormulaOptions.NumbersOf(parsed, weights) ?? throw new UserInputException("--weights is missing. Add --weights <shares>, one for each p-value.");
                double[][] arrows = parsed.GetValue(transitions) is { Length: > 0 } rows ? rows : throw new UserInputException("--transitions is missing. Add --transitions <rows>, one for each p-value.");
                PrintGraph(streams, family, GraphOf(family, start, arrows), error);
                return ExitCode.Done;
            }

            if (FormulaOptions.IsGiven(parsed, weights) || FormulaOptions.IsGiven(parsed, transitions))
            {
                throw new UserInputException("--weights and --transitions make a graph. Add --method graph.");
            }

            PrintMethods(streams, family, [.. Methods.Where(known => chosen is null || known.Name == chosen)], error);
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintMethods(TerminalStreams streams, NamedPValues family, (string Name, string Title, Fill Fill)[] methods, double error)
    {
        FormulaText.Line(streams, $"Adjusted p-values; a hypothesis is rejected (*) where its own is at most the family-wise error {FormulaText.Given(error)}.");
        double[][] adjusted = [.. methods.Select(method => FilledBy(method.Fill, family.Values))];
        TextTable table = new(["Hypothesis"], ["p", .. methods.Select(method => method.Title)]);
        for (int i = 0; i < family.Values.Length; i++)
        {
            table.Add([family.Names[i], FormulaText.Small(family.Values[i]), .. adjusted.Select(column => Marked(column[i], error))]);
        }

        table.Write(streams.Out, streams.OutWidth);
        FormulaText.Line(streams, methods.Any(method => method.Name == "hochberg")
            ? "Hochberg's (Biometrika 75, 1988) holds for independent or positively dependent tests, such as comparisons with one control; the others for any."
            : "Holds for any dependence of the tests.");
    }

    private static void PrintGraph(TerminalStreams streams, NamedPValues family, GatekeepingGraph graph, double error)
    {
        FormulaText.Line(
            streams,
            $"Graph (Bretz, Maurer, Brannath and Posch, Statistics in Medicine 28, 2009); a hypothesis is rejected (*) where its adjusted p is at most the family-wise error {FormulaText.Given(error)}.");
        double[] adjusted = FilledBy(graph.FillAdjusted, family.Values);
        bool[] rejected = [.. adjusted.Select(p => p <= error)];
        double[] before = new double[graph.Count];
        double[] after = new double[graph.Count];
        graph.FillWeightsAfter(new bool[graph.Count], before);
        graph.FillWeightsAfter(rejected, after);
        TextTable table = new(["Hypothesis"], ["p", "Adjusted p", "Alpha at the start", "Alpha at the end"]);
        for (int i = 0; i < graph.Count; i++)
        {
            table.Add(
                family.Names[i],
                FormulaText.Small(family.Values[i]),
                Marked(adjusted[i], error),
                FormulaText.Small(before[i] * error),
                rejected[i] ? "" : FormulaText.Small(after[i] * error));
        }

        table.Write(streams.Out, streams.OutWidth);
        FormulaText.Line(streams, "Holds for any dependence of the tests.");
    }

    private static double[] FilledBy(Fill fill, double[] pValues)
    {
        double[] adjusted = new double[pValues.Length];
        fill(pValues, adjusted);
        return adjusted;
    }

    private static string Marked(double p, double error) => p <= error ? $"{FormulaText.Small(p)}*" : $"{FormulaText.Small(p)} ";

    private static GatekeepingGraph GraphOf(NamedPValues family, double[] weights, double[][] transitions)
    {
        int count = family.Values.Length;
        if (weights.Length != count || transitions.Length != count || transitions.Any(row => row.Length != count))
        {
            throw new UserInputException($"--weights, --transitions: {count} p-values need {count} weights and {count} rows of {count} shares, a slash between two rows.");
        }

        int self = Enumerable.Range(0, count).FirstOrDefault(row => transitions[row][row] != 0.0, -1);
        return self < 0 ? new GatekeepingGraph(weights, transitions)
            : throw new UserInputException($"--transitions: {family.Names[self]} passes alpha to itself. Write 0 at place {self + 1} of row {self + 1}.");
    }

    private static Option<double[][]?> Transitions() => new("--transitions")
    {
        Description = "Graph: row by row, a slash between two, the share of its alpha that a rejected hypothesis passes to each.",
        HelpName = "rows",
        CustomParser = result =>
        {
            List<double[]> rows = [];
            foreach (string text in FormulaOptions.Text(result).Split('/'))
            {
                if (!FormulaOptions.TryNumbers(text, out double[] row) || row.Any(share => share < 0) || row.Sum() > 1 + 1e-9)
                {
                    return FormulaOptions.Refuse<double[][]>(result, "write for each hypothesis a row of shares of 0 or more that make at most 1, a slash between two rows, such as 0,1/1,0");
                }

                rows.Add(row);
            }

            return [.. rows];
        },
    };
}
