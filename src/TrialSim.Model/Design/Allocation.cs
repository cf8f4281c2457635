using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>The rule that gives each randomised patient an arm.</summary>
/// <param name="Method">How the next arm is chosen.</param>
/// <param name="Ratio">Weight of each arm, in the order of the arms, positive. For <see cref="AllocationMethod.FixedSizes"/> the number of patients of each arm.</param>
/// <param name="BlockSizes">For permuted blocks: sizes to choose among with equal probability, each a multiple of the sum of <paramref name="Ratio"/>.</param>
/// <param name="Strata">Factors whose combinations have blocks of their own.</param>
public sealed record Allocation(
    AllocationMethod Method,
    ImmutableArray<int> Ratio,
    ImmutableArray<int> BlockSizes,
    Stratification Strata);
