using System.CommandLine;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary>A spending function as it was named on the command line.</summary>
/// <param name="Name">With its source.</param>
/// <param name="Total">The whole error where the function itself says it; null where it is asked for otherwise.</param>
/// <param name="Make">From the whole error and the planned fractions.</param>
internal sealed record SpendingChoice(string Name, double? Total, Func<double, double[], Spending> Make)
{
    private const string Names = "obrien-fleming, pocock, hsd:gamma, kim-demets:rho or given:cumulative,errors";
    private const string Advice = "write obrien-fleming, pocock, hsd:-4 (gamma from -40 to 40), kim-demets:2 (rho from 0.1 to 20) or given:0.001,0.01,0.025 (cumulative, one for each look)";

    /// <summary>Spending of α where nothing is said.</summary>
    public static SpendingChoice Usual { get; } = Parse("obrien-fleming")!;

    public static Option<SpendingChoice?> AlphaOption() => OptionOf("--spending", $"Spending of alpha: {Names}; obrien-fleming by default.");

    public static Option<SpendingChoice?> BetaOption() => OptionOf("--beta-spending", $"Futility bounds that spend beta, 1 minus the power: {Names}.");

    public static Option<SpendingChoice?> NewOption() => OptionOf("--new-spending", $"Spending of the conditional error: {Names}; obrien-fleming by default.");

    private static Option<SpendingChoice?> OptionOf(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "name",
        CustomParser = result => Parse(FormulaOptions.Text(result)) ?? FormulaOptions.Refuse<SpendingChoice>(result, Advice),
    };

    private static SpendingChoice? Parse(string text)
    {
        string[] parts = text.Split(':');
        double[] numbers = [];
        return parts.Length > 2 || (parts.Length == 2 && !FormulaOptions.TryNumbers(parts[1], out numbers)) ? null : (parts[0], numbers) switch
        {
            ("obrien-fleming", []) => Of("O'Brien–Fleming spending (Lan and DeMets, Biometrika 70, 1983)", Spending.OBrienFleming),
            ("pocock", []) => Of("Pocock spending (Lan and DeMets, Biometrika 70, 1983)", Spending.Pocock),
            ("hsd", [>= -40 and <= 40 and double gamma]) => Of(
                $"Hwang–Shih–DeCani spending with gamma {FormulaText.Given(gamma)} (Statistics in Medicine 9, 1990)", total => Spending.HwangShihDeCani(total, gamma)),
            ("kim-demets", [>= 0.1 and <= 20 and double rho]) => Of(
                $"Kim–DeMets spending with rho {FormulaText.Given(rho)} (Biometrika 74, 1987)", total => Spending.KimDeMets(total, rho)),
            ("given", [.., > 0 and < 0.5 and double last]) when Ascends(numbers) => new SpendingChoice(
                $"cumulative error {string.Join(", ", numbers.Select(FormulaText.Given))}", last, (total, fractions) => Given(numbers, total, fractions)),
            _ => null,
        };
    }

    private static SpendingChoice Of(string name, Func<double, Spending> make) => new(name, null, (total, _) => make(total));

    private static bool Ascends(double[] numbers) => numbers[0] >= 0 && numbers.Zip(numbers.Skip(1)).All(pair => pair.First <= pair.Second);

    // Another total is the same function, higher or lower: repeated p-values ask for it.
    private static Spending Given(double[] cumulative, double total, double[] fractions) => cumulative.Length == fractions.Length
        ? Spending.Given(fractions, [.. cumulative[..^1].Select(error => Math.Min(error / cumulative[^1], 1.0) * total), total])
        : throw new UserInputException(
            $"given:{string.Join(',', cumulative.Select(FormulaText.Given))} does not fit: the number of errors is {cumulative.Length}, that of looks {fractions.Length}. Write one error for each look.");
}
