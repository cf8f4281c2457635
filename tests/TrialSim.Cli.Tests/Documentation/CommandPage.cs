using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Documentation;

/// <summary>docs/commands.md: what <c>--help</c> says of every command, as it is found by asking.</summary>
internal sealed partial class CommandPage
{
    private const string Heading =
        """
        # Commands

        What `--help` prints, in one place. Written by CommandPageTests from the program itself: `TRIALSIM_UPDATE_GOLDEN=1` rewrites it. How commands are used together is told in the [guide](guide.md) and the [recipes](cookbook.md).

        Exit codes of all commands: 0 done; 1 our fault; 2 your input; 3 a target is not met or cannot be reached; 130 stopped with Ctrl-C, where finished replicates are kept and `--resume` goes on with them.


        """;

    // Every command has them.
    private static readonly string[] Everywhere = ["-?, -h, --help", "--debug"];

    private readonly StringBuilder _page = new(Heading);

    /// <summary>The page, made by asking the root command and every command below it.</summary>
    public static async Task<string> WriteAsync()
    {
        CommandPage page = new();
        await page.AppendAsync([]);
        return page._page.ToString().TrimEnd('\n') + "\n";
    }

    private async Task AppendAsync(string[] path)
    {
        CommandLine help = await CommandLine.RunAsync([.. path, "--help"]);
        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        // The library takes the program's name from the process, which is the test runner here.
        Dictionary<string, string[]> sections = Section().Matches(help.Out.ReplaceLineEndings("\n").Replace(RootCommand.ExecutableName, "trialsim", StringComparison.Ordinal))
            .ToDictionary(section => section.Groups["title"].Value, section => section.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        string level = new('#', Math.Min(path.Length + 1, 3));
        _page.Append($"{level}# {string.Join(' ', path.Prepend("trialsim"))}\n\n{string.Join(' ', sections["Description"].Select(line => line.Trim()))}\n\n");
        _page.Append($"    {string.Join("\n    ", sections["Usage"].Select(line => line.Trim()))}\n\n");
        AppendTable("Argument", sections.GetValueOrDefault("Arguments", []));
        AppendTable("Option", [.. sections["Options"].Where(line => path.Length == 0 || !Everywhere.Any(one => line.TrimStart().StartsWith(one, StringComparison.Ordinal)))]);
        _page.Append($"```sh\n{string.Join('\n', sections["Examples"].Select(line => line.Trim()))}\n```\n\n");
        string[] commands = sections.GetValueOrDefault("Commands", []);
        AppendContents(path, commands);
        foreach (string line in commands)
        {
            await AppendAsync([.. path, NameOf(line)]);
        }
    }

    // A command that can be spelt in two ways stands there as 'one, other'.
    private static string NameOf(string command) => command.Trim().Split(' ')[0].TrimEnd(',');

    private void AppendContents(string[] path, string[] commands)
    {
        if (commands.Length == 0)
        {
            return;
        }

        _page.Append("| Command | |\n|---|---|\n");
        foreach (string command in commands)
        {
            string anchor = string.Join('-', [.. path.Prepend("trialsim"), NameOf(command)]);
            _page.Append($"| [{NameOf(command)}](#{anchor}) | {Row().Match(command).Groups["text"].Value} |\n");
        }

        _page.Append('\n');
    }

    private void AppendTable(string title, string[] lines)
    {
        if (lines.Length == 0)
        {
            return;
        }

        _page.Append($"| {title} | |\n|---|---|\n");
        foreach (Match row in lines.Select(line => Row().Match(line)))
        {
            _page.Append($"| `{row.Groups["name"].Value}` | {row.Groups["text"].Value.Replace("<", "\\<", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        _page.Append('\n');
    }

    [GeneratedRegex(@"^(?<title>[A-Z][a-z]+):\n(?<lines>(  .*\n|\n(?=  ))+)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^  (?<name>.+?)(  +(?<text>.*))?$")]
    private static partial Regex Row();
}
