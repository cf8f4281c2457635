using System.Text;

namespace TrialSim.Charts.Specs;

/// <summary>Names that are safe in a file system and in a link.</summary>
internal static class ChartNames
{
    /// <summary>The parts joined by hyphens; each run of other characters than ASCII letters, digits and underscores becomes one hyphen.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        StringBuilder name = new();
        foreach (string part in parts)
        {
            name.Append('-').Append(part);
        }

        StringBuilder safe = new();
        foreach (char character in name.ToString())
        {
            bool isSafe = char.IsAsciiLetterOrDigit(character) || character == '_';
            if (isSafe || (safe.Length > 0 && safe[^1] != '-'))
            {
                safe.Append(isSafe ? character : '-');
            }
        }

        return safe.ToString().TrimEnd('-');
    }
}
