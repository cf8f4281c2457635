namespace TrialSim.Engine.Randomness;

/// <summary>Seeds of the cells of a sweep that are to have nothing in common.</summary>
public static class CellSeed
{
    /// <summary>The seed of a cell.</summary>
    /// <param name="seed">The sweep's seed.</param>
    /// <param name="cell">Number of the cell, from 1.</param>
    public static ulong Of(ulong seed, uint cell)
    {
        PhiloxBlock block = Philox4x32.Block(new PhiloxBlock(0, (uint)Purpose.CellSeed, cell, 0), seed);
        return ((ulong)block.Word1 << 32) | block.Word0;
    }
}
