using System.Globalization;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

/// <summary>A hundred random samples of 2 to 25 patients against R 4.2.2, survival 3.5-3; the calls are in Reference/README.md.</summary>
public sealed class SmallSampleTests
{
    private static readonly Dictionary<string, RandomSample> Samples = ReferenceRow.ReadAll("small_samples.csv")
        .GroupBy(row => row["sample"])
        .ToDictionary(
            group => group.Key,
            group => new RandomSample(
                [.. group.Select(row => row.Number("time"))],
                [.. group.Select(row => row["status"] == "1")],
                [.. group.Select(row => byte.Parse(row["arm"], CultureInfo.InvariantCulture))],
                [.. group.Select(row => int.Parse(row["stratum"], CultureInfo.InvariantCulture))]));

    [Theory, Trait("Source", "AgainstR")]
    [InlineData("plain", IntervalTransform.Plain)]
    [InlineData("log", IntervalTransform.Log)]
    [InlineData("log-log", IntervalTransform.LogLog)]
    public void Quantile_SmallSamples_MatchesQuantileOfSurvfit(string confType, IntervalTransform transform)
    {
        ReferenceRow[] expected = [.. ReferenceRow.ReadAll("small_samples_quantiles.csv").Where(row => row["conf_type"] == confType)];

        Assert.Equal(300, expected.Length);
        Assert.All(expected, row =>
        {
            RandomSample sample = Samples[row["sample"]];
            SurvivalSample sorted = new SurvivalOrder(25).Sort(new SurvivalSample(sample.Days, sample.HasEvent, []));

            SurvivalQuantile quantile = KaplanMeier.FillPooled(sorted, new KaplanMeierRow[25]).Quantile(row.Number("prob"), 0.95, transform);

            Close.Relative(row.Number("estimate"), quantile.Days, 1e-12);
            Close.Relative(row.Number("lower"), quantile.Lower, 1e-12);
            Close.Relative(row.Number("upper"), quantile.Upper, 1e-12);
            Assert.Equal(row["estimate"] == "NA", quantile.Reason == NotEstimable.NotReached);
        });
    }

    [Fact, Trait("Source", "AgainstR")]
    public void LogRank_SmallSamples_MatchesSurvdiff() =>
        Assert.All(ReferenceRow.ReadAll("small_samples_tests.csv"), row =>
        {
            LogRankResult result = LogRank.Test(RowsOf(row));

            // R reports a variance of 0 where there is no test, or fails to invert it.
            bool hasTest = row["variance"] != "NA" && row.Number("variance") > 1e-12;
            Assert.Equal(hasTest, result.IsEstimable);
            if (hasTest)
            {
                Close.Relative(row.Number("score"), result.Score, 1e-10, 1e-12);
                Close.Relative(row.Number("variance"), result.Variance, 1e-10);
            }
        });

    // Where the likelihood diverges R stops somewhere far out, with a warning; its null log likelihood and score test still hold.
    [Fact, Trait("Source", "AgainstR")]
    public void Cox_SmallSamples_MatchesCoxph()
    {
        ReferenceRow[] expected = [.. ReferenceRow.ReadAll("small_samples_tests.csv")];
        int diverging = 0;

        Assert.All(expected, row =>
        {
            CoxResult result = CoxRegression.Fit(RowsOf(row), row["ties"] == "efron" ? TieHandling.Efron : TieHandling.Breslow);

            // Where no event compares the arms, R has NA or, from two patients in strata of their own, 0 with an error of 0.
            Assert.Equal(row["coef"] == "NA" || (row.Number("coef") == 0.0 && row.Number("se") == 0.0), result.Reason == NotEstimable.OneArmEmpty);
            if (result.Reason == NotEstimable.OneArmEmpty)
            {
                return;
            }

            Close.Relative(row.Number("loglik0"), result.LogLikelihoodNull, 1e-12);
            Close.Relative(row.Number("cox_score"), result.ScoreChiSquare, 1e-9, 1e-14);
            Assert.Equal(Math.Abs(row.Number("coef")) > 12.0, result.Reason == NotEstimable.Diverges);
            if (result.Reason == NotEstimable.Diverges)
            {
                diverging++;
                return;
            }

            // R's iteration stops on the likelihood, whose digits reach the coefficient by their square root.
            Close.Relative(row.Number("coef"), result.LogHazardRatio, 1e-6, 1e-8);
            Close.Relative(row.Number("se"), result.StandardError, 1e-6);
            Close.Relative(row.Number("loglik1"), result.LogLikelihood, 1e-11, 1e-11);
        });

        Assert.InRange(diverging, 10, expected.Length - 100);
    }

    private static RiskRow[] RowsOf(ReferenceRow row)
    {
        RandomSample sample = Samples[row["sample"]];
        return row["stratified"] == "1"
            ? TwoArms.Rows(sample.Days, sample.HasEvent, sample.Arm, sample.Stratum, RandomSample.Strata)
            : TwoArms.Rows(sample.Days, sample.HasEvent, sample.Arm);
    }
}
