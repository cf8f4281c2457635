namespace TrialSim.Cli.Terminal;

/// <summary>A command line as a shell reads it.</summary>
internal static class CommandText
{
    private const string Harmless = "-_./=:,+@%";

    /// <summary>The program and its arguments, in quotation marks where a shell would split them.</summary>
    public static string Of(IEnumerable<string> args) => $"trialsim {string.Join(' ', args.Select(Quoted))}";

    /// <summary>A word in quotation marks where a shell would split it or read it in another way.</summary>
    public static string Quoted(string word) => word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || Harmless.Contains(letter))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
