using System.CommandLine;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary>How bounds are made: its name with the source, and the making.</summary>
internal sealed record BoundsShape(string Name, Func<double, double[], SequentialBounds> Make)
{
    /// <summary>Bounds where nothing is said.</summary>
    public static BoundsShape Usual { get; } = Spends("obrien-fleming")!;

    public static Option<BoundsShape?> SpendingOption() => Option(
        "--spending", "Spending function: obrien-fleming (default), pocock, hsd:gamma or kim-demets:rho.", Spends, "write obrien-fleming, pocock, hsd:-4 (gamma from -40 to 40) or kim-demets:2 (rho from 0.1 to 20)");

    public static Option<BoundsShape?> ShapeOption() => Option(
        "--shape", "Shape instead of spending: obrien-fleming, pocock or wang-tsiatis:delta.", Shapes, "write obrien-fleming, pocock or wang-tsiatis:0.25 (delta from -1 to 1)");

    private static Option<BoundsShape?> Option(string name, string description, Func<string, BoundsShape?> read, string advice) => new(name)
    {
        Description = description,
        HelpName = "name",
        CustomParser = result => read(FormulaOptions.Text(result)) ?? FormulaOptions.Refuse<BoundsShape>(result, advice),
    };

    private static BoundsShape? Spends(string text) => Parts(text) switch
    {
        ("obrien-fleming", null) => Of("O'Brien–Fleming spending (Lan and DeMets, Biometrika 70, 1983)", Spending.OBrienFleming),
        ("pocock", null) => Of("Pocock spending (Lan and DeMets, Biometrika 70, 1983)", Spending.Pocock),
        ("hsd", >= -40 and <= 40 and double gamma) => Of(
            $"Hwang–Shih–DeCani spending with gamma {FormulaText.Given(gamma)} (Statistics in Medicine 9, 1990)", total => Spending.HwangShihDeCani(total, gamma)),
        ("kim-demets", >= 0.1 and <= 20 and double rho) => Of(
            $"Kim–DeMets spending with rho {FormulaText.Given(rho)} (Biometrika 74, 1987)", total => Spending.KimDeMets(total, rho)),
        _ => null,
    };

    private static BoundsShape? Shapes(string text) => Parts(text) switch
    {
        ("obrien-fleming", null) => new("O'Brien–Fleming shape (Biometrics 35, 1979)", (alpha, fractions) => SequentialBounds.OBrienFleming(alpha, fractions)),
        ("pocock", null) => new("Pocock shape (Biometrika 64, 1977)", (alpha, fractions) => SequentialBounds.Pocock(alpha, fractions)),
        ("wang-tsiatis", >= -1 and <= 1 and double delta) => new(
            $"Wang–Tsiatis shape with delta {FormulaText.Given(delta)} (Biometrics 43, 1987)", (alpha, fractions) => SequentialBounds.WangTsiatis(alpha, delta, fractions)),
        _ => null,
    };

    private static BoundsShape Of(string name, Func<double, Spending> spending) =>
        new(name, (alpha, fractions) => SequentialBounds.FromSpending(spending(alpha), fractions));

    private static (string Name, double? Parameter) Parts(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (text, null)
            : FormulaOptions.TryNumber(text[(colon + 1)..], out double parameter) ? (text[..colon], parameter)
            : ("", null);
    }
}
