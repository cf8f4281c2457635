namespace TrialSim.Cli.Analysis;

/// <summary>A command line as a shell reads it.</summary>
internal static class CommandText
{
    /// <summary>The program and its arguments, in quotation marks where a shell would split them.</summary>
    public static string Of(IEnumerable<string> args) => $"trialsim {string.Join(' ', args.Select(Quoted))}";

    private static string Quoted(string word) => word.Length == 0 || word.Any(letter => char.IsWhiteSpace(letter) || letter is '\'' or '"') ? $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'" : word;
}
