using System.CommandLine;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results;
using TrialSim.Results.Costs;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim run</c>: simulates a scenario and writes its results.</summary>
internal static class RunCommand
{
    /// <summary>The option that adds the run under the null hypothesis.</summary>
    public const string WithNull = "--with-null";

    /// <summary>The option that keeps trials going.</summary>
    public const string IgnoreStopping = "--ignore-stopping";

    /// <summary>The option that goes on with a run that was stopped.</summary>
    public const string Resume = "--resume";

    /// <summary>The option that asks for a precision.</summary>
    public const string Precision = "--precision";

    /// <summary>The option that names what is to be known that exactly.</summary>
    public const string PrecisionOf = "--precision-of";

    /// <summary>The option that keeps the log of the replicates.</summary>
    public const string KeepLog = "--keep-log";

    private const long MostForPrecision = 1_000_000;

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<long?> replicates = CommonOptions.Replicates();
        Option<ulong?> seed = CommonOptions.Seed();
        Option<long?> threads = CommonOptions.Threads();
        Option<Setting[]> set = CommonOptions.Set();
        Option<string?> output = CommonOptions.Output("results/<name of the scenario>");
        Option<bool> withNull = CommonOptions.WithNull();
        Option<bool> ignoreStopping = CommonOptions.IgnoreStopping();
        Option<bool> resume = new(Resume)
        {
            Description = "Go on with a run that was stopped or killed: the results are those of a run that was not. With more --replicates than before, a run that has kept its log is made longer.",
        };
        Option<bool> keepLog = new(KeepLog) { Description = "Keep the log of the replicates among the results, so that --resume can make the run longer." };
        Option<ShardNumber?> shard = CommonOptions.Shard();
        Option<double?> precision = CommonOptions.Precision();
        Option<string> precisionOf = new(PrecisionOf)
        {
            Description = "What --precision is about: a measure of operating-characteristics.csv, and after a colon its analysis, endpoint, decision or resource. The power of the first test, over all looks, by default.",
            HelpName = "measure:name",
            DefaultValueFactory = _ => Measures.Power,
        };
        Option<bool> atAnyCost = CommonOptions.AtAnyCost();
        Command command = new("run", "Simulate a scenario; print its operating characteristics beside what design formulas say, and write tables and a report.")
        {
            file, replicates, seed, threads, output, withNull, ignoreStopping, precision, precisionOf, resume, keepLog, shard, set, atAnyCost,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            ScenarioFile.Read(parsed.GetRequiredValue(file), OverridesOf(parsed), streams),
            OptionsOf(parsed, output, withNull, ignoreStopping, OverridesOf(parsed)) with
            {
                Threads = (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
                Start = parsed.GetValue(resume) ? RunStart.GoesOn : RunStart.Anew,
                Log = parsed.GetValue(keepLog) ? LogKeeping.Kept : LogKeeping.Removed,
                Shard = parsed.GetValue(shard),
                Precision = GoalOf(parsed),
                Cost = CommonOptions.LimitOf(parsed, atAnyCost),
            },
            streams,
            cancellation)));
        return command;

        ScenarioOverrides OverridesOf(ParseResult parsed)
        {
            ScenarioOverrides overrides = CommonOptions.OverridesOf(parsed, seed, replicates, set);
            return parsed.GetValue(precision) is null || overrides.Replicates is not null ? overrides : overrides with { Replicates = MostForPrecision };
        }

        PrecisionGoal? GoalOf(ParseResult parsed) =>
            parsed.GetValue(precision) is double width ? new PrecisionGoal(width, CharacteristicName.Parse(parsed.GetValue(precisionOf)!))
            : parsed.GetResult(precisionOf) is { Implicit: false } ? throw new UserInputException($"{PrecisionOf} says what {Precision} is about. Add {Precision} <half-width>.")
            : null;
    }

    /// <summary>What decides what is run and where it goes, on all cores.</summary>
    public static RunOptions OptionsOf(ParseResult parsed, Option<string?> output, Option<bool> withNull, Option<bool> ignoreStopping, ScenarioOverrides overrides) => new(
        parsed.GetValue(output),
        Environment.ProcessorCount,
        parsed.GetValue(withNull),
        parsed.GetValue(ignoreStopping) ? StopObedience.GoesOn : StopObedience.Stops)
    {
        Settings = overrides.Settings,
    };

    // A precision is reached after nobody knows how many, but not before it is looked at next.
    private static RunCost RestOf(Trial trial, long there, RunOptions options) =>
        RunCost.OfRest(trial, options.Precision is null ? trial.Run.Replicates : Math.Min(trial.Run.Replicates, PrecisionGoal.NextAfter(there)), there);

    private static int Run(ScenarioFile file, RunOptions options, TerminalStreams streams, CancellationToken cancellation)
    {
        RunSubject subject = RunSubject.Of(file, options);
        if (options.Shard is ShardNumber shard)
        {
            return ShardRun.Run(subject, shard, options, streams, cancellation);
        }

        Trial trial = subject.Trial;
        if (options.Start == RunStart.Anew)
        {
            Require((simulated, _) => RestOf(simulated, 0, options));
        }

        options.Precision?.RequireIn(trial);
        using ResultsDraft draft = ResultsDraft.Open(options.FolderOf(trial.Name), "--out", EarlierWork.LogsKept);
        if (options.Start == RunStart.GoesOn)
        {
            Require((simulated, part) => RestOf(simulated, Resumption.CountIn(draft, part), options));
        }

        Resumption.Prepare(draft, subject.HeaderOf(LogPart.Trial, ShardNumber.Whole), trial.Run.Replicates, options.Start, streams);
        CurvePlan curves = CurvePlanner.Plan(trial, trial.Run.Seed);
        using RunRecorder recorder = new(draft, trial, curves);
        StoppingRule rule = options.Precision is PrecisionGoal goal
            ? new StoppingRule(PrecisionGoal.NextAfter, () => goal.IsReachedBy(recorder.Characteristics()))
            : StoppingRule.None;
        TimeSpan elapsed = Simulate(subject.HeaderOf(LogPart.Trial, ShardNumber.Whole), rule, trial, curves, recorder);
        if (recorder.Replicates == 0)
        {
            streams.Error.WriteLine("Stopped before the first replicates were finished. Nothing was written.");
            return ExitCode.Cancelled;
        }

        IReadOnlyList<OperatingCharacteristic> errors = [];
        bool isComplete = recorder.Replicates == trial.Run.Replicates || (!cancellation.IsCancellationRequested && options.Precision is not null);
        long requested = isComplete ? recorder.Replicates : trial.Run.Replicates;
        if (isComplete && subject.Null is { Tests.IsEmpty: false } nullTrial)
        {
            using NullRecorder nullRecorder = new(draft, nullTrial);
            streams.Error.WriteLine("The same under the null hypothesis:");
            LogHeader header = subject.HeaderOf(LogPart.Null, ShardNumber.Whole);
            elapsed += Simulate(header with { Run = header.Run with { Replicates = requested } }, StoppingRule.None, nullTrial.Trial, CurvePlan.None, nullRecorder);
            errors = nullRecorder.Finish();
            isComplete = nullRecorder.Replicates == requested;
        }

        RunSummary summary = RunReport.Write(subject, requested, draft, recorder, errors, options.Threads);
        string folder = !isComplete ? draft.PublishStopped() : options.Log == LogKeeping.Kept ? draft.PublishWithLogs() : draft.Publish();
        if (isComplete)
        {
            PrintedResults.Print(folder, Print);
        }
        else
        {
            Print();
        }

        RunReport.PrintTime(summary.Manifest, elapsed, streams);
        RunReport.PrintWhatIsMissing(summary.Manifest, isComplete, folder, streams);
        return !isComplete ? ExitCode.Cancelled
            : options.Precision is PrecisionGoal wanted && !wanted.IsReachedBy(summary.OperatingCharacteristics) ? ExitCode.TargetMissed
            : ExitCode.Done;

        void Print()
        {
            RunReport.Print(subject, summary, folder, streams);
            options.Precision?.Print(summary, streams);
        }

        void Require(Func<Trial, LogPart, RunCost> each) => CostCheck.Require(subject.CostOf(each), options.Threads, options.FolderOf(trial.Name), options.Cost);

        TimeSpan Simulate(LogHeader header, StoppingRule enough, Trial simulated, CurvePlan kept, IReplicateSink sink) => LoggedSimulation.Run(
            draft.PathOf(header.Part), header, enough, simulated, kept, options.Threads, sink, streams, cancellation);
    }
}
