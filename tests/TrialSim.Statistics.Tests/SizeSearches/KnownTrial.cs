using TrialSim.Statistics.Probability;
using TrialSim.Statistics.SizeSearches;
using Xunit;

namespace TrialSim.Statistics.Tests.SizeSearches;

/// <summary>Replicates of a trial whose characteristics are known at every size: shares are counted, means strayed by a normal deviate.</summary>
internal sealed class KnownTrial(ulong seed, params Func<long, (double Value, double? Deviation)>[] curves)
{
    private ulong _state = Mixed(seed);

    /// <summary>Power of a test whose drift is 1 at a size, two-sided alpha .05 on one side.</summary>
    public static Func<long, (double, double?)> Power(double driftOfOne) => size => (Normal.UpperTail(Normal.Quantile(0.975) - (driftOfOne * Math.Sqrt(size))), null);

    /// <summary>A share as a known function of the size.</summary>
    public static Func<long, (double, double?)> Share(Func<long, double> share) => size => (share(size), null);

    /// <summary>A mean with the standard deviation over replicates.</summary>
    public static Func<long, (double, double?)> Mean(Func<long, double> mean, double deviation) => size => (mean(size), deviation);

    /// <summary>Searches to the end.</summary>
    public (SearchStep End, List<SearchEvaluation> History) Search(SearchPlan plan)
    {
        List<SearchEvaluation> history = [];
        while (SizeSearch.Next(plan, history) is var step)
        {
            if (step is not SearchStep.Evaluate wanted)
            {
                return (step, history);
            }

            Assert.InRange(history.Count, 0, 200);
            Assert.InRange(wanted.Size, plan.Lowest, plan.Highest);
            history.Add(new SearchEvaluation(wanted.Size, wanted.Replicates, wanted.Purpose, [.. curves.Select(curve => double.IsNaN(curve(wanted.Size).Value) ? (SearchFigure?)null : Draw(curve(wanted.Size), wanted.Replicates))]));
        }

        throw new InvalidOperationException();
    }

    private SearchFigure Draw((double Value, double? Deviation) truth, long replicates)
    {
        if (truth.Deviation is double deviation)
        {
            double error = deviation / Math.Sqrt(replicates);
            return new SearchFigure(truth.Value + (error * Normal.Quantile(Uniform())), error, replicates);
        }

        long hits = 0;
        for (long i = 0; i < replicates; i++)
        {
            hits += Uniform() < truth.Value ? 1 : 0;
        }

        double share = (double)hits / replicates;
        return new SearchFigure(share, Math.Sqrt(share * (1.0 - share) / replicates), replicates);
    }

    // SplitMix64 (Steele, Lea and Flood 2014).
    private double Uniform()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return ((Mixed(_state) >> 11) + 0.5) / (1UL << 53);
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
