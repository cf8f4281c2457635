using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TrialSim.Model.Time;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary>Options that several formulas take, checked so that every value that passes has an answer.</summary>
internal static class FormulaOptions
{
    /// <summary>Power where none is given.</summary>
    public const double UsualPower = 0.9;

    /// <summary>One-sided error where none is given.</summary>
    public const double UsualAlpha = 0.025;

    private const string RatioAdvice = "write a ratio from 0.01 to 0.999, such as 0.7";

    public static Option<double?> HazardRatio() => Number("--hazard-ratio", "ratio", "Hazard ratio, experimental over control.", IsEffect, RatioAdvice, required: true);

    public static Option<double?> HazardRatio(string name, string description) => Number(name, "ratio", description, IsEffect, RatioAdvice);

    /// <summary>Numbers with commas between them, each of which must fit.</summary>
    public static Option<double[]?> Numbers(string name, string helpName, string description, Func<double[], bool> fits, string advice) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => TryNumbers(Text(result), out double[] numbers) && fits(numbers) ? numbers : Refuse<double[]>(result, advice),
    };

    /// <summary>What an option of <see cref="Numbers"/> was given; null where it was not.</summary>
    public static double[]? NumbersOf(ParseResult parsed, Option<double[]?> option) => parsed.GetValue(option) is { Length: > 0 } numbers ? numbers : null;

    /// <summary>Numbers with commas between them.</summary>
    public static bool TryNumbers(string text, out double[] numbers)
    {
        string[] parts = text.Split(',');
        numbers = [.. parts.Select(part => TryNumber(part, out double number) ? number : double.NaN)];
        return numbers.All(double.IsFinite);
    }

    /// <summary>A switch that is either there or not.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    public static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Stops where two options exclude each other.</summary>
    public static void RefuseBoth(ParseResult parsed, Option one, Option other, string why)
    {
        if (IsGiven(parsed, one) && IsGiven(parsed, other))
        {
            throw new UserInputException($"{one.Name} and {other.Name} {why}");
        }
    }

    private static bool IsEffect(double ratio) => ratio is >= 0.01 and <= 100 and (<= 0.999 or >= 1.001);

    public static Option<double?> Alpha(double usual) => Number(
        "--one-sided-alpha", "share", string.Create(CultureInfo.InvariantCulture, $"One-sided error; {usual} by default."), alpha => alpha is >= 1e-6 and <= 0.4, "write a share from 0.000001 to 0.4, such as 0.025");

    public static Option<double?> Power(double usual) => Number(
        "--power", "share", string.Create(CultureInfo.InvariantCulture, $"Wanted power; {usual} by default."), power => power is > 0 and <= 0.9999, "write a share up to 0.9999, such as 0.9");

    public static Option<double?> Ratio() => Number(
        "--ratio", "number", "Experimental patients for each control patient; 1 by default.", ratio => ratio is >= 0.01 and <= 100, "write a number from 0.01 to 100, such as 2 for 2:1");

    public static Option<double?> Events(string description) => Number(
        "--events", "number", description, events => events is >= 1 and <= 1e9, "write a number of 1 or more, such as 300");

    public static Option<double?> Proportion(string name, string description) => Number(
        name, "share", description, share => share is >= 0.0001 and <= 0.9999, "write a share from 0.0001 to 0.9999, such as 0.3", required: true);

    /// <summary>An option that takes one number.</summary>
    public static Option<double?> Number(string name, string helpName, string description, Func<double, bool> fits, string advice, bool required = false) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Required = required,
        CustomParser = result => TryNumber(Text(result), out double number) && fits(number) ? number : Refuse<double?>(result, advice),
    };

    /// <summary>An option that takes a time above 0, or of 0 too, in days.</summary>
    public static Option<double?> Days(string name, string description, double least, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "duration",
        Required = required,
        CustomParser = result => DurationText.TryDays(Text(result), out double days) && days >= least && days <= MaxDays
            ? days
            : Refuse<double?>(result, "write a number and a unit, h, d, w, mo or y, up to 100y, such as 12mo"),
    };

    /// <summary>The longest time that a formula is asked about.</summary>
    public const double MaxDays = 100.0 * DaysPer.Year;

    /// <summary>A rate as it is written, <c>0.05/mo</c>, per day.</summary>
    public static bool TryRate(string text, out double perDay)
    {
        string[] parts = text.Split('/');
        double days = 0.0;
        double amount = 0.0;
        bool isRate = parts.Length == 2 && TryNumber(parts[0], out amount) && amount >= 0
            && DurationText.TryDays(char.IsAsciiLetter(parts[1].FirstOrDefault()) ? $"1{parts[1]}" : parts[1], out days) && days > 0;
        perDay = isRate ? amount / days : 0.0;
        return isRate;
    }

    /// <summary>A loss as hazard per day: <c>0.001/mo</c> is a hazard, <c>10%/12mo</c> a share lost by then.</summary>
    public static Option<double?> Loss() => new("--loss")
    {
        Description = "Loss to follow-up: a hazard such as 0.001/mo, or a share by a time such as 10%/12mo; none by default.",
        HelpName = "rate",
        CustomParser = result => TryLoss(Text(result), out double perDay)
            ? perDay
            : Refuse<double?>(result, "write a hazard such as 0.001/mo, or a share lost by a time such as 10%/12mo"),
    };

    /// <summary>Refuses a value in the words of all options.</summary>
    public static T? Refuse<T>(ArgumentResult result, string advice)
    {
        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: '{Text(result)}' cannot be used; {advice}.");
        return default;
    }

    public static string Text(ArgumentResult result) => result.Tokens[0].Value;

    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Stops where no wanted power lies above the error.</summary>
    public static void CheckPower(double power, double alpha)
    {
        if (power <= alpha)
        {
            throw new UserInputException(string.Create(CultureInfo.InvariantCulture, $"--power: {power} is not above the one-sided error {alpha}. Write more, such as 0.9."));
        }
    }

    private static bool TryLoss(string text, out double perDay)
    {
        int percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent < 0)
        {
            return TryRate(text, out perDay) && perDay <= 10;
        }

        perDay = 0.0;
        bool isShare = TryNumber(text[..percent], out double share) && share is >= 0 and <= 99;
        bool hasTime = text[percent..].StartsWith("%/", StringComparison.Ordinal) && DurationText.TryDays(text[(percent + 2)..], out double days) && days > 0
            && (perDay = -Math.Log(1.0 - (share / 100.0)) / days) >= 0;
        return isShare && hasTime;
    }
}
