using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using TrialSim.Cli.Clusters;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Sweeps;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Costs;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands.Clusters;

/// <summary><c>trialsim cluster submit</c>: writes and submits a job array over the shards of a run, and a job that merges them.</summary>
internal static partial class SubmitCommand
{
    private const int MaxCpus = 1024;

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<long?> shards = CommonOptions.WholeNumber("--shards", [], "How many parts to run the replicates, or the cells of a sweep, in; a job each.", 1, CommonOptions.MaxShards);
        shards.Required = true;
        Option<long?> replicates = CommonOptions.Replicates();
        Option<ulong?> seed = CommonOptions.Seed();
        Option<string?> output = CommonOptions.Output("results/<name of the scenario>, with --sweep results/<name of the scenario>-sweep,");
        Option<bool> withNull = CommonOptions.WithNull();
        withNull.Description = "Also run the trial, or each cell of a sweep, with the same luck, without any effect on what its tests compare: type I errors beside power.";
        Option<bool> ignoreStopping = CommonOptions.IgnoreStopping();
        Option<Setting[]> set = CommonOptions.Set();
        Option<string?> partition = Word("--partition", "The partition of the jobs.", "name");
        Option<string?> time = Word("--time", "The most time that a job may take, as Slurm writes it, such as 02:00:00.", "limit", Time(), "minutes, or hours:minutes:seconds, or days-hours, such as 02:00:00");
        Option<string?> memory = Word("--memory", "Memory of a job, as Slurm writes it, such as 4G.", "size", Memory(), "a whole number and K, M, G or T, such as 4G");
        Option<long?> cpus = CommonOptions.WholeNumber("--cpus", [], "Processors of a job, and its threads; 1 by default.", 1, MaxCpus);
        Option<Setting[]> others = Others();
        Option<bool> dryRun = new("--dry-run") { Description = "Print the scripts; write and submit nothing." };
        Option<bool> sweep = new("--sweep") { Description = "Submit the scenario's sweep: each shard runs a part of its cells." };
        Option<string[]> vary = SweepCommand.Vary();
        Option<bool> independent = SweepCommand.Independent();
        Option<bool> atAnyCost = CommonOptions.AtAnyCost();
        Command command = new("submit", "Submit a Slurm job array that runs a scenario or its sweep in shards, and a job that merges them once all have ended well. Submitted again, what is finished is not run again.")
        {
            file, shards, replicates, seed, output, withNull, ignoreStopping, set, sweep, vary, independent, partition, time, memory, cpus, others, dryRun, atAnyCost,
        };
        command.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(file);
            ScenarioOverrides overrides = CommonOptions.OverridesOf(parsed, seed, replicates, set);
            ImmutableArray<string> numbers = [.. NumberOf(replicates, parsed.GetValue(replicates)), .. NumberOf(seed, parsed.GetValue(seed))];
            return Task.FromResult(parsed.GetValue(sweep) ? SubmitSweep() : SubmitRun());

            int SubmitRun()
            {
                RefuseWithout(parsed, vary, independent);
                RunOptions options = RunCommand.OptionsOf(parsed, output, withNull, ignoreStopping, overrides);
                RunSubject subject = RunSubject.Of(ScenarioFile.Read(path, overrides, streams), options);
                Require(parsed, subject.CostOf(subject.Trial.Run.Replicates), options.FolderOf(subject.Trial.Name));
                return Submit(parsed, ClusterWork.Of(subject), subject.Scenario, options.FolderOf(subject.Trial.Name), [.. numbers, .. options.Written, .. AllTheSame(parsed)]);
            }

            int SubmitSweep()
            {
                if (parsed.GetValue(ignoreStopping))
                {
                    throw new UserInputException($"{ignoreStopping.Name}: a sweep follows decisions to stop. Leave one of the two options out.");
                }

                SweepOptions options = SweepCommand.OptionsOf(parsed, output, withNull, independent, vary, overrides);
                SweepSubject subject = SweepCommand.SubjectOf(path, overrides, options, streams);
                Require(parsed, subject.Check(options.Threads, cancellation), options.FolderOf(subject.Trial.Name));
                return Submit(parsed, ClusterWork.Of(subject), subject.Scenario, options.FolderOf(subject.Trial.Name), [.. numbers, .. options.Written, .. AllTheSame(parsed)]);
            }
        });
        return command;

        string[] AllTheSame(ParseResult parsed) => parsed.GetValue(atAnyCost) ? [CostCheck.AtAnyCost] : [];

        // A shard takes its part of the time, and all of the memory.
        void Require(ParseResult parsed, RunCost cost, string folder) => CostCheck.Require(
            cost with { ProcessorSeconds = cost.ProcessorSeconds / parsed.GetRequiredValue(shards)!.Value, Reason = $"{cost.Reason}, in {parsed.GetRequiredValue(shards)!.Value} shards (--shards)" },
            (int)(parsed.GetValue(cpus) ?? 1),
            folder,
            CommonOptions.LimitOf(parsed, atAnyCost));

        int Submit(ParseResult parsed, ClusterWork work, byte[] content, string results, ImmutableArray<string> options) => ClusterSubmit.Run(
            work,
            content,
            results,
            options,
            (int)parsed.GetRequiredValue(shards)!.Value,
            new SlurmRequest(
                parsed.GetValue(partition) ?? "",
                parsed.GetValue(time) ?? "",
                parsed.GetValue(memory) ?? "",
                (int)(parsed.GetValue(cpus) ?? 1),
                [.. parsed.GetValue(others) ?? []]),
            parsed.GetValue(dryRun) ? Submission.Shown : Submission.Made,
            streams);
    }

    private static void RefuseWithout(ParseResult parsed, params ReadOnlySpan<Option> ofSweeps)
    {
        foreach (Option option in ofSweeps)
        {
            if (parsed.GetResult(option) is { Implicit: false })
            {
                throw new UserInputException($"{option.Name} is about a sweep. Add --sweep, or leave it out.");
            }
        }
    }

    private static ImmutableArray<string> NumberOf<T>(Option<T?> option, T? number)
        where T : struct, IFormattable =>
        number is T given ? [$"{option.Name} {given.ToString(null, CultureInfo.InvariantCulture)}"] : [];

    private static Option<string?> Word(string name, string description, string help, Regex form, string example)
    {
        Option<string?> option = Word(name, description, help);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string word }] && IsWord(word) && !form.IsMatch(word))
            {
                result.AddError($"{name}: '{word}' cannot be used; write {example}.");
            }
        });
        return option;
    }

    private static Option<string?> Word(string name, string description, string help)
    {
        Option<string?> option = new(name) { Description = description, HelpName = help };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string word }] && !IsWord(word))
            {
                result.AddError($"{name}: '{word}' cannot be used; write one word, as the {name} of sbatch takes it.");
            }
        });
        return option;
    }

    private static Option<Setting[]> Others() => new("--sbatch")
    {
        Description = "Another option of sbatch, without its dashes, such as account=trials or exclusive. May be repeated.",
        HelpName = "option=value",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            Setting[] options = [.. result.Tokens.Select(token => token.Value.Split('=', 2)).Select(parts => new Setting(parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : ""))];
            foreach (Setting option in options.Where(option => !option.Key.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') || !char.IsAsciiLetter(option.Key.FirstOrDefault()) || option.Value.Any(char.IsControl)))
            {
                result.AddError($"--sbatch: '{option.Key}' is no option of sbatch. Write its long name without dashes, and its value, such as --sbatch account=trials.");
            }

            return options;
        },
    };

    // As 'man sbatch' has them.
    [GeneratedRegex(@"\A([0-9]{1,6}|[0-9]{1,6}(:[0-9]{1,6}){1,2}|[0-9]{1,6}-[0-9]{1,6}(:[0-9]{1,6}){0,2}|unlimited|infinite)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"\A[0-9]{1,12}([KMGT]B?)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Memory();

    private static bool IsWord(string word) => word.Length > 0 && word.All(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter));
}
