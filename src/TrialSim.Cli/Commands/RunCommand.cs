using System.CommandLine;
using System.Globalization;
using TrialSim.Charts;
using TrialSim.Cli.Terminal;
using TrialSim.Engine;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Targets;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim run</c>: simulates a scenario and writes its results.</summary>
internal static class RunCommand
{
    private const string ResultsFolder = "results";

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<long?> replicates = CommonOptions.Replicates();
        Option<ulong?> seed = CommonOptions.Seed();
        Option<long?> threads = CommonOptions.Threads();
        Option<Setting[]> set = CommonOptions.Set();
        Option<string?> output = new("--out", "-o") { Description = "The results folder; results/<name of the scenario> by default.", HelpName = "folder" };
        Command command = new("run", "Simulate a scenario; print its operating characteristics beside what design formulas say, and write tables and a report.")
        {
            file, replicates, seed, threads, output, set,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            ScenarioFile.Read(parsed.GetRequiredValue(file), CommonOptions.OverridesOf(parsed, seed, replicates, set), streams),
            parsed.GetValue(output),
            (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
            streams,
            cancellation)));
        return command;
    }

    private static int Run(ScenarioFile file, string? output, int threads, TerminalStreams streams, CancellationToken cancellation)
    {
        Trial trial = file.Scenario.Trial;
        using ResultsDraft draft = ResultsDraft.Open(output ?? Path.Combine(ResultsFolder, trial.Name));
        CurvePlan curves = CurvePlanner.Plan(trial, trial.Run.Seed);
        ReplicateProgress progress = new(streams, TimeProvider.System, trial.Run.Replicates);
        using RunRecorder recorder = new(draft, trial.Design, curves);
        progress.Show(report => Campaign.Run(
            trial,
            trial.Run.Seed,
            new ReplicateRange(1, (uint)trial.Run.Replicates),
            curves,
            threads,
            batch =>
            {
                recorder.Add(batch);
                report(recorder.Replicates);
            },
            cancellation));
        if (recorder.Replicates == 0)
        {
            streams.Error.WriteLine("Stopped before the first replicates were finished. Nothing was written.");
            return ExitCode.Cancelled;
        }

        TimeSpan elapsed = progress.Elapsed;
        RunSummary summary = Record(file, draft, recorder);
        bool isComplete = summary.Manifest.Replicates == summary.Manifest.ReplicatesRequested;
        string folder = isComplete ? draft.Publish() : draft.PublishStopped();
        SummaryTables.Print(streams, summary);
        FormulaTables.Print(streams, summary);
        Report(summary.Manifest, folder, elapsed, streams);
        return isComplete ? ExitCode.Done : ExitCode.Cancelled;
    }

    private static RunSummary Record(ScenarioFile file, ResultsDraft draft, RunRecorder recorder)
    {
        Trial trial = file.Scenario.Trial;
        Manifest manifest = new(
            trial.Name,
            trial.Description,
            ProgramVersion.Text,
            EventKernel.Name,
            trial.Run.Seed,
            FirstReplicate: 1,
            recorder.Replicates,
            trial.Run.Replicates,
            ScenarioDigest.Of(file.Scenario.ResolvedYaml));
        RunSummary summary = recorder.Finish(manifest, TrialForecast.Of(trial));
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
