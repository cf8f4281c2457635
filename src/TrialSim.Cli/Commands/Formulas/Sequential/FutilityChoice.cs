using System.CommandLine;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary>Futility bounds that were given as figures.</summary>
/// <param name="Scale">As written.</param>
/// <param name="Values">Of each look but the last; null where it does not give up.</param>
internal sealed record FutilityChoice(string Scale, double?[] Values)
{
    public const string HazardRatio = "hazard-ratio";

    private const string Advice =
        "write a scale, a colon, and a figure or 'none' for each look but the last: z:0,none or hazard-ratio:1,0.9 or conditional-power:0.2,0.3 or trend:0.1,0.1";

    public static Option<FutilityChoice?> Option() => new("--futility")
    {
        Description = "Futility bounds as figures, one for each look but the last: z:…, hazard-ratio:…, conditional-power:… (at the effect of the plan) or trend:… (if the trend goes on); none skips a look.",
        HelpName = "scale:figures",
        CustomParser = result => Parse(FormulaOptions.Text(result)) ?? FormulaOptions.Refuse<FutilityChoice>(result, Advice),
    };

    /// <summary>What was given, in words.</summary>
    public string Text => $"{Scale.Replace('-', ' ')} {string.Join(", ", Values.Select(value => value is double figure ? FormulaText.Given(figure) : "none"))}";

    /// <summary>The plan of these bounds.</summary>
    /// <param name="looks">Number of looks.</param>
    /// <param name="hazardRatio">Of the plan; null where none was given.</param>
    /// <exception cref="UserInputException">They do not fit the trial.</exception>
    public FutilityPlan PlanFor(int looks, double? hazardRatio)
    {
        if (Values.Length != looks - 1)
        {
            throw new UserInputException($"--futility: {Values.Length} bounds for {looks} looks. Write one, or none, for each look but the last: {looks - 1}.");
        }

        return Scale switch
        {
            "z" => FutilityPlan.OnZ(Or(double.NegativeInfinity)),
            "conditional-power" => FutilityPlan.OnConditionalPower(Or(0.0)),
            "trend" => FutilityPlan.OnTrend(Or(0.0)),
            _ when hazardRatio is double planned => FutilityPlan.OnHazardRatio(Or(planned < 1.0 ? double.PositiveInfinity : 0.0), planned),
            _ => throw new UserInputException("--futility on the hazard ratio needs the planned one. Add --hazard-ratio <ratio>."),
        };
    }

    private double[] Or(double none) => [.. Values.Select(value => value ?? none)];

    private static FutilityChoice? Parse(string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length != 2)
        {
            return null;
        }

        Func<double, bool>? fits = parts[0] switch
        {
            "z" => value => Math.Abs(value) <= 10,
            HazardRatio => value => value is >= 0.01 and <= 100,
            "conditional-power" or "trend" => value => value is > 0 and < 1,
            _ => null,
        };
        double?[] values = [.. parts[1].Split(',').Select(word => word == "none" ? (double?)null : FormulaOptions.TryNumber(word, out double value) ? value : double.NaN)];
        return fits is not null && values.All(value => value is null || fits(value.Value)) ? new FutilityChoice(parts[0], values) : null;
    }
}
