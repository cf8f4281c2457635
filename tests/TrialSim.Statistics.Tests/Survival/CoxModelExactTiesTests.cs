using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class CoxModelExactTiesTests
{
    // The samples of cox_samples.csv with ties = "exact"; cox_exact.R gives the call. Where the likelihood diverges R stops far out.
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_RandomSamplesExactTies_MatchesCoxph() => Assert.All(ReferenceRow.ReadAll("cox_exact.csv"), row =>
    {
        CoxModelResult result = CoxSamples.Fit(row);

        Close.Relative(row.Number("loglik0"), result.LogLikelihoodNull, 1e-12, 1e-12);
        Close.Relative(row.Number("score"), result.ScoreChiSquare, 1e-9, 1e-12);
        double[] coefficients = CoxSamples.Numbers(row["coef"]);
        bool diverges = coefficients.Zip([1.0, 10.0, 1.0], (c, scale) => Math.Abs(c) * scale).Max() > 15.0;
        Assert.Equal(diverges ? NotEstimable.Diverges : NotEstimable.None, result.Reason);
        for (int a = 0; a < 3 && !diverges; a++)
        {
            Close.Relative(coefficients[a], result.Coefficients[a], 1e-7, 1e-8);
            Close.Relative(CoxSamples.Numbers(row["var"])[4 * a], result.Covariance(a, a), 1e-6, 1e-9);
        }
    });

    // heart in steps of 60 days, 172 rows, up to 36 events on a day: start = floor(start / 60), stop = ceiling(stop / 60), the risk sets as strata
    // of coxph(Surv(rep(1, n), case) ~ transplant + age + strata(set), ties = "exact"): -0.0526942083016205 (0.3086844111981261),
    // 0.0297576208095866 (0.0154760530137219), log likelihoods -180.141827073183, -178.127730866410, score 3.75924448450966.
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_HeartManyTiesExact_MatchesCoxph()
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("heart.csv")];
        double[] stops = [.. rows.Select(r => Math.Ceiling(r.Number("stop") / 60.0))];

        CoxModelResult result = CoxModel.Fit(
            new CoxSample(
                [.. rows.Select((r, i) => Math.Min(Math.Floor(r.Number("start") / 60.0), stops[i]))],
                stops,
                [.. rows.Select(r => r["event"] == "1")],
                [],
                [.. rows.Select(r => r.Number("transplant")), .. rows.Select(r => r.Number("age"))]),
            TieHandling.Exact);

        Assert.Equal(-0.0526942083016205, result.Coefficients[0], 1e-9);
        Assert.Equal(0.3086844111981261, result.StandardError(0), 1e-9);
        Assert.Equal(0.0297576208095866, result.Coefficients[1], 1e-9);
        Assert.Equal(0.0154760530137219, result.StandardError(1), 1e-9);
        Assert.Equal(-180.141827073183, result.LogLikelihoodNull, 1e-9);
        Assert.Equal(-178.127730866410, result.LogLikelihood, 1e-9);
        Assert.Equal(3.75924448450966, result.ScoreChiSquare, 1e-8);
    }

    // 600 patients, 100 on each of six days: coxph(Surv(t, e) ~ x, ties = "exact"): 0.0545071534845981 (0.237735383447423),
    // log likelihoods -715.264800271637, -715.238514971871, score 0.0525700484965932.
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_FortyEventsADayExact_MatchesCoxph()
    {
        int[] patients = [.. Enumerable.Range(1, 600)];

        CoxModelResult result = CoxModel.Fit(
            new CoxSample(
                [],
                [.. patients.Select(i => (double)(((i - 1) / 100) + 1))],
                [.. patients.Select(i => i * 11 % 7 < 3)],
                [],
                [.. patients.Select(i => i * 7 % 13 / 13.0)]),
            TieHandling.Exact);

        Assert.Equal(0.0545071534845981, result.Coefficients[0], 1e-9);
        Assert.Equal(0.237735383447423, result.StandardError(0), 1e-9);
        Assert.Equal(-715.264800271637, result.LogLikelihoodNull, 1e-8);
        Assert.Equal(-715.238514971871, result.LogLikelihood, 1e-8);
        Assert.Equal(0.0525700484965932, result.ScoreChiSquare, 1e-9);
    }

    [Fact, Trait("Source", "Property")]
    public void Fit_ExactTiesOfAHundredThousandOnADay_SaysWhy()
    {
        int count = 100_000;
        CoxSample sample = new(
            [],
            [.. Enumerable.Repeat(1.0, count)],
            [.. Enumerable.Repeat(true, count)],
            [],
            [.. Enumerable.Range(0, count).Select(i => (double)(i % 2))]);

        Assert.Equal(NotEstimable.TooManyOutcomes, CoxModel.Fit(sample, TieHandling.Exact).Reason);
    }
}
