using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace TrialSim.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommonOptions
{
    public static Argument<string> Scenario()
    {
        Argument<string> scenario = new("scenario") { Description = "The scenario file (YAML)." };
        RefuseOptions(scenario);
        return scenario;
    }

    /// <summary>Keeps an option that does not exist from being taken for the name of a file.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: ['-', _, ..] name }])
        {
            result.AddError($"There is no option '{name}'.");
        }
    });

    public static Option<ulong?> Seed() => new("--seed")
    {
        Description = "Key of all random draws, instead of the scenario's.",
        HelpName = "number",
        CustomParser = result => ulong.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : Refuse<ulong?>(result, $"a seed is a whole number from 0 to {ulong.MaxValue}"),
    };

    /// <summary>An option that takes a whole number within limits.</summary>
    public static Option<long?> WholeNumber(string name, string[] aliases, string description, long least, long most) => new(name, aliases)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
            long.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most
                ? number
                : Refuse<long?>(result, string.Create(CultureInfo.InvariantCulture, $"write a whole number from {least} to {most}")),
    };

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T? Refuse<T>(ArgumentResult result, string advice)
    {
        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: '{Text(result)}' cannot be used; {advice}.");
        return default;
    }
}
