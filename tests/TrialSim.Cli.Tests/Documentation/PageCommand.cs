using System.Globalization;
using System.Text.RegularExpressions;

namespace TrialSim.Cli.Tests.Documentation;

/// <summary>A command line of the program as a page tells people to type it.</summary>
/// <param name="Arguments">What stands behind the program's name.</param>
/// <param name="ExitCode">What it ends with: what a comment behind it says, otherwise 0.</param>
internal sealed partial record PageCommand(string[] Arguments, int ExitCode)
{
    // That a long run works shows in so many replicates.
    private const string Few = "20";

    // Each of a hundred shards has one.
    private const string FewInShards = "100";

    // The first replicates after which a run asks whether it is precise enough.
    private const string FewToAsk = "1000";

    /// <summary>The lines of a block that start the program, without what a shell does with their output.</summary>
    public static IEnumerable<PageCommand> In(string block) =>
        from line in block.Split(["\n", " && "], StringSplitOptions.TrimEntries)
        let start = Start().Match(line)
        where start.Success
        let command = EndOfCommand().Split(line[start.Length..], 2)
        let code = StatedCode().Match(line)
        select new PageCommand([.. Words(command[0])], code.Success ? int.Parse(code.Groups["code"].Value, CultureInfo.InvariantCulture) : 0);

    /// <summary>The command with little to simulate, where nobody looks at the figures. A run that is to be precise then says that it is not.</summary>
    public PageCommand Shortened() => Arguments[0] switch
    {
        "run" when Arguments.Contains("--precision") => With("--replicates", FewToAsk) with { ExitCode = TrialSim.Cli.ExitCode.TargetMissed },
        "run" or "sweep" => With(Arguments.Contains("-n") ? "-n" : "--replicates", Arguments.Contains("--shard") ? FewInShards : Few),
        _ => this,
    };

    /// <summary>Of a run, the command that reads the scenario with the same settings; otherwise the command, shortened.</summary>
    public PageCommand Explained() => Arguments[0] != "run" ? Shortened()
        : this with { Arguments = ["explain", Arguments[1], .. Arguments.Zip(Arguments.Skip(1)).Where(pair => pair.First == "--set").SelectMany(pair => new[] { pair.First, pair.Second })] };

    private PageCommand With(string option, string value)
    {
        int at = Array.IndexOf(Arguments, option);
        return this with { Arguments = at < 0 ? [.. Arguments, option, value] : [.. Arguments[..(at + 1)], value, .. Arguments[(at + 2)..]] };
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
