using System.Text.RegularExpressions;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>The commands with their options and examples, as the program's own help tells them: new ones are tried without being named here.</summary>
/// <param name="Commands">Each command with the options that its help lists.</param>
/// <param name="Examples">The examples of all commands, word by word, without the program's name.</param>
internal sealed partial record CommandGrammar(IReadOnlyList<(string[] Path, string[] Options)> Commands, IReadOnlyList<string[]> Examples)
{
    /// <summary>Asks every command for its help.</summary>
    public static CommandGrammar Ask()
    {
        List<(string[], string[])> commands = [];
        List<string[]> examples = [];
        Collect([], commands, examples);
        return new CommandGrammar(commands, examples);
    }

    private static void Collect(string[] path, List<(string[], string[])> commands, List<string[]> examples)
    {
        string help = ProgramRun.Of([.. path, "--help"]).Out;
        commands.Add((path, [.. OptionName().Matches(help).Select(match => match.Value)]));
        examples.AddRange(help[help.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n').Skip(1).SelectMany(line => line.Split("&&"))
            .Select(line => line.Split('>')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is ["trialsim", _, ..]).Select(words => words[1..]));
        int begin = help.IndexOf("\nCommands:\n", StringComparison.Ordinal);
        if (begin >= 0)
        {
            foreach (Match name in CommandName().Matches(help[(begin + 10)..help.IndexOf("Examples:", StringComparison.Ordinal)]))
            {
                Collect([.. path, name.Groups[1].Value], commands, examples);
            }
        }
    }

    [GeneratedRegex(@"(?<=^  (?:-\w, )?)--[a-z-]+", RegexOptions.Multiline)]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^  ([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex CommandName();
}
