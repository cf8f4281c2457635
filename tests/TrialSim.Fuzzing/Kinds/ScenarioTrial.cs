using System.Globalization;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Fuzzing.Mutations;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results;
using TrialSim.Results.Costs;
using TrialSim.Results.Summary;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Reads a scenario; one that is refused has problems with places, one that is not is simulated and gives numbers.</summary>
internal static class ScenarioTrial
{
    private const string FileName = "scenario.yaml";
    private const int LongestMessage = 3_000;
    private const int MostReplicates = 3;
    private const double LongestSeconds = 0.3;
    private const double MostBytes = 4e8;
    private const int WholeRunsOneIn = 60;
    private const int ForecastsOneIn = 4;

    /// <summary>Tries a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="files">What it may extend.</param>
    /// <param name="chance">How far it is tried.</param>
    /// <param name="place">Where the file is left for who looks at a find.</param>
    public static Verdict Of(byte[] content, ShippedScenarios files, Chance chance, string place)
    {
        string path = Path.Combine(place, FileName);
        File.WriteAllBytes(path, content);
        ScenarioReading reading = ScenarioReader.Read(content, FileName, ScenarioOverrides.None, files);
        if (reading.IsValid != reading.Problems.IsEmpty)
        {
            return Verdict.Of(reading.IsValid ? "Valid, and with problems." : "Neither valid nor with problems.");
        }

        // The pilot of a run and its sampled trials are some dozen replicates.
        bool isLong = reading.Scenario is Scenario tried && RunCost.Of(tried.Trial, 60) is { ProcessorSeconds: > LongestSeconds } or { BytesPerThread: > MostBytes };
        string fault = reading.Problems.Concat(reading.Warnings).Select(FaultOf).FirstOrDefault(found => found.Length > 0)
            ?? (reading.Scenario is Scenario scenario ? FaultOf(scenario, chance) : "");
        return fault.Length > 0 ? Verdict.Of(fault)
            : isLong || !chance.OneIn(WholeRunsOneIn) ? new Verdict(reading.IsValid, "")
            : WholeRun(path, place, chance);
    }

    private static string FaultOf(ScenarioProblem problem) =>
        problem.Line < 1 || problem.Column < 1 ? $"A problem without a place: {problem}"
        : problem.Message.Length is <= 10 or > LongestMessage ? $"A problem of {problem.Message.Length} characters: {problem.ToString()[..Math.Min(300, problem.ToString().Length)]}"
        : problem.ToString().Any(char.IsControl) ? $"A problem with control characters: {problem}"
        : "";

    private static string FaultOf(Scenario scenario, Chance chance)
    {
        string written = scenario.ResolvedYaml;
        ScenarioReading again = ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(written), FileName, ScenarioOverrides.None);
        if (again.Scenario?.ResolvedYaml != written)
        {
            return $"What explain prints does not read back as itself: {string.Join("; ", again.Problems)}";
        }

        _ = scenario.Statements;
        if (chance.OneIn(ForecastsOneIn) && TrialForecast.Of(scenario.Trial).Figures.FirstOrDefault(figure => !double.IsFinite(figure.Value)) is { } foretold)
        {
            return $"A formula gives no number: {foretold}";
        }

        string fault = FaultOf(scenario.Trial, chance);
        return fault.Length > 0 || !chance.OneIn(ForecastsOneIn) || !NullTrial.TryDerive(scenario.Trial, out NullTrial derived, out _) ? fault : FaultOf(derived.Trial, chance);
    }

    private static string FaultOf(Trial trial, Chance chance)
    {
        // What takes long is long, and what would be refused is not begun.
        RunCost cost = RunCost.Of(trial, MostReplicates);
        if (cost.ProcessorSeconds > LongestSeconds || cost.MemoryBytes(1) > MostBytes)
        {
            return "";
        }

        RunAccumulator sum = new(trial, CurvePlan.None);
        string fault = "";
        Campaign.Run(
            trial,
            trial.Run.Seed,
            new ReplicateRange(1, (uint)Math.Min(trial.Run.Replicates, chance.Between(1, MostReplicates))),
            CurvePlan.None,
            1,
            batch =>
            {
                sum.Add(batch);
                for (int index = 0; index < batch.Count; index++)
                {
                    foreach (ResultRow row in batch.RowsOf(index))
                    {
                        fault = IsFinite(row) ? fault : string.Create(CultureInfo.InvariantCulture, $"Replicate {batch.First + index} has {row}");
                    }
                }
            },
            CancellationToken.None);
        return fault.Length > 0 ? fault
            : sum.Characteristics().FirstOrDefault(one => !IsFinite(one)) is { } without ? $"No number: {without}"
            : "";
    }

    // Limits of an interval may be open; that is written as an empty cell.
    private static bool IsFinite(ResultRow row) =>
        double.IsFinite(row.Estimate) && double.IsFinite(row.StandardError) && !double.IsNaN(row.Lower) && !double.IsNaN(row.Upper) && double.IsFinite(row.Z) && double.IsFinite(row.PValue);

    private static bool IsFinite(OperatingCharacteristic one) =>
        double.IsFinite(one.Value ?? 0) && double.IsFinite(one.MonteCarloStandardError ?? 0) && double.IsFinite(one.Lower ?? 0) && double.IsFinite(one.Upper ?? 0);

    // Whoever is refused by 'check' is refused by 'run', which writes nothing then.
    private static Verdict WholeRun(string path, string place, Chance chance)
    {
        string results = Path.Combine(place, "results");
        ProgramRun check = ProgramRun.Of("check", path, "--debug");
        string[] options = chance.Below(3) switch { 0 => ["--with-null"], 1 => ["--keep-log"], _ => [] };
        ProgramRun run = ProgramRun.Of(["run", path, "-n", "2", "--threads", "1", "--out", results, "--debug", .. options]);
        Verdict verdict = check.Judge() is { Fault.Length: > 0 } faulty ? faulty : run.Judge();
        return verdict.Fault.Length > 0 ? verdict
            : check.Code != ExitCodeOf(run) && options is not ["--with-null"] && !IsOfTheSweepAlone(check) ? Verdict.Of($"'check' ends with {check.Code}, 'run' with {run.Code}: {check.Error}{run.Error}")
            : verdict.WasAccepted || !Directory.Exists(results) ? WrittenResults.JudgeIn(results, verdict)
            : Verdict.Of($"A refused run has left {results}.");
    }

    // 'run' simulates the scenario itself, whatever its sweep makes of it.
    private static bool IsOfTheSweepAlone(ProgramRun check) => check.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => line.Contains(" of the sweep (", StringComparison.Ordinal));

    private static int ExitCodeOf(ProgramRun run) => run.Code == Cli.ExitCode.TargetMissed ? Cli.ExitCode.Done : run.Code;
}
