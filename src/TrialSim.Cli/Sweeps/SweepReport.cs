using TrialSim.Cli.Terminal;
using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>Writes and prints what a sweep has shown.</summary>
internal static class SweepReport
{
    /// <summary>Writes all files of the results, publishes them and prints the tables.</summary>
    public static void Write(SweepSubject subject, SweepLog log, ResultsDraft draft, TerminalStreams streams)
    {
        SweepTables tables = new(subject.Sweep.Keys, subject.Sweep.Count);
        new SweepWriter(draft, subject.Sweep.Keys, subject.Sweep.Count, subject.PlaceOf, log).Write(tables.Add);
        draft.WriteText(ResultsFiles.Manifest, ResultsJson.Of(subject.Manifest));
        draft.WriteBytes(ResultsFiles.Scenario, subject.Scenario);
        draft.WriteText(ResultsFiles.Resolved, subject.Sweep.ResolvedYaml);
        string folder = draft.Publish();
        tables.Print(folder, streams);
    }
}
