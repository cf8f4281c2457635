using System.CommandLine;
using System.CommandLine.Parsing;

namespace TrialSim.Cli.Commands;

/// <summary>What is wrong with a command line, in words that say what to write.</summary>
internal static class UsageErrors
{
    /// <summary>One sentence or more for each error; never empty where <paramref name="parsed"/> has errors.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        CommandResult command = parsed.CommandResult;
        if (command.Command.Subcommands.Count > 0)
        {
            string commands = $"The commands{(command.Command is RootCommand ? "" : $" of {command.Command.Name}")} are {string.Join(", ", command.Command.Subcommands.Select(sub => sub.Name))}.";
            return parsed.UnmatchedTokens.Count == 0
                ? [$"Say what to do. {commands}"]
                : [IsOption(parsed.UnmatchedTokens[0]) ? UnknownOption(command, parsed.UnmatchedTokens[0]) : $"There is no command '{parsed.UnmatchedTokens[0]}'. {commands}"];
        }

        string[] unknown = [.. WordsOf(parsed).Where(IsOption).Select(word => UnknownOption(command, word))];
        return unknown.Length > 0 ? unknown : [.. parsed.UnmatchedTokens.Select(word => TooMany(command, word)), .. parsed.Errors.Select(Explain).OfType<string>()];
    }

    /// <summary>What is written to reach a command, <c>trialsim formula events</c>.</summary>
    public static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "trialsim";

    /// <summary>The words that are neither options nor their values: arguments, and what fits nowhere.</summary>
    private static IEnumerable<string> WordsOf(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens.Select(token => token.Value)).Concat(parsed.UnmatchedTokens);

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static string UnknownOption(CommandResult command, string word)
    {
        if (command.Command.Options.Any(option => option.Name == word || option.Aliases.Contains(word)))
        {
            return $"{word} stands before the command. Write it after: {PathOf(command)} … {word} …";
        }

        string owner = command.Command is RootCommand ? "trialsim" : command.Command.Name;
        return $"{owner} has no option '{word}'. It has {string.Join(", ", OptionsOf(command).Select(option => option.Name))}.";
    }

    private static IEnumerable<Option> OptionsOf(CommandResult command) => command.Parent is CommandResult parent
        ? command.Command.Options.Concat(parent.Command.Options.Where(option => option.Recursive))
        : command.Command.Options;

    private static string TooMany(CommandResult command, string word)
    {
        string takes = command.Command.Arguments.Count switch
        {
            0 => "takes options only",
            1 => $"takes one {command.Command.Arguments[0].Name}",
            _ => $"takes {string.Join(" and ", command.Command.Arguments.Select(argument => $"<{argument.Name}>"))}",
        };
        return $"'{word}' is one word too many: {command.Command.Name} {takes}. A name with spaces needs quotes.";
    }

    private static string? Explain(ParseError error) => error.SymbolResult switch
    {
        // Our own refusals begin with the option's name, the library's with a capital.
        _ when error.Message[0] == '-' => error.Message,
        OptionResult { Implicit: true } option => $"{option.Option.Name} is missing. Add {option.Option.Name} <{option.Option.HelpName}>.",
        OptionResult { IdentifierTokenCount: > 1 } option => GivenOften(option),
        OptionResult option => NeedsValue(option),
        ArgumentResult { Parent: OptionResult { IdentifierTokenCount: > 1 } option } => GivenOften(option),
        ArgumentResult { Parent: OptionResult { Tokens.Count: 0 } option } => NeedsValue(option),
        ArgumentResult { Tokens.Count: 0 } argument => $"The {argument.Argument.Name} is missing. Write: {PathOf((CommandResult)argument.Parent!)} {string.Join(' ', ((CommandResult)argument.Parent!).Command.Arguments.Select(one => $"<{one.Name}>"))}",
        CommandResult => MissingOption(error),
        _ => error.Message,
    };

    // Words that fit nowhere are said by TooMany; what else is wrong with a command as a whole is a required option that is missing.
    private static string? MissingOption(ParseError error)
    {
        CommandResult command = (CommandResult)error.SymbolResult!;
        Option? missing = command.Command.Options.FirstOrDefault(option => option.Required && error.Message.Contains($"'{option.Name}'", StringComparison.Ordinal));
        return missing is null ? null : $"{missing.Name} is missing. Add {missing.Name} <{missing.HelpName}>.";
    }

    private static string GivenOften(OptionResult option) => $"{option.Option.Name} is given {option.IdentifierTokenCount} times. Give it once.";

    private static string NeedsValue(OptionResult option) => $"{option.Option.Name} needs a value: write {option.Option.Name} <{option.Option.HelpName}>.";
}
