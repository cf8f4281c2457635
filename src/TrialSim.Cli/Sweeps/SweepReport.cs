using TrialSim.Charts;
using TrialSim.Charts.Sweeps;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>Writes and prints what a sweep has shown.</summary>
internal static class SweepReport
{
    /// <summary>Writes all files of the results, publishes them and prints the tables.</summary>
    /// <param name="subject">The sweep.</param>
    /// <param name="log">Its cells, all of them.</param>
    /// <param name="draft">The results folder.</param>
    /// <param name="keeping">What becomes of the log in that folder.</param>
    /// <param name="streams">Where to print the tables.</param>
    public static void Write(SweepSubject subject, SweepLog log, ResultsDraft draft, LogKeeping keeping, TerminalStreams streams)
    {
        SweepTables tables = new(subject.Sweep.Keys, subject.Sweep.Count);
        SweepFactors factors = new(subject.Sweep);
        SweepAccumulator sum = new(factors.All, subject.Sweep.Count);
        new SweepWriter(draft, subject.Sweep.Keys, subject.Sweep.Count, subject.PlaceOf, log).Write((place, record, differences) =>
        {
            tables.Add(place, record, differences);
            sum.Add(place, factors.LevelsOf(place.Number), record);
        });
        SweepSummary summary = sum.Finish(subject.Manifest, [.. subject.Trial.Design.Arms.Select(arm => arm.Name)], subject.Sweep.Keys);
        summary = summary with { Formulas = SweepFormulas.Of(subject, log, summary) };
        WriteSummary(summary, draft);
        draft.WriteText(ResultsFiles.Manifest, ResultsJson.Of(subject.Manifest));
        draft.WriteBytes(ResultsFiles.Scenario, subject.Scenario);
        draft.WriteText(ResultsFiles.Resolved, subject.Sweep.ResolvedYaml);
        string folder = keeping == LogKeeping.Kept ? draft.PublishWithLogs() : draft.Publish();
        PrintedResults.Print(folder, () => tables.Print(folder, streams));
    }

    private static void WriteSummary(SweepSummary summary, ResultsDraft draft)
    {
        draft.WriteTable(ResultsFiles.Sensitivity, SensitivityColumns.All, summary.Sensitivities);
        if (summary.Formulas.Count > 0)
        {
            draft.WriteTable(ResultsFiles.Formulas, CellFormulaColumns.Of(summary.Keys), summary.Formulas);
        }

        foreach (ReportFile file in SweepReportPage.Files(summary))
        {
            draft.WriteText(file.Path, file.Content);
        }
    }
}
