using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TrialSim.Cli.Costs;
using TrialSim.Results.Shards;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommonOptions
{
    private const int MaxThreads = 1024;

    /// <summary>The most shards that a run may have.</summary>
    public const int MaxShards = 100_000;

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

    /// <summary>Replaces single keys of the scenario.</summary>
    public static Option<Setting[]> Set() => new("--set")
    {
        Description = "Put a value in the place of what the file says: keys joined by dots, list items by their number from 0. May be repeated.",
        HelpName = "key=value",
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => SettingOf(token.Value, result))],
    };

    /// <summary>What the options ask for instead of what the file says.</summary>
    public static ScenarioOverrides OverridesOf(ParseResult parsed, Option<ulong?> seed, Option<long?> replicates, Option<Setting[]> set) =>
        new(parsed.GetValue(seed), parsed.GetValue(replicates)) { Settings = [.. parsed.GetValue(set) ?? []] };

    /// <summary>How many trials to simulate.</summary>
    public static Option<long?> Replicates() => WholeNumber(
        "--replicates", ["-n"], "How many trials to simulate, instead of the scenario's number.", 1, Limits.Replicates);

    /// <summary>Worker threads.</summary>
    public static Option<long?> Threads() => WholeNumber(
        "--threads", [], "Worker threads; all cores by default. The results do not depend on it.", 1, MaxThreads);

    /// <summary>The results folder.</summary>
    /// <param name="usual">Which it is where the option is not given.</param>
    public static Option<string?> Output(string usual) => new("--out", "-o") { Description = $"The results folder; {usual} by default.", HelpName = "folder" };

    /// <summary>The run under the null hypothesis beside.</summary>
    public static Option<bool> WithNull() => new(RunCommand.WithNull)
    {
        Description = "Also run the same trial, with the same luck, without any effect on what its tests compare; its power, shown beside, is the type I error. Its tables are in the folder null.",
    };

    /// <summary>Trials that go on.</summary>
    public static Option<bool> IgnoreStopping() => new(RunCommand.IgnoreStopping)
    {
        Description = "Note decisions to stop, and go on to the last look all the same: what stopping does to the estimates, on the same luck.",
    };

    /// <summary>What would take absurdly long, or more than there is, is started all the same.</summary>
    public static Option<bool> AtAnyCost() => new(CostCheck.AtAnyCost)
    {
        Description = "Start also what would take more than a month, or more memory or disk than there is, by an estimate that is made before.",
    };

    /// <summary>Whether what is absurd is refused.</summary>
    public static CostLimit LimitOf(ParseResult parsed, Option<bool> atAnyCost) => parsed.GetValue(atAnyCost) ? CostLimit.Ignored : CostLimit.Holds;

    /// <summary>Which part of a run to simulate.</summary>
    public static Option<ShardNumber?> Shard() => new("--shard")
    {
        Description = "Simulate one of several parts of the replicates, and leave them in the folder shards of the results; 'trialsim merge' joins them. Run again, it goes on where it stopped.",
        HelpName = "number/of",
        CustomParser = result => Text(result).Split('/') is [string number, string of]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int shard) && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out int shards)
            && shard >= 1 && shard <= shards && shards <= MaxShards
                ? new ShardNumber(shard, shards)
                : Refuse<ShardNumber?>(result, $"write which shard and of how many (at most {MaxShards}), such as 3/64"),
    };

    /// <summary>The half width of a Monte Carlo interval.</summary>
    public static Option<double?> Precision() => new(RunCommand.Precision)
    {
        Description = "Run until the 95 % Monte Carlo interval is this wide to either side, or until --replicates (1000000 by default) are done.",
        HelpName = "half-width",
        CustomParser = result => double.TryParse(Text(result), NumberStyles.Float, CultureInfo.InvariantCulture, out double width) && width > 0 && double.IsFinite(width)
            ? width
            : Refuse<double?>(result, "write a number above 0, such as 0.005"),
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

    private static Setting SettingOf(string text, ArgumentResult result)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            result.AddError($"--set: '{text}' is not a key and its value. Write --set key=value, such as --set design.patients=200.");
            return new Setting("", "");
        }

        return new Setting(text[..equals].Trim(), text[(equals + 1)..].Trim());
    }

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T? Refuse<T>(ArgumentResult result, string advice)
    {
        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: '{Text(result)}' cannot be used; {advice}.");
        return default;
    }
}
