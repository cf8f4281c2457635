using System.Globalization;
using System.Text;

namespace TrialSim.Scenarios.Problems;

/// <summary>Parts of messages that say what to write instead.</summary>
public static class Advice
{
    private const int Longest = 60;

    /// <summary><c>a, b, c</c>; names that are longer than any that is allowed are cut short.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Shortened));

    /// <summary><c>one of a, b, c</c>; a single name alone.</summary>
    public static string OneOf(string[] names) => names.Length == 1 ? names[0] : $"one of {List(names)}";

    /// <summary><c> Did you mean 'b'?</c> with the nearest of the candidates, or nothing when none is near.</summary>
    public static string DidYouMean(string found, IEnumerable<string> candidates)
    {
        string nearest = Nearest(found, candidates);
        return nearest.Length == 0 ? string.Empty : $" Did you mean '{nearest}'?";
    }

    /// <summary>The nearest of the candidates, or nothing when none is near.</summary>
    public static string Nearest(string found, IEnumerable<string> candidates)
    {
        string nearest = string.Empty;
        int allowed = Math.Max(1, Math.Min(found.Length, 60) / 3);
        foreach (string candidate in candidates)
        {
            int distance = Distance(found, candidate);
            if (distance <= allowed && distance < candidate.Length)
            {
                allowed = distance - 1;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>A piece of the file as it may appear in a message: without line breaks, and not longer than a line.</summary>
    public static string Quote(string text) => $"'{Printable(Shortened(text))}'";

    /// <summary>The text, or its beginning and an ellipsis where it is longer than any name or number that is meant.</summary>
    public static string Shortened(string text) => text.Length > Longest ? text[..Longest] + "…" : text;

    /// <summary>A text without what would move or colour the line it is printed on: controls, halves of characters, marks that turn the direction of writing.</summary>
    public static string Printable(string text)
    {
        StringBuilder printable = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text, index))
            {
                printable.Append(text, index++, 2);
            }
            else
            {
                bool isSafe = !char.IsSurrogate(text[index])
                    && char.GetUnicodeCategory(text[index]) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
                printable.Append(isSafe ? text[index] : '�');
            }
        }

        return printable.ToString();
    }

    // Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1; case costs nothing.
    private static int Distance(string a, string b)
    {
        const int TooLong = 200;
        if (a.Length > TooLong || b.Length > TooLong)
        {
            return int.MaxValue;
        }

        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
