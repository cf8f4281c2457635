using System.CommandLine;
using System.Globalization;
using TrialSim.Charts;
using TrialSim.Cli.Terminal;
using TrialSim.Engine;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Targets;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim run</c>: simulates a scenario and writes its results.</summary>
internal static class RunCommand
{
    /// <summary>The option that adds the run under the null hypothesis.</summary>
    public const string WithNull = "--with-null";

    /// <summary>The option that keeps trials going.</summary>
    public const string IgnoreStopping = "--ignore-stopping";

    private const string ResultsFolder = "results";

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<long?> replicates = CommonOptions.Replicates();
        Option<ulong?> seed = CommonOptions.Seed();
        Option<long?> threads = CommonOptions.Threads();
        Option<Setting[]> set = CommonOptions.Set();
        Option<string?> output = new("--out", "-o") { Description = "The results folder; results/<name of the scenario> by default.", HelpName = "folder" };
        Option<bool> withNull = new(WithNull)
        {
            Description = "Also run the same trial, with the same luck, without any effect on what its tests compare; its power, shown beside, is the type I error. Its tables are in the folder null.",
        };
        Option<bool> ignoreStopping = new(IgnoreStopping)
        {
            Description = "Note decisions to stop, and go on to the last look all the same: what stopping does to the estimates, on the same luck.",
        };
        Command command = new("run", "Simulate a scenario; print its operating characteristics beside what design formulas say, and write tables and a report.")
        {
            file, replicates, seed, threads, output, withNull, ignoreStopping, set,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            ScenarioFile.Read(parsed.GetRequiredValue(file), CommonOptions.OverridesOf(parsed, seed, replicates, set), streams),
            new RunOptions(
                parsed.GetValue(output),
                (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
                parsed.GetValue(withNull),
                parsed.GetValue(ignoreStopping) ? StopObedience.GoesOn : StopObedience.Stops)
            {
                Settings = [.. parsed.GetValue(set) ?? []],
            },
            streams,
            cancellation)));
        return command;
    }

    private static int Run(ScenarioFile file, RunOptions options, TerminalStreams streams, CancellationToken cancellation)
    {
        Trial trial = file.Scenario.Trial with { Run = file.Scenario.Trial.Run with { Stopping = options.Stopping } };
        NullTrial? nullTrial = options.WithNull ? NullOf(trial) : null;
        using ResultsDraft draft = ResultsDraft.Open(options.Output ?? Path.Combine(ResultsFolder, trial.Name));
        CurvePlan curves = CurvePlanner.Plan(trial, trial.Run.Seed);
        using RunRecorder recorder = new(draft, trial, curves);
        TimeSpan elapsed = Simulation.Run(trial, curves, options.Threads, recorder.Prepare, recorder.Add, streams, cancellation);
        if (recorder.Replicates == 0)
        {
            streams.Error.WriteLine("Stopped before the first replicates were finished. Nothing was written.");
            return ExitCode.Cancelled;
        }

        IReadOnlyList<OperatingCharacteristic> errors = [];
        bool isComplete = recorder.Replicates == trial.Run.Replicates;
        if (isComplete && nullTrial is { Tests.IsEmpty: false })
        {
            using NullRecorder nullRecorder = new(draft, nullTrial);
            streams.Error.WriteLine("The same under the null hypothesis:");
            elapsed += Simulation.Run(nullTrial.Trial, CurvePlan.None, options.Threads, nullRecorder.Prepare, nullRecorder.Add, streams, cancellation);
            errors = nullRecorder.Finish();
            isComplete = nullRecorder.Replicates == trial.Run.Replicates;
        }

        RunSummary summary = Record(file, trial, draft, recorder, errors, options);
        string folder = isComplete ? draft.Publish() : draft.PublishStopped();
        SummaryTables.Print(streams, summary);
        foreach (string note in nullTrial?.Notes ?? [])
        {
            streams.Out.WriteLine($"No type I error of {note}");
        }

        FormulaTables.Print(streams, summary);
        Report(summary.Manifest, folder, elapsed, streams);
        if (!isComplete && summary.Manifest.Replicates == summary.Manifest.ReplicatesRequested)
        {
            streams.Error.WriteLine($"Stopped in the run under the null hypothesis; type I errors are those of what was finished. The results are kept in {folder}.");
        }

        return isComplete ? ExitCode.Done : ExitCode.Cancelled;
    }

    private static NullTrial NullOf(Trial trial) => NullTrial.TryDerive(trial, out NullTrial derived, out string whyNot)
        ? derived
        : throw new UserInputException($"{WithNull}: {whyNot} Run it without this option, or leave analyses out of the scenario.");

    private static RunSummary Record(
        ScenarioFile file, Trial trial, ResultsDraft draft, RunRecorder recorder, IReadOnlyList<OperatingCharacteristic> errors, RunOptions options)
    {
        Manifest manifest = new(
            trial.Name,
            trial.Description,
            ProgramVersion.Text,
            EventKernel.Name,
            trial.Run.Seed,
            FirstReplicate: 1,
            recorder.Replicates,
            trial.Run.Replicates,
            ScenarioDigest.Of(file.Scenario.ResolvedYaml))
        {
            Options = options.Written,
        };
        RunSummary summary = recorder.Finish(manifest, TrialForecast.Of(trial), errors);
        summary = summary with { Targets = TargetChecks.Of(trial.Design, trial.Targets, summary.OperatingCharacteristics) };
        draft.WriteBytes(ResultsFiles.Scenario, file.Content);
        draft.WriteText(ResultsFiles.Resolved, file.Scenario.ResolvedYaml);
        foreach (ReportFile report in ReportFiles.Of(summary))
        {
            draft.WriteText(report.Path, report.Content);
        }

        return summary;
    }

    private static void Report(Manifest manifest, string folder, TimeSpan elapsed, TerminalStreams streams)
    {
        streams.Out.WriteLine($"Report: {Path.Combine(folder, ResultsFiles.Report)}");
        streams.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.Replicates:N0} {(manifest.Replicates == 1 ? "replicate" : "replicates")} in {elapsed.TotalSeconds:N1} s (kernel {manifest.Kernel}, seed {manifest.Seed})."));
        if (manifest.Replicates < manifest.ReplicatesRequested)
        {
            streams.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Stopped after {manifest.Replicates:N0} of {manifest.ReplicatesRequested:N0} replicates. They are kept in {folder}, and the results are those of a run of {manifest.Replicates:N0}. Run the same command again for all of them."));
        }
    }
}
