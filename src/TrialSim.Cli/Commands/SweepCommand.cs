using System.CommandLine;
using System.CommandLine.Parsing;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Sweeps;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Shards;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim sweep</c>: runs scenarios that differ in some keys, and compares them.</summary>
internal static class SweepCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<string[]> vary = Vary();
        Option<long?> replicates = CommonOptions.Replicates();
        Option<ulong?> seed = CommonOptions.Seed();
        Option<long?> threads = CommonOptions.Threads();
        Option<Setting[]> set = CommonOptions.Set();
        Option<string?> output = CommonOptions.Output("results/<name of the scenario>-sweep");
        Option<bool> withNull = new(RunCommand.WithNull) { Description = "Also run each cell without any effect on what its tests compare: type I errors beside power." };
        Option<bool> independent = Independent();
        Option<bool> resume = new(RunCommand.Resume) { Description = "Go on with a sweep that was stopped or killed: the results are those of a sweep that was not." };
        Option<bool> keepLog = new(RunCommand.KeepLog) { Description = "Keep the log of the cells among the results, with what each replicate has shown, so that 'trialsim compare' can pair the replicates of two sweeps." };
        Option<ShardNumber?> shard = CommonOptions.Shard();
        shard.Description = "Run one of several parts of the cells, and leave them in the folder shards of the results; 'trialsim merge' joins them. Run again, it goes on where it stopped.";
        Option<bool> atAnyCost = CommonOptions.AtAnyCost();
        Command command = new("sweep", "Run scenarios that differ in some keys, as the scenario's sweep or --vary says, and write one table of all of them and their differences.")
        {
            file, vary, replicates, seed, threads, output, withNull, independent, resume, keepLog, shard, set, atAnyCost,
        };
        command.SetAction((parsed, cancellation) =>
        {
            ScenarioOverrides overrides = CommonOptions.OverridesOf(parsed, seed, replicates, set);
            SweepOptions options = OptionsOf(parsed, output, withNull, independent, vary, overrides) with
            {
                Threads = (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
                Shard = parsed.GetValue(shard),
                Start = parsed.GetValue(resume) ? RunStart.GoesOn : RunStart.Anew,
                Log = parsed.GetValue(keepLog) ? LogKeeping.Kept : LogKeeping.Removed,
                Cost = CommonOptions.LimitOf(parsed, atAnyCost),
            };
            SweepSubject subject = SubjectOf(parsed.GetRequiredValue(file), overrides, options, streams);
            return Task.FromResult(options.Shard is ShardNumber part
                ? SweepShardRun.Run(subject, part, options, streams, cancellation)
                : SweepRun.Run(subject, options, streams, cancellation));
        });
        return command;
    }

    /// <summary>Keys that are varied beside those of the scenario.</summary>
    public static Option<string[]> Vary() => new(SweepOptions.Vary)
    {
        Description = "Vary a key over a list of values, or over a range from:to:steps (from:to:steps:log for equal ratios), beside what the scenario's sweep varies. May be repeated: every value of one meets every value of the others.",
        HelpName = "key=values",
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => Checked(token.Value, result))],
    };

    /// <summary>Seeds of the cells.</summary>
    public static Option<bool> Independent() => new(SweepOptions.Independent)
    {
        Description = "Give each cell a seed of its own. By default all have the same luck, so that they differ by what is varied and not by noise.",
    };

    /// <summary>What decides what is swept and where it goes, on all cores.</summary>
    public static SweepOptions OptionsOf(ParseResult parsed, Option<string?> output, Option<bool> withNull, Option<bool> independent, Option<string[]> vary, ScenarioOverrides overrides) => new(
        parsed.GetValue(output),
        Environment.ProcessorCount,
        parsed.GetValue(independent) ? CellSeeds.Independent : CellSeeds.Common,
        parsed.GetValue(withNull))
    {
        Settings = overrides.Settings,
        Varied = [.. parsed.GetValue(vary) ?? []],
    };

    /// <summary>What a sweep is run on.</summary>
    /// <param name="file">Name of the scenario's file.</param>
    /// <param name="overrides">What stands instead of what it says.</param>
    /// <param name="options">The sweep's options.</param>
    /// <param name="streams">Where warnings go.</param>
    /// <exception cref="UserInputException">The scenario is at fault, or nothing is varied.</exception>
    public static SweepSubject SubjectOf(string file, ScenarioOverrides overrides, SweepOptions options, TerminalStreams streams)
    {
        ScenarioOverrides varied = overrides with { Varied = [.. options.Varied.Select(SettingOf)] };
        if (varied.Varied.GroupBy(setting => setting.Key).FirstOrDefault(same => same.Count() > 1) is { Key: string twice })
        {
            throw new UserInputException($"{SweepOptions.Vary}: '{twice}' is varied twice. Write all its values in one place.");
        }

        SweepSubject subject = SweepSubject.Of(ScenarioFile.Read(file, varied, streams), options);
        return !subject.Sweep.Keys.IsEmpty ? subject : throw new UserInputException(
            $"{file}: nothing is varied. Write 'sweep:' at the top level, such as sweep: {{vary: {{design.patients: [100, 150, 200]}}}}, or {SweepOptions.Vary} design.patients=100,150,200.");
    }

    private static Setting SettingOf(string text) => VaryText.TryParse(text, out Setting varied) ? varied : throw new InvalidOperationException("Checked when it was parsed.");

    private static string Checked(string text, ArgumentResult result)
    {
        if (!VaryText.TryParse(text, out _))
        {
            result.AddError($"{SweepOptions.Vary}: '{text}' is not a key and its values. Write a list, {SweepOptions.Vary} design.patients=100,150,200, or a range, {SweepOptions.Vary} truth.effects.0.hazard_ratio=0.6:0.9:4.");
        }

        return text;
    }
}
