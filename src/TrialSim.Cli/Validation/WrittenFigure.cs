using System.Globalization;
using System.Text.RegularExpressions;

namespace TrialSim.Cli.Validation;

/// <summary>A number as somebody wrote it.</summary>
/// <param name="Value">Its value.</param>
/// <param name="LastDigit">What a unit of its last digit is worth.</param>
internal readonly partial record struct WrittenFigure(double Value, double LastDigit)
{
    /// <summary>The number that a text is, if it is nothing else.</summary>
    public static WrittenFigure? Of(string text) => Whole().Match(text.Trim()) is { Success: true } match ? Of(match) : null;

    /// <summary>The first number in a text, such as an estimate before its error.</summary>
    public static WrittenFigure? FirstIn(string text) => First().Match(text) is { Success: true } match ? Of(match) : null;

    private static WrittenFigure Of(Match match)
    {
        int decimals = match.Groups["decimals"].Length;
        int exponent = match.Groups["exponent"] is { Success: true } written ? int.Parse(Plain(written.Value), CultureInfo.InvariantCulture) : 0;
        return new WrittenFigure(double.Parse(Plain(match.Value), NumberStyles.Float, CultureInfo.InvariantCulture), Math.Pow(10.0, exponent - decimals));
    }

    // The terminal's minus is no hyphen, and counts stand there with commas.
    private static string Plain(string number) => number.Replace('−', '-').Replace(",", "", StringComparison.Ordinal);

    // \d would be the digits of every script.
    [GeneratedRegex(@"\A[-−+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.(?<decimals>[0-9]+))?([eE](?<exponent>[-−+]?[0-9]{1,3}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![\w.])[-−]?([0-9]{1,3}(,[0-9]{3})+(?!,?[0-9])|[0-9]+)(\.(?<decimals>[0-9]+))?([eE](?<exponent>[-−+]?[0-9]{1,3}))?", RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
