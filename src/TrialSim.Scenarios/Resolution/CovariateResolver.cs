using System.Globalization;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Probability;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Baseline covariates.</summary>
internal static class CovariateResolver
{
    /// <summary>Sums of probabilities written in decimals are 1 up to this.</summary>
    private const double SumTolerance = 1e-9;

    /// <summary>The share of a distribution that must lie between its limits, so that values can be drawn from there.</summary>
    private const double SmallestShare = 1e-6;

    private static readonly string[] Kinds = ["probability", "normal", "log_normal"];

    /// <summary>The covariate; null, with the reason reported, when what was written makes none.</summary>
    public static ResolvedCovariate? Resolve(string name, CovariateDocument document, DocumentPath path, ProblemList problems)
    {
        if (problems.HasErrorIn(path))
        {
            return null;
        }

        string[] written = [.. Choice.Written(document).Where(key => key != "source")];
        if (written.Length + (document.Levels is null ? 0 : 1) != 1)
        {
            problems.Error(path, "This is not one distribution. Write levels with their probabilities ({B: 0.7, C: 0.3}), or one of probability, normal, log_normal.");
            return null;
        }

        CovariateDistribution? distribution =
            document.Probability is { } yes ? new CategoricalDistribution(["no", "yes"], [1.0 - yes, yes])
            : document.Normal is { } normal ? Resolve(normal, path.Key("normal"), problems)
            : document.LogNormal is { } logNormal ? Resolve(logNormal, path.Key("log_normal"), problems)
            : Resolve(document.Levels!, path, problems);
        return distribution is null ? null : new ResolvedCovariate(name, InFull(document), distribution);
    }

    private static CovariateDocument InFull(CovariateDocument document) => document with
    {
        Normal = document.Normal is null ? null : document.Normal with
        {
            Min = document.Normal.Min ?? OrNone<Number>.None,
            Max = document.Normal.Max ?? OrNone<Number>.None,
        },
        LogNormal = document.LogNormal is null ? null : document.LogNormal with
        {
            Min = document.LogNormal.Min ?? OrNone<Number>.None,
            Max = document.LogNormal.Max ?? OrNone<Number>.None,
        },
    };

    private static CategoricalDistribution? Resolve(Named<double?> levels, DocumentPath path, ProblemList problems)
    {
        double sum = levels.Entries.Sum(entry => entry.Value ?? 0.0);
        if (Math.Abs(sum - 1.0) > SumTolerance)
        {
            string guess = levels.Entries.Length == 1 ? Advice.DidYouMean(levels.Entries[0].Key, Kinds) : string.Empty;
            problems.Error(
                path,
                string.Create(CultureInfo.InvariantCulture, $"The probabilities of {Advice.List(levels.Names)} sum to {Math.Round(sum, 10)}. Write probabilities that sum to 1.{guess}"));
            return null;
        }

        return new CategoricalDistribution([.. levels.Names], [.. levels.Entries.Select(entry => entry.Value ?? 0.0)]);
    }

    private static NormalDistribution? Resolve(NormalDocument document, DocumentPath path, ProblemList problems)
    {
        double lower = document.Min?.Value?.Value ?? double.NegativeInfinity;
        double upper = document.Max?.Value?.Value ?? double.PositiveInfinity;
        double mean = document.Mean!.Value;
        double sd = document.Sd!.Value;
        return HasRoom((lower - mean) / sd, (upper - mean) / sd, path, problems) ? new NormalDistribution(mean, sd, lower, upper) : null;
    }

    private static LogNormalDistribution? Resolve(LogNormalDocument document, DocumentPath path, ProblemList problems)
    {
        double lower = document.Min?.Value?.Value ?? 0.0;
        double upper = document.Max?.Value?.Value ?? double.PositiveInfinity;
        double median = document.Median!.Value;
        double sigma = document.Sigma!.Value;
        return HasRoom(Math.Log(lower / median) / sigma, Math.Log(upper / median) / sigma, path, problems)
            ? new LogNormalDistribution(median, sigma, lower, upper)
            : null;
    }

    private static bool HasRoom(double lowerZ, double upperZ, DocumentPath path, ProblemList problems)
    {
        if (lowerZ >= upperZ)
        {
            problems.Error(path, "min is not below max. Write the smaller value at min.");
            return false;
        }

        // Differences of the nearer tail keep their digits.
        double share = lowerZ > 0.0 ? Normal.UpperTail(lowerZ) - Normal.UpperTail(upperZ) : Normal.Cdf(upperZ) - Normal.Cdf(lowerZ);
        if (share < SmallestShare)
        {
            problems.Error(path, $"Less than {SmallestShare.ToString("0.######", CultureInfo.InvariantCulture)} of the distribution lies between min and max. Write limits nearer to its middle.");
            return false;
        }

        return true;
    }
}
