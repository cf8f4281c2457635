using TrialSim.Model.Design;

namespace TrialSim.Engine.Allocations;

/// <summary>The method of each allocation.</summary>
internal static class ArmChoosers
{
    /// <summary>The method of a design.</summary>
    public static IArmChooser Of(TrialDesign design)
    {
        Allocation allocation = design.Allocation;
        return allocation.Method switch
        {
            AllocationMethod.Simple => new SimpleChooser(allocation.Ratio.Length),
            AllocationMethod.PermutedBlock => new BlockChooser(allocation),
            AllocationMethod.FixedSizes => new BlockChooser(allocation.Ratio, [1], Stratification.None),
            AllocationMethod.BiasedCoin => new BiasedCoinChooser(allocation),
            AllocationMethod.Minimisation => new MinimisationChooser(allocation),
            AllocationMethod.ResponseAdaptive => new AdaptiveChooser(design),
            _ => throw new InvalidOperationException($"No method for {allocation.Method}."),
        };
    }
}
