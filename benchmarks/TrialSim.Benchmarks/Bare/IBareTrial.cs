namespace TrialSim.Benchmarks.Bare;

/// <summary>A trial that ships, as one would write it for this trial alone: arrays, sorts and loops; with the engine's draws, one at a time, so that it comes to the same verdicts.</summary>
internal interface IBareTrial
{
    /// <summary>Runs one replicate.</summary>
    /// <param name="replicate">Its number, from 1.</param>
    /// <param name="rejectedAt">Receives of each analysis of the scenario the index of the look at which it first rejects; −1 for not.</param>
    public void Run(uint replicate, Span<int> rejectedAt);
}
