using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Sweeps;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results;
using TrialSim.Results.Costs;
using TrialSim.Results.Summary;
using TrialSim.Results.Targets;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim check</c>: whether a scenario can be run and, where asked, whether it shows what studies reported.</summary>
internal static class CheckCommand
{
    private const string StoppedBefore = "Stopped before all replicates were finished, so nothing was compared.";

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<bool> targets = new("--targets") { Description = "Run the scenario and compare what it shows with its targets; exit code 3 where one is not met." };
        Option<long?> replicates = CommonOptions.Replicates();
        Option<ulong?> seed = CommonOptions.Seed();
        Option<long?> threads = CommonOptions.Threads();
        Option<Setting[]> set = CommonOptions.Set();
        Option<bool> atAnyCost = CommonOptions.AtAnyCost();
        Command command = new("check", "Check a scenario and report everything that is wrong with it, without running it; with --targets compare what it shows with what studies reported.")
        {
            file, targets, replicates, seed, threads, set, atAnyCost,
        };
        command.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(file);
            ScenarioFile read = ScenarioFile.Read(path, CommonOptions.OverridesOf(parsed, seed, replicates, set), streams);
            Trial trial = read.Scenario.Trial;
            int workers = (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount);
            RunCost cost = RunCost.Of(trial, trial.Run.Replicates);
            if (parsed.GetValue(targets))
            {
                CostCheck.Require(cost with { DiskBytes = 0 }, workers, ".", CommonOptions.LimitOf(parsed, atAnyCost));
                return Task.FromResult(CheckTargets(path, trial, workers, streams, cancellation));
            }

            SweepSubject sweep = SweepSubject.Of(read, SweepOptions.None);
            CostCheck.Warn(cost, workers, "trialsim run", streams);
            RunCost ofAllCells = sweep.Check(workers, cancellation);
            streams.Out.WriteLine($"{path}: {trial.Name} can be run.");
            if (!sweep.Sweep.Keys.IsEmpty)
            {
                CostCheck.Warn(ofAllCells, workers, "trialsim sweep", streams);
                streams.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"So can the {sweep.Sweep.Count:N0} cells of its sweep."));
            }

            BoundsTable.Print(streams, trial.Design);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string Undecided(IReadOnlyList<TargetCheck> checks) => checks.Count(check => check.Verdict == TargetVerdict.Undecided) switch
    {
        0 => "",
        1 => " 1 is undecided: it lies beyond its tolerance by no more than Monte Carlo error explains. Run more replicates.",
        int several => $" {several} are undecided: they lie beyond their tolerances by no more than Monte Carlo error explains. Run more replicates.",
    };

    private static int CheckTargets(string path, Trial trial, int threads, TerminalStreams streams, CancellationToken cancellation)
    {
        if (trial.Targets.IsEmpty)
        {
            throw new UserInputException(
                $"{path}: there are no targets to check. Write 'targets:' at the top level, such as targets: {{power: {{analysis: os_test, figure: power, reported: 0.8, tolerance: 0.03, source: \"study, Table 2\"}}}}.");
        }

        RunAccumulator sum = new(trial, CurvePlan.None);
        Simulation.Run(trial, new ReplicateRange(1, (uint)trial.Run.Replicates), CurvePlan.None, threads, static _ => { }, sum.Add, streams, cancellation);
        if (sum.Replicates < trial.Run.Replicates)
        {
            streams.Error.WriteLine(StoppedBefore);
            return ExitCode.Cancelled;
        }

        IReadOnlyList<OperatingCharacteristic> errors = [];
        if (trial.Targets.Any(target => target.IsUnderNull) && NullTrial.TryDerive(trial, out NullTrial nullTrial, out _))
        {
            RunAccumulator nullSum = new(nullTrial.Trial, CurvePlan.None);
            Simulation.Run(nullTrial.Trial, new ReplicateRange(1, (uint)trial.Run.Replicates), CurvePlan.None, threads, static _ => { }, nullSum.Add, streams, cancellation);
            if (nullSum.Replicates < trial.Run.Replicates)
            {
                streams.Error.WriteLine(StoppedBefore);
                return ExitCode.Cancelled;
            }

            errors = nullSum.UnderNull(nullTrial.Tests);
        }

        IReadOnlyList<TargetCheck> checks = TargetChecks.Of(trial.Design, trial.Targets, [.. sum.Characteristics(), .. errors]);
        streams.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trial.Name}: {trial.Run.Replicates:N0} {(trial.Run.Replicates == 1 ? "replicate" : "replicates")}, seed {trial.Run.Seed}"));
        streams.Out.WriteLine();
        TargetTable.Print(streams, checks);
        TargetTable.Warn(streams, checks);
        int met = checks.Count(check => check.Verdict == TargetVerdict.Met);
        streams.Out.WriteLine(met == checks.Count ? $"All {met} targets are met." : $"{met} of {checks.Count} targets are met.{Undecided(checks)}");
        return met == checks.Count ? ExitCode.Done : ExitCode.TargetMissed;
    }
}
