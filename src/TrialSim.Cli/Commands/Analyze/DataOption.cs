using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary>Options of <c>trialsim analyze</c> by what they take: a name, names, numbers or one word of several.</summary>
internal static class DataOption
{
    public const string ColumnName = "column";
    public const string LevelName = "level";

    /// <summary>An option that takes a name.</summary>
    public static Option<string?> Text(string name, string description, string helpName)
    {
        Option<string?> option = new(name) { Description = description, HelpName = helpName };
        option.Validators.Add(RefuseNothing);
        return option;
    }

    /// <summary>An option that takes names, a comma between two.</summary>
    public static Option<string[]> Names(string name, string description, string helpName)
    {
        Option<string[]> option = new(name) { Description = description, HelpName = helpName };
        option.Validators.Add(RefuseNothing);
        return option;
    }

    /// <summary>An option that takes numbers, a comma between two.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">Its sentence in the help.</param>
    /// <param name="helpName">What it takes, in the help.</param>
    /// <param name="advice">What to write instead of a number; empty where the number can be used.</param>
    public static Option<double[]?> Numbers(string name, string description, string helpName, Func<double, string> advice) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            List<double> numbers = [];
            foreach (string text in Split(result.Tokens))
            {
                bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
                string fault = isNumber ? advice(number) : "write numbers with a decimal point, a comma between two";
                if (fault.Length > 0)
                {
                    result.AddError($"{name}: '{text}' cannot be used; {fault}.");
                    return null;
                }

                numbers.Add(number);
            }

            if (numbers.Count == 0)
            {
                result.AddError($"{name}: '{string.Join(' ', result.Tokens)}' holds no number. Write {name} <{helpName}>.");
            }

            return [.. numbers];
        },
    };

    /// <summary>An option that takes one number.</summary>
    public static Option<double[]?> Number(string name, string description, string helpName, Func<double, string> advice)
    {
        Option<double[]?> option = Numbers(name, description, helpName, advice);
        option.Validators.Add(result =>
        {
            if (Split(result.Tokens).Count > 1)
            {
                result.AddError($"{name} takes one number. Give it once.");
            }
        });
        return option;
    }

    /// <summary>An option that takes one of several words.</summary>
    public static Option<string?> Word(string name, string description, string helpName, params string[] words)
    {
        Option<string?> option = Text(name, description, helpName);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string word }] && !words.Contains(word))
            {
                result.AddError($"{name}: '{word}' cannot be used; write {string.Join(" or ", words)}.");
            }
        });
        return option;
    }

    /// <summary>Advice where a time must be above 0.</summary>
    public static string AboveZero(double time) => time > 0 ? "" : "write a time above 0";

    /// <summary>The number of an option that takes one; null where it is not given.</summary>
    public static double? Single(double[]? numbers) => numbers is [double only] ? only : null;

    /// <summary>The names between commas.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<Token> tokens) => Split(tokens.Select(token => token.Value));

    /// <summary>The names between commas.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string>? texts) =>
        [.. (texts ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Refuses an empty name, as of a shell variable that is not set: it would pass for an option that is not given.</summary>
    public static void RefuseNothing(OptionResult result)
    {
        if (result.Tokens.Count > 0 && Split(result.Tokens).Count == 0)
        {
            result.AddError($"{result.Option.Name}: '{string.Join(' ', result.Tokens)}' names nothing. Write {result.Option.Name} <{result.Option.HelpName}>.");
        }
    }

    /// <summary>Whether the user wrote an option.</summary>
    public static bool IsGiven(CommandResult command, Option option) => command.GetResult(option) is { Implicit: false };
}
