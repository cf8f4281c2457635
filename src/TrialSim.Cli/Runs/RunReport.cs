using System.Globalization;
using TrialSim.Charts;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Terminal;
using TrialSim.Model.Forecasts;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Outlines;
using TrialSim.Results.Samples;
using TrialSim.Results.Targets;

namespace TrialSim.Cli.Runs;

/// <summary>Writes and prints what a run has shown.</summary>
internal static class RunReport
{
    /// <summary>Writes what is written at the end of a run: summary, a sample of patients, scenario, report.</summary>
    public static RunSummary Write(RunSubject subject, long requested, ResultsDraft draft, RunRecorder recorder, IReadOnlyList<OperatingCharacteristic> errors, int threads)
    {
        RunSummary summary = recorder.Finish(subject.ManifestOf(recorder.Replicates, requested), TrialForecast.Of(subject.Trial), errors);
        summary = summary with
        {
            Statements = [.. subject.Statements.Select(statement => new OutlineStatement(statement.Key, statement.Text, statement.Source))],
            Outline = TrialOutline.Of(subject.Trial),
            Targets = TargetChecks.Of(subject.Trial.Design, subject.Trial.Targets, summary.OperatingCharacteristics),
        };
        summary = summary with { Sample = TrialSampler.Take(subject.Trial, recorder.Replicates, summary.Examples, threads) };
        SampleFiles.Write(draft, summary.Sample);
        draft.WriteBytes(ResultsFiles.Scenario, subject.Scenario);
        draft.WriteText(ResultsFiles.Resolved, subject.ResolvedYaml);
        foreach (ReportFile report in ReportFiles.Of(summary))
        {
            draft.WriteText(report.Path, report.Content);
        }

        return summary;
    }

    /// <summary>Prints the tables, and where the report is.</summary>
    public static void Print(RunSubject subject, RunSummary summary, string folder, TerminalStreams streams)
    {
        SummaryTables.Print(streams, summary);
        foreach (string note in subject.Null?.Notes ?? [])
        {
            streams.Out.WriteLine($"No type I error of {note}");
        }

        FormulaTables.Print(streams, summary);
        streams.Out.WriteLine($"Report: {Path.Combine(folder, ResultsFiles.Report)}");
    }

    /// <summary>Says how long the run took.</summary>
    public static void PrintTime(Manifest manifest, TimeSpan elapsed, TerminalStreams streams) => streams.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{manifest.Replicates:N0} {(manifest.Replicates == 1 ? "replicate" : "replicates")} in {elapsed.TotalSeconds:N1} s (kernel {manifest.Kernel}, seed {manifest.Seed})."));

    /// <summary>Says what a run that was stopped has not done, and how to go on.</summary>
    public static void PrintWhatIsMissing(Manifest manifest, bool isComplete, string folder, TerminalStreams streams)
    {
        if (manifest.Replicates < manifest.ReplicatesRequested)
        {
            streams.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Stopped after {manifest.Replicates:N0} of {manifest.ReplicatesRequested:N0} replicates. They are kept in {folder}, and the results are those of a run of {manifest.Replicates:N0}. Run the same command with {RunCommand.Resume} to go on."));
        }
        else if (!isComplete)
        {
            streams.Error.WriteLine($"Stopped in the run under the null hypothesis; type I errors are those of what was finished. The results are kept in {folder}. Run the same command with {RunCommand.Resume} to go on.");
        }
    }
}
