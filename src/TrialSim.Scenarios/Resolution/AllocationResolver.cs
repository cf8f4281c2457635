using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>How patients get their arm.</summary>
internal sealed class AllocationResolver(ResolutionContext context, Named<EndpointDocument>? endpoints)
{
    /// <summary>The allocation, as far as it could be understood.</summary>
    /// <param name="document">What was written.</param>
    /// <param name="patients">Patients of the design; null when that is not known.</param>
    /// <param name="path">Its place.</param>
    public ResolvedAllocation Resolve(AllocationDocument document, int? patients, DocumentPath path)
    {
        AllocationMethod method = document.Method ?? Defaults.Allocation;
        string[] allowed = method switch
        {
            AllocationMethod.PermutedBlock => ["ratio", "block_sizes", "strata"],
            AllocationMethod.Simple => ["ratio"],
            AllocationMethod.BiasedCoin => ["ratio", "strata", "probability"],
            AllocationMethod.Minimisation => ["ratio", "factors", "weights", "imbalance", "probability"],
            AllocationMethod.ResponseAdaptive when document.Rule == AdaptationRule.PlayTheWinner => ["ratio", "rule", "endpoint", "burn_in", "update_every", "min_share"],
            AllocationMethod.ResponseAdaptive => ["ratio", "rule", "endpoint", "burn_in", "update_every", "min_share", "exponent"],
            _ => ["sizes"],
        };
        foreach (string key in Choice.Written(document).Where(key => key != "method" && !allowed.Contains(key)))
        {
            context.Problems.Error(path.Key(key), $"'{key}' has no meaning for {Words.Of(method)}. Remove it; {Words.Of(method)} takes {Advice.List(allowed)}.");
        }

        if (method == AllocationMethod.FixedSizes)
        {
            return new ResolvedAllocation(method, ResolveSizes(document.Sizes, patients, path), [], []);
        }

        ImmutableArray<int> weights = document.Ratio is null
            ? [.. context.Arms.All.Select(_ => Defaults.Weight)]
            : InOrderOfArms(document.Ratio, path.Key("ratio"), "Write its weight, such as 1.");
        ResolvedAllocation allocation = new(
            method,
            weights,
            method == AllocationMethod.PermutedBlock ? ResolveBlockSizes(document.BlockSizes, weights, path.Key("block_sizes")) : [],
            StrataResolver.Resolve(document.Strata, path.Key("strata"), context));
        return method switch
        {
            AllocationMethod.BiasedCoin => allocation with { FavouredProbability = document.Probability ?? Defaults.BiasedCoinProbability },
            AllocationMethod.Minimisation => ResolveMinimisation(allocation, document, path),
            AllocationMethod.ResponseAdaptive => new AdaptationResolver(context, endpoints).Resolve(allocation, document, path),
            _ => allocation,
        };
    }

    private ResolvedAllocation ResolveMinimisation(ResolvedAllocation allocation, AllocationDocument document, DocumentPath path)
    {
        ImmutableArray<Reference> factors = StrataResolver.ResolveFactors(document.Factors, path.Key("factors"), context);
        if (document.Factors is null && !context.Problems.HasErrorIn(path.Key("factors")))
        {
            context.Problems.Error(path, "The key 'factors' is missing. Write factors: with the covariates whose margins are balanced, such as [bclc, site].");
        }

        foreach ((string name, double? _) in document.Weights?.Entries ?? [])
        {
            if (!factors.IsEmpty && factors.All(factor => factor.Name != name))
            {
                context.Problems.Error(path.Key("weights").Key(name), $"'{name}' is none of the factors. Name one of {Advice.List(factors.Select(factor => factor.Name))}, or add it to 'factors'.");
            }
        }

        return allocation with
        {
            Factors = factors,
            FactorWeights = [.. factors.Select(factor => document.Weights?.Entries.FirstOrDefault(entry => entry.Key == factor.Name).Value ?? 1.0)],
            Imbalance = document.Imbalance ?? Defaults.Imbalance,
            FavouredProbability = document.Probability ?? Defaults.MinimisationProbability,
        };
    }

    private ImmutableArray<int> InOrderOfArms(Named<int?> byArm, DocumentPath path, string advice) =>
        [.. context.Arms.MatchAll([.. byArm.Names], path, advice).Select(index => byArm.Entries[index].Value ?? 0)];

    private ImmutableArray<int> ResolveSizes(Named<int?>? sizes, int? patients, DocumentPath path)
    {
        if (sizes is null)
        {
            if (!context.Problems.HasErrorIn(path.Key("sizes")))
            {
                context.Problems.Error(path, "The key 'sizes' is missing. Write sizes: with the number of patients of every arm.");
            }

            return [];
        }

        ImmutableArray<int> inOrder = InOrderOfArms(sizes, path.Key("sizes"), "Write its number of patients.");
        long sum = inOrder.Sum(size => (long)size);
        if (!inOrder.IsEmpty && patients is not null && sum != patients && !context.Problems.HasErrorIn(path.Key("sizes")))
        {
            context.Problems.Error(path.Key("sizes"), $"The sizes sum to {sum}, the design has {patients} patients. Write sizes that sum to {patients}.");
        }

        return inOrder;
    }

    private ImmutableArray<int> ResolveBlockSizes(Listed<int?>? blockSizes, ImmutableArray<int> weights, DocumentPath path)
    {
        int sum = weights.Sum();
        if (blockSizes is null)
        {
            return [Defaults.BlockMultiple * sum];
        }

        for (int i = 0; i < blockSizes.Items.Length; i++)
        {
            if (sum > 0 && blockSizes.Items[i] is { } size && size % sum != 0)
            {
                context.Problems.Error(
                    path[i],
                    $"A block of {size} cannot hold the ratio {string.Join(':', weights)} exactly. Write a multiple of {sum}, such as {Defaults.BlockMultiple * sum}.");
            }
        }

        return [.. blockSizes.Items.Select(size => size ?? 0)];
    }
}
