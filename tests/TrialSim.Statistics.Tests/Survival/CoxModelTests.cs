using System.Diagnostics;
using System.Text.Json;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class CoxModelTests
{
    // R 4.2.2, survival 3.5-3: coxph(Surv(time, status) ~ group [+ age] [+ strata(strata)], ties = …).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml", "efron")]
    [InlineData("aml", "breslow")]
    [InlineData("aml", "exact")]
    [InlineData("gehan", "efron")]
    [InlineData("gehan", "breslow")]
    [InlineData("gehan", "exact")]
    [InlineData("gehan", "efron_stratified")]
    [InlineData("gehan", "breslow_stratified")]
    [InlineData("lung", "efron")]
    [InlineData("lung", "breslow")]
    [InlineData("lung", "exact")]
    [InlineData("lung", "efron_stratified")]
    [InlineData("lung", "breslow_stratified")]
    [InlineData("lung", "efron_group_age")]
    [InlineData("lung", "breslow_group_age")]
    [InlineData("veteran", "efron")]
    [InlineData("veteran", "breslow")]
    [InlineData("veteran", "exact")]
    [InlineData("veteran", "efron_stratified")]
    [InlineData("veteran", "breslow_stratified")]
    [InlineData("veteran", "efron_group_age")]
    [InlineData("veteran", "breslow_group_age")]
    public void Fit_ReferenceData_MatchesCoxph(string name, string model)
    {
        ReferenceData data = new(name);
        double[] group = [.. data.Arm.Select(a => (double)a)];
        double[] covariates = model.EndsWith("_age", StringComparison.Ordinal)
            ? [.. group, .. data.Table(".csv").Select(row => row.Number("age"))]
            : group;
        int[] stratum = model.EndsWith("_stratified", StringComparison.Ordinal) ? data.Stratum : [];

        CoxModelResult result = CoxModel.Fit(new CoxSample([], data.Days, data.HasEvent, stratum, covariates), CoxSamples.TiesOf(model));

        AssertMatches(data.Analysis("coxph", model), result);
    }

    // R 4.2.2, survival 3.5-3: coxph(Surv(start, stop, event) ~ transplant + age + year, heart, ties = …).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("efron")]
    [InlineData("breslow")]
    public void Fit_HeartTransplants_MatchesCoxph(string ties)
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("heart.csv")];
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(ReferenceRow.PathOf("heart_ref.json"))).RootElement.GetProperty(ties);

        CoxModelResult result = CoxModel.Fit(
            new CoxSample(
                [.. rows.Select(r => r.Number("start"))],
                [.. rows.Select(r => r.Number("stop"))],
                [.. rows.Select(r => r["event"] == "1")],
                [],
                [.. rows.Select(r => r.Number("transplant")), .. rows.Select(r => r.Number("age")), .. rows.Select(r => r.Number("year"))]),
            CoxSamples.TiesOf(ties));

        AssertMatches(expected, result);
    }

    // cox_samples.csv: 60 random samples of 8 to 60 entries, half of them with many ties, a third with late entry, against
    // coxph(Surv(start, stop, status) ~ x1 + x2 + x3 [+ strata(stratum)], ties = …, control = coxph.control(eps = 1e-13, iter.max = 60)).
    // Where the likelihood diverges R stops far out; its log likelihoods and score test hold.
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_RandomSamples_MatchesCoxph()
    {
        int diverging = 0;
        Assert.All(ReferenceRow.ReadAll("cox_models.csv"), row =>
        {
            CoxModelResult result = CoxSamples.Fit(row);

            Close.Relative(row.Number("loglik0"), result.LogLikelihoodNull, 1e-12, 1e-12);
            Close.Relative(row.Number("score"), result.ScoreChiSquare, 1e-9, 1e-12);
            double[] coefficients = CoxSamples.Numbers(row["coef"]);
            bool diverges = coefficients.Zip([1.0, 10.0, 1.0], (c, scale) => Math.Abs(c) * scale).Max() > 15.0;
            Assert.Equal(diverges ? NotEstimable.Diverges : NotEstimable.None, result.Reason);
            if (diverges)
            {
                Assert.InRange(result.LogLikelihood, row.Number("loglik1") - 1e-4, 0.0);
                diverging++;
                return;
            }

            Close.Relative(row.Number("loglik1"), result.LogLikelihood, 1e-12, 1e-12);
            Close.Relative(row.Number("wald"), result.WaldChiSquare, 1e-8, 1e-9);
            double[] variances = CoxSamples.Numbers(row["var"]);
            for (int a = 0; a < 3; a++)
            {
                Close.Relative(coefficients[a], result.Coefficients[a], 1e-8, 1e-9);
                for (int b = 0; b < 3; b++)
                {
                    Close.Relative(variances[(a * 3) + b], result.Covariance(a, b), 1e-7, 1e-9);
                }
            }
        });

        Assert.Equal(18, diverging);
    }

    // The same samples, the interval of x2: uniroot on coxph(… ~ x1 + x3 + offset(b * x2))$loglik[2] - (loglik - qchisq(.95, 1) / 2).
    [Fact, Trait("Source", "AgainstR")]
    public void ProfileInterval_RandomSamples_MatchesRootsOfTheProfile()
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("cox_models.csv").Where(row => row["profile_lower"] != "NA")];

        Assert.True(rows.Length > 50);
        Assert.All(rows, row =>
        {
            Interval interval = CoxSamples.Fit(row).ProfileInterval(1, 0.95);
            Close.Relative(row.Number("profile_lower"), Math.Log(interval.Lower), 1e-7, 1e-9);
            Close.Relative(row.Number("profile_upper"), Math.Log(interval.Upper), 1e-7, 1e-9);
        });
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(TieHandling.Efron)]
    [InlineData(TieHandling.Breslow)]
    public void Fit_ArmAlone_IsTheRegressionOnTheArm(TieHandling ties)
    {
        ReferenceData data = new("lung");
        CoxResult arm = CoxRegression.Fit(data.StratifiedRiskRows(), ties);

        CoxModelResult model = CoxModel.Fit(
            new CoxSample([], data.Days, data.HasEvent, data.Stratum, [.. data.Arm.Select(a => (double)a)]), ties);

        Close.Relative(arm.LogHazardRatio, model.Coefficients[0], 1e-12);
        Close.Relative(arm.StandardError, model.StandardError(0), 1e-12);
        Close.Relative(arm.OneSidedPValue, model.OneSidedPValue(0), 1e-11);
        Close.Relative(arm.HazardRatioInterval(0.9).Lower, model.HazardRatioInterval(0, 0.9).Lower, 1e-12);
        Interval ours = CoxRegression.ProfileInterval(data.StratifiedRiskRows(), ties, 0.9);
        Close.Relative(ours.Lower, model.ProfileInterval(0, 0.9).Lower, 1e-9);
        Close.Relative(ours.Upper, model.ProfileInterval(0, 0.9).Upper, 1e-9);
    }

    // A covariate in other units, from another origin, and a time that is stretched, leave the tests alone.
    [Fact, Trait("Source", "Property")]
    public void Fit_OtherUnits_ScalesTheCoefficients()
    {
        ReferenceData data = new("veteran");
        double[] age = [.. data.Table(".csv").Select(row => row.Number("age"))];
        double[] arm = [.. data.Arm.Select(a => (double)a)];

        CoxModelResult one = CoxModel.Fit(new CoxSample([], data.Days, data.HasEvent, [], [.. arm, .. age]), TieHandling.Efron);
        CoxModelResult other = CoxModel.Fit(
            new CoxSample([], [.. data.Days.Select(d => d * d)], data.HasEvent, [], [.. arm, .. age.Select(a => (a * 1e6) + 1e9)]),
            TieHandling.Efron);

        Close.Relative(one.Coefficients[0], other.Coefficients[0], 1e-8);
        Close.Relative(one.Coefficients[1], other.Coefficients[1] * 1e6, 1e-8);
        Close.Relative(one.LikelihoodRatioChiSquare, other.LikelihoodRatioChiSquare, 1e-9);
    }

    [Fact, Trait("Source", "Theory")]
    public void Fit_CollinearColumns_NamesTheDependentOne()
    {
        double[] days = [1, 2, 3, 4, 5, 6];
        bool[] hasEvent = [true, true, false, true, true, true];
        double[] one = [1, 0, 2, 1, 3, 0];
        double[] two = [0, 1, 0, 2, 1, 1];

        CoxModelResult sum = CoxModel.Fit(
            new CoxSample([], days, hasEvent, [], [.. one, .. two, .. one.Zip(two, (a, b) => (2.0 * a) - b + 7.0)]), TieHandling.Efron);
        CoxModelResult constant = CoxModel.Fit(new CoxSample([], days, hasEvent, [], [.. one, 5, 5, 5, 5, 5, 5]), TieHandling.Efron);
        CoxModelResult byStratum = CoxModel.Fit(
            new CoxSample([], days, hasEvent, [0, 0, 0, 1, 1, 1], [.. one, 5.1, 5.1, 5.1, 8.3, 8.3, 8.3]), TieHandling.Efron);

        Assert.Equal((NotEstimable.Collinear, 2), (sum.Reason, sum.Column));
        Assert.Equal((NotEstimable.Collinear, 1), (constant.Reason, constant.Column));
        Assert.Equal((NotEstimable.Collinear, 1), (byStratum.Reason, byStratum.Column));
        Assert.Equal((1.0, 1.0, 1.0), (sum.ScorePValue, sum.WaldPValue, sum.LikelihoodRatioPValue));
    }

    // The covariate falls with the day of the event: the likelihood rises to 0, where every event is certain to be the next.
    [Fact, Trait("Source", "Theory")]
    public void Fit_MonotoneLikelihood_GivesTheLimit()
    {
        CoxModelResult result = CoxModel.Fit(
            new CoxSample([], [1, 2, 3, 4], [true, true, true, true], [], [9, 5, 4, 1]), TieHandling.Efron);

        Assert.Equal((NotEstimable.Diverges, 0), (result.Reason, result.Column));
        Assert.Equal(0.0, result.LogLikelihood, 1e-6);
        Close.Relative(-Math.Log(24.0), result.LogLikelihoodNull, 1e-12);
        Assert.True(result.ScoreChiSquare > 0.0);
        Assert.Empty(result.Coefficients);
        Assert.Equal(new Interval(0.0, double.PositiveInfinity), result.ProfileInterval(0, 0.95));
        Assert.Equal(new Interval(0.0, double.PositiveInfinity), result.HazardRatioInterval(0, 0.95));
        Assert.Throws<InvalidOperationException>(() => result.Covariance(0, 0));
    }

    [Fact, Trait("Source", "Theory")]
    public void Fit_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, CoxModel.Fit(new CoxSample([], [], [], [], []), TieHandling.Efron).Reason);
        Assert.Equal(NotEstimable.NoPatients, CoxModel.Fit(new CoxSample([2], [2], [true], [], [1]), TieHandling.Efron).Reason);
        Assert.Equal(NotEstimable.NoPatients, CoxModel.Fit(new CoxSample([], [2], [true], [-1], [1]), TieHandling.Efron).Reason);
        Assert.Equal(NotEstimable.NoEvents, CoxModel.Fit(new CoxSample([], [2, 3], [false, false], [], [1, 2]), TieHandling.Efron).Reason);
        Assert.Equal(NotEstimable.Collinear, CoxModel.Fit(new CoxSample([], [2], [true], [], [1]), TieHandling.Efron).Reason);

        // All at once under Breslow: the mean of the covariate over events is that over those at risk, at a coefficient of 0.
        CoxModelResult atOnce = CoxModel.Fit(new CoxSample([], [0, 0, 0], [true, true, true], [], [1, 2, 4]), TieHandling.Breslow);
        Assert.Equal(0.0, atOnce.Coefficients[0], 1e-12);
    }

    [Fact, Trait("Source", "Theory")]
    public void Sample_WrongColumns_Throws()
    {
        Assert.Throws<ArgumentException>(() => new CoxSample([], [1, 2], [true], [], [1, 2]).Length);
        Assert.Throws<ArgumentException>(() => new CoxSample([], [1, 2], [true, true], [], [1, 2, 3]).Length);
        Assert.Throws<ArgumentException>(() => new CoxSample([2, 0], [1, 2], [true, true], [], [1, 2]).Length);
        Assert.Throws<ArgumentException>(() => new CoxSample([], [1, double.NaN], [true, true], [], [1, 2]).Length);
        Assert.Throws<ArgumentException>(() => new CoxSample([], [1, 2], [true, true], [], [1, double.PositiveInfinity]).Length);
        Assert.Throws<ArgumentException>(() => CoxModel.Fit(new CoxSample([], [1, 2], [true, true], [], []), TieHandling.Efron));
    }

    // A million patients in a hundred thousand strata, with late entry and ties: a quadratic step would take hours.
    [Fact, Trait("Source", "Theory")]
    public void Fit_AMillionPatients_TakesSeconds()
    {
        const int Count = 1_000_000;
        double[] start = new double[Count];
        double[] stop = new double[Count];
        bool[] hasEvent = new bool[Count];
        int[] stratum = new int[Count];
        double[] covariates = new double[2 * Count];
        for (int i = 0; i < Count; i++)
        {
            double uniform = (i * 0.6180339887498949) % 1.0;
            covariates[i] = i % 2;
            covariates[Count + i] = (i * 0.7548776662466927) % 1.0;
            stop[i] = Math.Ceiling(-1000.0 * Math.Log(1.0 - uniform) * Math.Exp(-0.7 * covariates[i]));
            start[i] = i % 11 == 0 ? Math.Min(stop[i], 100.0) : 0.0;
            hasEvent[i] = i % 3 != 0;
            stratum[i] = i % 7 == 0 ? (i / 7) % 100_000 : 0;
        }

        long before = Stopwatch.GetTimestamp();
        CoxModelResult result = CoxModel.Fit(new CoxSample(start, stop, hasEvent, stratum, covariates), TieHandling.Efron);

        Assert.Equal((NotEstimable.None, -1), (result.Reason, result.Column));
        Assert.InRange(result.Coefficients[0], 0.6, 0.8);
        Assert.InRange(Stopwatch.GetElapsedTime(before).TotalSeconds, 0.0, 60.0);
    }

    private static void AssertMatches(JsonElement expected, CoxModelResult result)
    {
        int count = expected.GetProperty("df").GetInt32();
        Assert.Equal(count, result.DegreesOfFreedom);
        for (int a = 0; a < count; a++)
        {
            Close.Relative(expected.GetProperty("coef")[a].GetDouble(), result.Coefficients[a], 1e-8);
            Close.Relative(expected.GetProperty("se")[a].GetDouble(), result.StandardError(a), 1e-8);
            Close.Relative(-expected.GetProperty("z")[a].GetDouble(), result.Z(a), 1e-8);
            Assert.Equal(expected.GetProperty("p")[a].GetDouble(), result.TwoSidedPValue(a), 1e-8);
            Close.Relative(expected.GetProperty("hr_lower95")[a].GetDouble(), result.HazardRatioInterval(a, 0.95).Lower, 1e-8);
            Close.Relative(expected.GetProperty("hr_upper95")[a].GetDouble(), result.HazardRatioInterval(a, 0.95).Upper, 1e-8);
            for (int b = 0; b < count; b++)
            {
                Close.Relative(expected.GetProperty("var")[a][b].GetDouble(), result.Covariance(a, b), 1e-8);
            }
        }

        Close.Relative(expected.GetProperty("loglik0").GetDouble(), result.LogLikelihoodNull, 1e-12);
        Close.Relative(expected.GetProperty("loglik1").GetDouble(), result.LogLikelihood, 1e-12);
        Close.Relative(expected.GetProperty("lr_test").GetDouble(), result.LikelihoodRatioChiSquare, 1e-10, 1e-11);
        Assert.Equal(expected.GetProperty("lr_p").GetDouble(), result.LikelihoodRatioPValue, 1e-10);
        Close.Relative(expected.GetProperty("wald_test").GetDouble(), result.WaldChiSquare, 1e-8);
        Close.Relative(expected.GetProperty("score_test").GetDouble(), result.ScoreChiSquare, 1e-10);
        Assert.Equal(expected.GetProperty("score_p").GetDouble(), result.ScorePValue, 1e-10);
    }
}
