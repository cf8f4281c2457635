using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>The rule that gives each randomised patient an arm.</summary>
/// <param name="Method">How the next arm is chosen.</param>
/// <param name="Ratio">Weight of each arm, in the order of the arms, positive. For <see cref="AllocationMethod.FixedSizes"/> the number of patients of each arm.</param>
/// <param name="BlockSizes">For permuted blocks: sizes to choose among with equal probability, each a multiple of the sum of <paramref name="Ratio"/>.</param>
/// <param name="Strata">Factors whose combinations are balanced each on its own, by permuted blocks or a biased coin.</param>
public sealed record Allocation(
    AllocationMethod Method,
    ImmutableArray<int> Ratio,
    ImmutableArray<int> BlockSizes,
    Stratification Strata)
{
    /// <summary>For a biased coin and minimisation: the probability of the arms that restore balance, above 0 up to 1.</summary>
    public double FavouredProbability { get; init; } = 1.0;

    /// <summary>For minimisation: the factors whose margins are balanced.</summary>
    public ImmutableArray<MinimisationFactor> Factors { get; init; } = [];

    /// <summary>For minimisation: how far from balance a margin is.</summary>
    public ImbalanceMeasure Imbalance { get; init; }

    /// <summary>For response-adaptive allocation: how outcomes change it.</summary>
    public ResponseAdaptation Adaptation { get; init; } = ResponseAdaptation.None;
}
