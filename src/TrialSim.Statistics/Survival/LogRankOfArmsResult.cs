using System.Collections.Immutable;

namespace TrialSim.Statistics.Survival;

/// <summary>A log-rank test of any number of arms.</summary>
public sealed class LogRankOfArmsResult
{
    // Events compared in separate risk sets, such as strata without a common arm, leave the covariance short of full rank.
    private const double RankTolerance = 1e-10;

    private readonly double[] _covariance;

    private LogRankOfArmsResult(ImmutableArray<LogRankGroup> groups, double[] covariance, double chiSquare, int degreesOfFreedom, NotEstimable reason)
    {
        Groups = groups;
        _covariance = covariance;
        ChiSquare = chiSquare;
        DegreesOfFreedom = degreesOfFreedom;
        Reason = reason;
    }

    /// <summary>The arms by ascending number.</summary>
    public ImmutableArray<LogRankGroup> Groups { get; }

    /// <summary>Quadratic form of observed minus expected events; 0 without a test.</summary>
    public double ChiSquare { get; }

    /// <summary>Rank of the covariance: one less than the arms in which an event is expected, unless they were never compared with each other.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Why there is no test. The sums of <see cref="Groups"/> hold all the same.</summary>
    public NotEstimable Reason { get; }

    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Probability under the null hypothesis of a chi-square at least as large; 1 without a test.</summary>
    public double PValue => IsEstimable ? Probability.ChiSquare.UpperTail(ChiSquare, DegreesOfFreedom) : 1.0;

    /// <summary>Covariance of the observed events of two arms.</summary>
    /// <param name="first">Place of an arm in <see cref="Groups"/>, from 0.</param>
    /// <param name="second">Place of an arm in <see cref="Groups"/>, from 0.</param>
    public double Covariance(int first, int second) => _covariance[(first * Groups.Length) + second];

    /// <summary>
    /// The test for trend over the arms (Tarone 1975), one degree of freedom: its score is the sum of the arms' scores times events
    /// expected minus observed. Z is positive when arms with higher scores do better.
    /// </summary>
    /// <param name="scores">One number for each of <see cref="Groups"/>, such as a dose.</param>
    /// <exception cref="ArgumentException">There are not as many scores as arms.</exception>
    public LogRankResult Trend(ReadOnlySpan<double> scores)
    {
        if (scores.Length != Groups.Length)
        {
            throw new ArgumentException($"There are {scores.Length} scores for {Groups.Length} arms. Give one for each.", nameof(scores));
        }

        if (!IsEstimable)
        {
            return LogRankResult.Without(Reason);
        }

        // The observed events add up to the expected: scores may be taken from the first, which leaves equal scores exactly nothing.
        double score = 0.0;
        double variance = 0.0;
        for (int g = 0; g < scores.Length; g++)
        {
            double own = scores[g] - scores[0];
            score += own * (Groups[g].Expected - Groups[g].Observed);
            for (int h = 0; h < scores.Length; h++)
            {
                variance += own * (scores[h] - scores[0]) * Covariance(g, h);
            }
        }

        return variance > 0.0
            ? new LogRankResult(score / Math.Sqrt(variance), score, variance, NotEstimable.None)
            : LogRankResult.Without(NotEstimable.NoVariance);
    }

    internal static LogRankOfArmsResult Of(LogRankGroup[] groups, double[] covariance, int patients, bool hasEvents)
    {
        (double chiSquare, int rank) = QuadraticForm(groups, covariance);
        NotEstimable reason = patients == 0 ? NotEstimable.NoPatients
            : !hasEvents ? NotEstimable.NoEvents
            : groups.Length < 2 ? NotEstimable.OneArmEmpty
            : rank == 0 ? NotEstimable.NoVariance
            : NotEstimable.None;
        return reason == NotEstimable.None
            ? new LogRankOfArmsResult([.. groups], covariance, chiSquare, rank, reason)
            : new LogRankOfArmsResult([.. groups], covariance, 0.0, 0, reason);
    }

    /// <summary>Eliminates the arms one after another, the one with the largest remaining variance first, until none is left.</summary>
    private static (double ChiSquare, int Rank) QuadraticForm(LogRankGroup[] groups, double[] covariance)
    {
        int count = groups.Length;
        double[] remaining = [.. covariance];
        double[] score = [.. groups.Select(g => g.Observed - g.Expected)];
        double largest = 0.0;
        for (int g = 0; g < count; g++)
        {
            largest = Math.Max(largest, remaining[(g * count) + g]);
        }

        double chiSquare = 0.0;
        int rank = 0;
        for (; rank < count; rank++)
        {
            int pivot = 0;
            for (int g = 1; g < count; g++)
            {
                pivot = remaining[(g * count) + g] > remaining[(pivot * count) + pivot] ? g : pivot;
            }

            double variance = count == 0 ? 0.0 : remaining[(pivot * count) + pivot];
            if (variance <= RankTolerance * largest)
            {
                break;
            }

            chiSquare += score[pivot] * score[pivot] / variance;
            double[] column = new double[count];
            for (int g = 0; g < count; g++)
            {
                column[g] = remaining[(g * count) + pivot];
            }

            double pivotScore = score[pivot];
            for (int g = 0; g < count; g++)
            {
                score[g] -= column[g] * pivotScore / variance;
                for (int h = 0; h < count; h++)
                {
                    remaining[(g * count) + h] -= column[g] * column[h] / variance;
                }
            }

            for (int g = 0; g < count; g++)
            {
                remaining[(g * count) + pivot] = 0.0;
                remaining[(pivot * count) + g] = 0.0;
            }
        }

        return (chiSquare, rank);
    }
}
