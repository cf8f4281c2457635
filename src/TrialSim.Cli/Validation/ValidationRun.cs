using System.Diagnostics;
using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Runs cases, files what came of them, and prints it.</summary>
internal static class ValidationRun
{
    /// <summary>Runs them.</summary>
    /// <param name="set">The cases.</param>
    /// <param name="only">Names of those that are run; empty for all.</param>
    /// <param name="output">The folder for the files; null for one with today's date.</param>
    /// <param name="args">What was typed, kept with the results.</param>
    /// <param name="streams">Where to print.</param>
    /// <param name="cancellation">Ends it between two cases.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(CaseSet set, IReadOnlyList<string> only, string? output, string[] args, TerminalStreams streams, CancellationToken cancellation)
    {
        IReadOnlyList<ValidationCase> chosen = set.Choose(only);
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        ValidationFolder folder = ValidationFolder.Open(output, started);
        long began = Stopwatch.GetTimestamp();
        List<ValidatedCase> cases = [];
        try
        {
            new ReplicateProgress(streams, TimeProvider.System, chosen.Count) { Things = "cases" }.Show(report =>
            {
                foreach (ValidationCase one in chosen)
                {
                    cancellation.ThrowIfCancellationRequested();
                    cases.Add(new CaseRun(set, one).RunAsync().GetAwaiter().GetResult());
                    report(cases.Count);
                }
            });
        }
        catch (Exception)
        {
            folder.GiveUp();
            throw;
        }

        ValidationRecord record = new(
            started.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            CommandText.Of(args),
            ProgramFacts.OfThis(),
            MachineFacts.OfThis(),
            set.Files.Place,
            set.Sha256,
            [.. set.Cases.Except(chosen).Select(one => one.Id)],
            set.MonteCarloChecks,
            set.MonteCarloErrors,
            CaseSet.FalseAlarm,
            Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 1),
            cases)
        { AreShippedCases = set.Files.AreShipped };
        string page = folder.Write(record);
        ValidationTables.Print(record, page, streams);
        return record.Verdict == CheckVerdict.Passed ? ExitCode.Done : ExitCode.OurFault;
    }
}
