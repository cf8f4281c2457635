using System.CommandLine;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary>A shape of bounds as it was named on the command line.</summary>
/// <param name="Name">With its source.</param>
/// <param name="Delta">Of Wang and Tsiatis.</param>
internal sealed record ShapeChoice(string Name, double Delta)
{
    public static Option<ShapeChoice?> Option() => new("--shape")
    {
        Description = "Shape instead of spending: obrien-fleming, pocock or wang-tsiatis:delta.",
        HelpName = "name",
        CustomParser = result => Parse(FormulaOptions.Text(result))
            ?? FormulaOptions.Refuse<ShapeChoice>(result, "write obrien-fleming, pocock or wang-tsiatis:0.25 (delta from -1 to 1)"),
    };

    private static ShapeChoice? Parse(string text)
    {
        string[] parts = text.Split(':');
        return parts switch
        {
            ["obrien-fleming"] => new("O'Brien–Fleming shape (Biometrics 35, 1979)", 0.0),
            ["pocock"] => new("Pocock shape (Biometrika 64, 1977)", 0.5),
            ["wang-tsiatis", string written] when FormulaOptions.TryNumber(written, out double delta) && delta is >= -1 and <= 1 => new(
                $"Wang–Tsiatis shape with delta {FormulaText.Given(delta)} (Biometrics 43, 1987)", delta),
            _ => null,
        };
    }
}
