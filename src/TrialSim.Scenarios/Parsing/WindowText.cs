using System.Text.RegularExpressions;
using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>Windows: a duration, one with a margin (<c>6w ± 2w</c>, <c>6w +/- 3d</c>, <c>6w -1w/+2w</c>), or a range (<c>3d..14d</c>).</summary>
internal static partial class WindowText
{
    /// <summary>Regular expression of everything that <see cref="TryParse"/> accepts, for the schema.</summary>
    public const string Pattern = @"^" + One + @"(\s*(±|\+/-|\.\.)\s*" + One + @"|\s*-\s*" + One + @"\s*/\s*\+\s*" + One + @")?$";

    private const string One = @"[0-9]+(\.[0-9]+)?(h|d|w|mo|y)";

    /// <summary>A window; one that begins before 0 or ends before it begins is read too, so that the message can be about that.</summary>
    public static bool TryParse(string text, out Window window)
    {
        Match match = Form().Match(text);
        window = match.Success && TryDays(match, out TimeWindow days) ? new Window(days, text) : new Window(TimeWindow.Exactly(0), text);
        return match.Success;
    }

    /// <summary>Why a text is no window and what to write.</summary>
    public static string Message(string text) =>
        $"{Advice.Quote(text)} is not a window. Write a range such as 3d..14d, a day with a margin such as 6w ± 2w (or 6w +/- 2w, 6w -1w/+2w), or a single duration such as 14d.";

    private static bool TryDays(Match match, out TimeWindow window)
    {
        bool isRead = TryPart(match, "first", out double first);
        bool hasSecond = TryPart(match, "second", out double second);
        bool hasThird = TryPart(match, "third", out double third);
        window = hasThird ? new TimeWindow(first - second, first, first + third)
            : !hasSecond ? TimeWindow.Exactly(first)
            : match.Groups["range"].Success ? new TimeWindow(first, (first + second) / 2, second)
            : new TimeWindow(first - second, first, first + second);
        return isRead;
    }

    private static bool TryPart(Match match, string group, out double days)
    {
        days = 0;
        if (!match.Groups[group].Success || !DurationText.TryParse(match.Groups[group].Value, out Duration duration))
        {
            return false;
        }

        days = duration.Days;
        return true;
    }

    [GeneratedRegex(
        @"^(?<first>" + One + @")(\s*(±|\+/-|(?<range>\.\.))\s*(?<second>" + One + @")|\s*-\s*(?<second>" + One + @")\s*/\s*\+\s*(?<third>" + One + @"))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
