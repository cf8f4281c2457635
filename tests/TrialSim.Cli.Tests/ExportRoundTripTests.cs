using System.Globalization;
using TrialSim.Cli.Tests.Running;
using TrialSim.Model.Time;

namespace TrialSim.Cli.Tests;

/// <summary><c>analyze</c> on an exported ADTTE finds what the engine found in that replicate, at the same look.</summary>
public sealed class ExportRoundTripTests
{
    // Looks by events and by date, one to three looks, two and three arms, strata, events seen at visits with pauses and losses.
    private const string Protocol =
        """
        trialsim: 1
        name: export-protocol
        design:
          patients: 80
          max_follow_up: 30mo
          arms:
            tace: {treatments: [tace, sorafenib]}
            alone: {role: control, treatments: [tace]}
          allocation: {strata: [stage]}
          treatments:
            tace: {kind: procedure, first: {within: 0d..7d}, repeat: {decided_at: imaging, if: {not: {had: progression}}, delay: 3d..14d, max_sessions: 5}}
            sorafenib: {kind: drug, start: {after: each tace, within: 3d..7d}, hold: {before: tace, by: 3d, resume: 5d}, stop_if: {had: progression}}
          visits:
            imaging: {after: each tace, at: 6w ± 1w, then_every: 6w ± 1w}
          endpoints:
            os: {events: [death]}
            pfs: {events: [progression, death]}
          looks:
            interim: {when: {events: {endpoint: os, count: 25}}}
            final: {when: {follow_up_of_last_patient: 18mo}}
          analyses:
            os_test: {endpoint: os, method: log_rank, strata: [stage]}
            os_hr: {endpoint: os, method: cox, strata: [stage]}
            os_median: {endpoint: os, method: kaplan_meier_median}
            pfs_test: {endpoint: pfs, method: log_rank}
            pfs_hr: {endpoint: pfs, method: cox}
            pfs_median: {endpoint: pfs, method: kaplan_meier_median}
        truth:
          accrual: {duration: 10mo}
          covariates: {stage: {B: 0.6, C: 0.4}}
          missed_visits: {imaging: 0.15}
          events:
            progression: {hazard: {median: 7mo}, seen_at: imaging}
            death: {hazard: {median: 14mo}}
          effects:
            - {on: progression, hazard_ratio: 0.7, while: {taking: sorafenib}}
            - {on: death, hazard_ratio: 2.0, while: {had: progression}}
            - {on: death, hazard_ratio: 1.5, while: {covariate: {stage: C}}}
          loss_to_follow_up: {probability: 0.1, by: 12mo}
        run: {seed: 3, replicates: 3}

        """;

    public static TheoryData<string, int> Scenarios() => new()
    {
        { Protocol, 2 },
        { Protocol, 3 },
        { Shipped("three-arm-tace.yaml"), 2 },
        { Shipped("demo-accrual-speed.yaml"), 1 },
        { Shipped("demo-unequal-scans.yaml"), 1 },
        { Shipped("validation/stratified.yaml"), 1 },
        { Shipped("validation/three-looks-delayed-effect.yaml"), 2 },
        { Shipped("validation/benchmark-d2.yaml"), 1 },
    };

    [Theory, MemberData(nameof(Scenarios)), Trait("Source", "Independent")]
    public async Task Analyze_ExportedTimes_FindsTheReplicatesRows(string yaml, int replicate)
    {
        using TemporaryFolder folder = new();
        string number = replicate.ToString(CultureInfo.InvariantCulture);
        string file = folder.Write("trial.yaml", yaml);
        CommandLine run = await CommandLine.RunAsync("run", file, "-n", number, "--threads", "1", "--out", folder.PathOf("run"));
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Func<string, string>[] rows = [.. TableFile.Read(folder.PathOf("run/replicates.csv")).Rows.Where(row => row("replicate") == number && row("status") == "ok" && row("measure") is "log_rank" or "hazard_ratio" or "median")];
        Assert.NotEmpty(rows);
        int compared = 0;
        foreach (IGrouping<string, Func<string, string>> look in rows.GroupBy(row => row("look")))
        {
            string adam = folder.PathOf($"adam-{look.Key}");
            CommandLine export = await CommandLine.RunAsync("export", file, "--replicate", number, "--look", look.Key, "--adam", adam);
            Assert.Equal((0, ""), (export.ExitCode, export.Error));
            foreach (IGrouping<(string, string, string, string), Func<string, string>> task in look.GroupBy(
                row => (row("endpoint"), row("control").Length > 0 ? row("arm") : "", row("control"), StrataOf(yaml, row("analysis")))))
            {
                compared += await CompareAsync(folder, adam, yaml, task);
            }
        }

        Assert.Equal(rows.Length, compared);
    }

    private static async Task<int> CompareAsync(TemporaryFolder folder, string adam, string yaml, IGrouping<(string Endpoint, string Arm, string Control, string Strata), Func<string, string>> task)
    {
        (string endpoint, string arm, string control, string columns) = task.Key;
        string[] pair = control.Length > 0 ? ["--where", $"TRT01P={arm},{control}", "--control", control] : [];
        string[] strata = columns.Length > 0 ? ["--strata", columns] : [];
        string output = folder.PathOf("analysis");
        CommandLine analyze = await CommandLine.RunAsync(
            ["analyze", Path.Combine(adam, "adtte.csv"), "--adam", endpoint.ToUpperInvariant(), "--method", "km,log_rank,cox", "--out", output, .. pair, .. strata]);
        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Func<string, string>[] found = [.. TableFile.Read(Path.Combine(output, "analysis.csv")).Rows];
        foreach (Func<string, string> row in task)
        {
            CompareRow(row, found, isStratified: strata.Length > 0);
        }

        return task.Count();
    }

    private static void CompareRow(Func<string, string> row, Func<string, string>[] found, bool isStratified)
    {
        string measure = row("measure");
        string group = measure == "median" ? row("arm") : $"{row("arm")} v {row("control")}";
        string name = measure == "log_rank" && isStratified ? "log_rank_stratified" : measure;
        Func<string, string> figure = found.Single(own => own("group") == group && own("measure") == name);
        Assert.Equal((row("patients"), row("events")), (figure("patients"), figure("events")));
        switch (measure)
        {
            case "log_rank":
                Same(row("z"), figure("value"), 1.0);
                break;
            case "hazard_ratio":
                Same(row("estimate"), figure("value"), 1.0);
                Same(row("standard_error"), figure("standard_error"), 1.0);
                Same(row("lower"), figure("lower"), 1.0);
                Same(row("upper"), figure("upper"), 1.0);
                break;
            default:
                Same(row("estimate"), figure("value"), DaysPer.Month);
                Same(row("lower"), figure("lower"), DaysPer.Month);
                Same(row("upper"), figure("upper"), DaysPer.Month);
                break;
        }
    }

    // Twelve digits, where tables print four: a regression may stop at another last bit.
    private static void Same(string engine, string analysis, double perUnit)
    {
        double expected = Number(engine) * perUnit;
        double actual = Number(analysis);
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-12 * Math.Max(1.0, Math.Abs(expected)), $"The engine found {engine} (times {perUnit}), the analysis {analysis}.");
    }

    private static double Number(string cell) => cell switch
    {
        "Inf" => double.PositiveInfinity,
        "" => double.NaN,
        _ => double.Parse(cell, CultureInfo.InvariantCulture),
    };

    private static string StrataOf(string yaml, string analysis)
    {
        string line = yaml.Split('\n').Single(line => line.TrimStart().StartsWith(analysis + ": {endpoint", StringComparison.Ordinal));
        return line.Contains("strata: [", StringComparison.Ordinal) ? line.Split("strata: [")[1].Split(']')[0].Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() : "";
    }

    private static string Shipped(string name) => File.ReadAllText(Repository.PathOf(["scenarios", .. name.Split('/')]));
}
