using System.Globalization;
using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>What a comparison of a found figure with the expected one came to.</summary>
/// <param name="Tolerance">How far it might lie away, in words.</param>
/// <param name="Difference">How far it lies away; empty for what is no number.</param>
/// <param name="Verdict">Whether that is near enough.</param>
internal readonly record struct Judgement(string Tolerance, string Difference, CheckVerdict Verdict)
{
    /// <summary>What a text must be, letter by letter.</summary>
    public const string Letters = "the same text";

    /// <summary>Compares.</summary>
    /// <param name="expected">As the source writes it.</param>
    /// <param name="found">As the program wrote it.</param>
    /// <param name="rule">How near they must be.</param>
    /// <param name="band">How near is near.</param>
    public static Judgement Of(string expected, FoundFigure found, FigureTolerance rule, double band)
    {
        if (WrittenFigure.Of(expected) is not WrittenFigure wanted)
        {
            return new Judgement(Letters, "", VerdictOf(found.Text.Trim() == expected.Trim()));
        }

        double rounding = Math.Max(rule.LastDigits * wanted.LastDigit, found.IsPrinted && found.Figure is WrittenFigure printed ? FigureTolerance.RoundedDigit * printed.LastDigit : 0.0);
        double near = rule.IsMonteCarlo ? rounding + (band * ErrorOf(wanted.Value, found.StandardError, rule)) : rounding;
        double relative = rule.Relative * Math.Abs(wanted.Value);
        double allowed = Math.Max(near, Math.Max(relative, rule.Absolute));
        string widest = rule.Absolute > Math.Max(near, relative) ? "absolute"
            : rule.Relative > 0.0 && relative >= near ? $"{Short(rule.Relative)} of the figure"
            : NameOf(rule, rounding, band);
        string tolerance = double.IsNaN(found.StandardError) ? "no Monte Carlo error is there" : $"{Short(allowed)}, {widest}";
        if (found.Figure is not WrittenFigure figure)
        {
            return new Judgement(tolerance, "", CheckVerdict.Failed);
        }

        double difference = figure.Value - wanted.Value;
        return new Judgement(tolerance, Short(difference), VerdictOf(Math.Abs(difference) <= allowed && !double.IsNaN(found.StandardError)));
    }

    /// <summary>It as a comparison of a report.</summary>
    /// <param name="check">What it is of.</param>
    /// <param name="what">What was compared.</param>
    /// <param name="expected">As the source writes it.</param>
    /// <param name="found">As the program wrote it.</param>
    public ValidatedCheck ToCheck(ValidationCheck check, string what, string expected, string found) => new("", what, expected, Tolerance, check.Because, found, Difference, Verdict);

    private static double ErrorOf(double wanted, double own, FigureTolerance rule)
    {
        double source = rule.SourceReplicates > 0.0 ? Math.Sqrt(wanted * (1.0 - wanted) / rule.SourceReplicates) : rule.SourceError;
        return Math.Sqrt((own * own) + (source * source));
    }

    private static string NameOf(FigureTolerance rule, double rounding, double band) =>
        rule.IsMonteCarlo ? string.Create(CultureInfo.InvariantCulture, $"{band:0.00} Monte Carlo errors{(rounding > 0.0 ? $" and {Short(rounding)} for the last digit" : "")}")
        : rule.LastDigits <= FigureTolerance.RoundedDigit ? "every printed digit"
        : string.Create(CultureInfo.InvariantCulture, $"{rule.LastDigits:0.##} units of the last digit");

    private static string Short(double number) => number.ToString(number != 0.0 && Math.Abs(number) is < 1e-3 or >= 1e4 ? "0.##E+0" : "G3", CultureInfo.InvariantCulture);

    private static CheckVerdict VerdictOf(bool holds) => holds ? CheckVerdict.Passed : CheckVerdict.Failed;
}
