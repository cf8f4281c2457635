using System.Globalization;
using System.Text.RegularExpressions;

namespace TrialSim.Cli.Tests.Documentation;

/// <summary>A command line of the program as a page tells people to type it.</summary>
/// <param name="Arguments">What stands behind the program's name.</param>
/// <param name="ExitCode">What it ends with: what a comment behind it says, otherwise 0.</param>
internal sealed partial record PageCommand(string[] Arguments, int ExitCode)
{
    // That a long run works shows in so many replicates.
    private const int Few = 100;

    /// <summary>The lines of a block that start the program, without what a shell does with their output.</summary>
    public static IEnumerable<PageCommand> In(string block) =>
        from line in block.Split(["\n", " && "], StringSplitOptions.TrimEntries)
        let start = Start().Match(line)
        where start.Success
        let command = EndOfCommand().Split(line[start.Length..], 2)
        let code = StatedCode().Match(line)
        select new PageCommand([.. Words(command[0])], code.Success ? int.Parse(code.Groups["code"].Value, CultureInfo.InvariantCulture) : 0);

    /// <summary>The command with few replicates, where it simulates many and nobody looks at the figures.</summary>
    public PageCommand WithFewReplicates()
    {
        if (Arguments[0] is not ("run" or "sweep") || Arguments.Contains("--precision"))
        {
            return this;
        }

        int asked = Array.FindIndex(Arguments, argument => argument is "-n" or "--replicates");
        return asked < 0 ? this with { Arguments = [.. Arguments, "-n", $"{Few}"] }
            : int.Parse(Arguments[asked + 1], CultureInfo.InvariantCulture) <= Few ? this
            : this with { Arguments = [.. Arguments[..(asked + 1)], $"{Few}", .. Arguments[(asked + 2)..]] };
    }

    // As a shell has them: blanks part words, single quotation marks keep them together.
    private static IEnumerable<string> Words(string command) =>
        Word().Matches(command).Select(word => word.Value.Replace("'", string.Empty, StringComparison.Ordinal));

    [GeneratedRegex(@"^(dotnet run -c Release --project src/TrialSim\.Cli -- |trialsim )")]
    private static partial Regex Start();

    [GeneratedRegex(@"\s+[#>|]")]
    private static partial Regex EndOfCommand();

    [GeneratedRegex("# exit code (?<code>[0-9]+)")]
    private static partial Regex StatedCode();

    [GeneratedRegex("(?:'[^']*'|[^ '])+")]
    private static partial Regex Word();
}
