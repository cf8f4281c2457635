namespace TrialSim.Cli.Terminal;

/// <summary>Breaks text into lines at its spaces.</summary>
internal static class WordWrap
{
    /// <summary>Lines of at most <paramref name="width"/> characters; a word that is longer stands on a line of its own.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">Columns.</param>
    /// <param name="indent">What each line begins with.</param>
    public static IEnumerable<string> Lines(string text, int width, string indent)
    {
        string line = indent;
        foreach (string word in text.Split(' '))
        {
            if (line.Length == indent.Length)
            {
                line += word;
            }
            else if (line.Length + 1 + word.Length <= width)
            {
                line += " " + word;
            }
            else
            {
                yield return line;
                line = indent + word;
            }
        }

        yield return line;
    }
}
