using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Weights of log-rank tests.</summary>
internal static class WeightResolver
{
    private const string Forms = "{rho: 0, gamma: 1} for a Fleming–Harrington weight, or {delay: 4mo} for a modest one";

    /// <summary>All event times alike.</summary>
    public static ResolvedWeight Unweighted { get; } = FlemingHarrington(0.0, 0.0);

    /// <summary>The weights of a MaxCombo test unless the scenario says otherwise.</summary>
    public static ImmutableArray<ResolvedWeight> UsualFour { get; } =
        [Unweighted, FlemingHarrington(0.0, 1.0), FlemingHarrington(1.0, 0.0), FlemingHarrington(1.0, 1.0)];

    /// <summary>The weight; <see cref="Unweighted"/>, with the reason reported, when what was written makes none.</summary>
    public static ResolvedWeight Resolve(WeightDocument? document, DocumentPath path, ProblemList problems)
    {
        if (document is null || problems.HasErrorIn(path))
        {
            return Unweighted;
        }

        string[] written = Choice.Written(document);
        bool isFlemingHarrington = written.Length > 0 && written.All(key => key is "rho" or "gamma");
        if (isFlemingHarrington)
        {
            return FlemingHarrington(document.Rho ?? Defaults.Exponent, document.Gamma ?? Defaults.Exponent);
        }

        if (document is { Rho: null, Gamma: null, Delay: { } delay })
        {
            OrNone<Number> maximum = document.MaxWeight ?? OrNone<Number>.None;
            return new ResolvedWeight(
                new WeightDocument { Delay = delay, MaxWeight = maximum },
                RankWeight.ModestByDelay(delay.Days, maximum.Value?.Value ?? double.PositiveInfinity));
        }

        string found = written switch
        {
            [] => "Nothing says what the weight is",
            ["max_weight"] => "'max_weight' stands without 'delay'",
            _ => $"{Advice.List(written)} stand together",
        };
        problems.Error(path, $"{found}. Write {Forms}.");
        return Unweighted;
    }

    /// <summary>The weights of a MaxCombo test; a weight may stand once.</summary>
    public static ImmutableArray<ResolvedWeight> ResolveAll(Listed<WeightDocument>? documents, DocumentPath path, ProblemList problems)
    {
        if (documents is null)
        {
            return UsualFour;
        }

        if (problems.HasErrorIn(path))
        {
            return [];
        }

        int before = problems.ErrorCount;
        ImmutableArray<ResolvedWeight> weights = [.. documents.Items.Select((document, i) => Resolve(document, path[i], problems))];
        for (int i = 0; i < weights.Length && problems.ErrorCount == before; i++)
        {
            int same = weights.Take(i).ToList().FindIndex(weight => weight.Weight == weights[i].Weight);
            if (same >= 0)
            {
                problems.Error(path[i], $"This is the same weight as weights[{same}]. Remove one of the two.");
            }
        }

        return weights;
    }

    private static ResolvedWeight FlemingHarrington(double rho, double gamma) =>
        new(new WeightDocument { Rho = rho, Gamma = gamma }, RankWeight.FlemingHarrington(rho, gamma));
}
