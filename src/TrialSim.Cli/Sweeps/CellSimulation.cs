using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results.Sweeps;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Sweeps;

/// <summary>Runs one cell of a sweep.</summary>
internal static class CellSimulation
{
    /// <summary>Why a trial has no null hypothesis; empty where it has one.</summary>
    public static string WhyNoNull(Trial trial) => NullTrial.TryDerive(trial, out _, out string whyNot) ? "" : whyNot;

    /// <summary>What the cell shows; null where it was stopped before its end.</summary>
    /// <param name="subject">The sweep.</param>
    /// <param name="number">The cell, which can be run.</param>
    /// <param name="threads">Threads, the calling one among them.</param>
    /// <param name="cancellation">Stops it.</param>
    public static CellRecord? Run(SweepSubject subject, int number, int threads, CancellationToken cancellation)
    {
        Scenario scenario = subject.Read(number).Scenario!;
        Trial trial = scenario.Trial;
        List<CellFigure> figures = [];
        if (!TryRun(trial, CellRecorder.Of(trial), figures, threads, cancellation))
        {
            return null;
        }

        if (subject.WithNull && NullTrial.TryDerive(trial, out NullTrial derived, out _) && !derived.Tests.IsEmpty
            && !TryRun(derived.Trial, CellRecorder.UnderNull(derived), figures, threads, cancellation))
        {
            return null;
        }

        return new CellRecord(number, ScenarioDigest.Of(scenario.ResolvedYaml), trial.Run.Seed, trial.Run.Replicates, [.. figures]);
    }

    private static bool TryRun(Trial trial, CellRecorder recorder, List<CellFigure> figures, int threads, CancellationToken cancellation)
    {
        Campaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, (uint)trial.Run.Replicates), CurvePlan.None, threads, recorder.Prepare, recorder.Add, cancellation);
        figures.AddRange(recorder.Figures());
        return recorder.Replicates == trial.Run.Replicates;
    }
}
