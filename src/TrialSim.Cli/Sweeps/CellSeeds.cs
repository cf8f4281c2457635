namespace TrialSim.Cli.Sweeps;

/// <summary>The seeds of the cells of a sweep.</summary>
internal enum CellSeeds
{
    /// <summary>All have that of the scenario: the same luck in every cell.</summary>
    Common,

    /// <summary>Each has its own.</summary>
    Independent,
}
