using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Names with probabilities of which exactly one comes true.</summary>
internal static class Shares
{
    /// <summary>Sums of probabilities written in decimals are 1 up to this.</summary>
    private const double SumTolerance = 1e-9;

    /// <summary>The probabilities in the order written; reports a sum other than 1.</summary>
    public static ImmutableArray<double> Resolve(Named<double?>? written, DocumentPath path, ProblemList problems)
    {
        ImmutableArray<double> shares = [.. (written?.Entries ?? []).Select(entry => entry.Value ?? 0.0)];
        if (shares.Length > 0 && Math.Abs(shares.Sum() - 1.0) > SumTolerance && !problems.HasErrorIn(path))
        {
            problems.Error(
                path,
                string.Create(CultureInfo.InvariantCulture, $"The probabilities of {Advice.List(written!.Names)} sum to {Math.Round(shares.Sum(), 10)}. Write probabilities that sum to 1."));
        }

        return shares;
    }
}
