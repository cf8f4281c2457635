using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TrialSim.Model.Time;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary>Options that several formulas take, checked so that every value that passes has an answer.</summary>
internal static class FormulaOptions
{
    /// <summary>Power where none is given.</summary>
    public const double UsualPower = 0.9;

    /// <summary>One-sided error where none is given.</summary>
    public const double UsualAlpha = 0.025;

    public static Option<double?> HazardRatio() => Number(
        "--hazard-ratio", "ratio", "Hazard ratio, experimental over control.", ratio => ratio is >= 0.01 and <= 100 and (<= 0.999 or >= 1.001), "write a ratio from 0.01 to 0.999, such as 0.7", required: true);

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
    public static Option<double?> Days(string name, string description, double least) => new(name)
    {
        Description = description,
        HelpName = "duration",
        Required = true,
        CustomParser = result => TryDays(Text(result), out double days) && days >= least && days <= 100.0 * DaysPer.Year
            ? days
            : Refuse<double?>(result, "write a number and a unit, d, w, mo or y, up to 100y, such as 12mo"),
    };

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
        perDay = 0;
        string[] parts = text.Split('/');
        if (parts.Length != 2 || !TryDays(char.IsAsciiLetter(parts[1].FirstOrDefault()) ? $"1{parts[1]}" : parts[1], out double days) || days <= 0)
        {
            return false;
        }

        bool isShare = parts[0].EndsWith('%');
        if (!TryNumber(parts[0].TrimEnd('%'), out double amount) || amount < 0 || amount > (isShare ? 99 : 10))
        {
            return false;
        }

        perDay = (isShare ? -Math.Log(1.0 - (amount / 100.0)) : amount) / days;
        return true;
    }

    private static bool TryDays(string text, out double days)
    {
        int digits = text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.').Count();
        double perUnit = text[digits..] switch
        {
            "d" => 1.0,
            "w" => DaysPer.Week,
            "mo" => DaysPer.Month,
            "y" => DaysPer.Year,
            _ => double.NaN,
        };
        bool isNumber = TryNumber(text[..digits], out double number);
        days = number * perUnit;
        return isNumber && double.IsFinite(days);
    }
}
