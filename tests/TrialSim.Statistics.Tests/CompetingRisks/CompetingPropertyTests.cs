using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.CompetingRisks;
using TrialSim.Statistics.Survival;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.CompetingRisks;

public sealed class CompetingPropertyTests
{
    // Invented: 30 patients of three groups, two strata, no day without ties. R 4.2.2, cmprsk 2.2-11: cuminc(t, cause, g, s, rho)$Tests;
    // crr(t, cause, cbind(x, g == 1), gtol = 1e-14); survival 3.5-3: survdiff(Surv(t, cause == 1) ~ g + strata(s), rho).
    [Fact, Trait("Source", "AgainstR")]
    public void ThreeGroupsTwoStrataTiesEverywhere_MatchR()
    {
        double[] days = [1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 6, 7, 8, 8, 8, 9, 9, 10, 11, 12, 2, 3, 5, 5, 7, 7, 9, 10, 12, 13];
        byte[] cause = [1, 0, 2, 1, 1, 0, 2, 1, 2, 0, 1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 1, 2, 0, 1, 1, 2, 1, 0, 2, 1];
        byte[] group = [.. Enumerable.Range(0, 30).Select(i => (byte)(i % 3))];
        int[] stratum = [.. Enumerable.Range(0, 30).Select(i => i % 5 < 2 ? 0 : 1)];
        double[] x = [0.5, -1, 2, 0, 1.5, 3, -2, 1, 0, 2.5, 1, 1, -1, 0, 2, 0.5, -0.5, 1, 2, 0, 3, -1, 1, 0, 2, 1, 0, -2, 1, 0.5];
        CompetingSample sample = new(days, cause, group, stratum);

        Close.Relative(0.116592698122411, GrayTest.Test(sample, 1).ChiSquare, 1e-10);
        Close.Relative(0.390272183306909, GrayTest.Test(sample, 2).ChiSquare, 1e-10);
        Close.Relative(0.073136651130727, GrayTest.Test(sample, 1, 1.0).ChiSquare, 1e-10);
        Close.Relative(0.409651323336577, GrayTest.Test(sample, 2, 1.0).ChiSquare, 1e-10);
        FineGrayResult fit = FineGray.Fit(sample, 1, [.. x.Zip(group, (a, g) => new[] { a, g == 1 ? 1.0 : 0.0 }).SelectMany(row => row)], 2, FineGrayForm.Sandwich);
        Close.Relative(0.3267093966057051, fit.Coefficients[0], 1e-7);
        Close.Relative(0.0582943957641557, fit.Coefficients[1], 1e-6);
        Close.Relative(0.0426349410371546, fit.Covariance[0, 0], 1e-6);
        Close.Relative(0.2979628261575218, fit.Covariance[1, 1], 1e-6);
        Close.Relative(-41.7587620519969, fit.LogLikelihood, 1e-12);
        SurvivalSample sorted = new SurvivalOrder(30).Sort(new SurvivalSample(days, [.. cause.Select(c => c == 1)], group, stratum));
        Close.Relative(0.0455123131288257, LogRankOfArms.TestStratified(sorted, RankWeight.Constant).ChiSquare, 1e-10);
        Close.Relative(0.00692692042445468, LogRankOfArms.TestStratified(sorted, RankWeight.FlemingHarrington(1.0, 0.0)).ChiSquare, 1e-9);
        Close.Relative(0.0195709120143645, LogRankOfArms.TestStratified(sorted, RankWeight.FlemingHarrington(0.5, 0.0)).ChiSquare, 1e-9);
    }

    // At every time the incidences of all causes and the share without an event add up to 1, and that share is Kaplan–Meier's of any event.
    [Fact, Trait("Source", "Property")]
    public void Incidences_AllCauses_AddUpToOneMinusKaplanMeier() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                byte[] cause = [.. sample.HasEvent.Zip(sample.Stratum, (e, s) => e ? (byte)(1 + s) : (byte)0)];
                SurvivalSample sorted = new SurvivalOrder(sample.Days.Length).Sort(new SurvivalSample(sample.Days, sample.HasEvent, []));
                KaplanMeierCurve curve = KaplanMeier.FillPooled(sorted, new KaplanMeierRow[sample.Days.Length]);
                CumulativeIncidenceCurve[] incidences =
                    [.. ((byte[])[1, 2, 3]).Select(c => CumulativeIncidence.Estimate(new CompetingSample(sample.Days, cause), c, IncidenceVariance.Counting))];
                foreach (KaplanMeierRow row in curve.Rows)
                {
                    double sum = incidences.Where(i => i.IsEstimable).Sum(i => i.At(row.Days).Incidence);
                    if (Math.Abs(1.0 - row.Survival - sum) > 1e-12)
                    {
                        return false;
                    }
                }

                return true;
            }).Check(Cases.Of(500));

    // With one cause nobody stays at risk after another: Gray's scores are observed minus expected of the log-rank test. Its variance is another.
    [Fact, Trait("Source", "Property")]
    public void Gray_OneCause_HasTheScoreOfTheLogRank() =>
        Prop.ForAll(
            Arb.From(RandomSample.Untied),
            sample =>
            {
                byte[] cause = [.. sample.HasEvent.Select(e => e ? (byte)1 : (byte)0)];
                GrayTestResult gray = GrayTest.Test(new CompetingSample(sample.Days, cause, sample.Arm, []), 1);
                LogRankResult logRank = TwoArms.LogRankOf(sample.Days, sample.HasEvent, sample.Arm);
                return !gray.IsEstimable || !logRank.IsEstimable || Math.Abs(Math.Abs(gray.Scores[0]) - Math.Abs(logRank.Score)) < 1e-9;
            }).Check(Cases.Of(500));

    // Fine–Gray without a competing event is Cox's regression. Where all events of one arm come before those of the other the estimate has no bound,
    // and each iteration stops where its own tolerance says, far out.
    [Fact, Trait("Source", "Property")]
    public void FineGray_OneCause_IsCox() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                double[] arm = [.. sample.Arm.Select(a => (double)a)];
                CoxModelResult cox = CoxModel.Fit(new CoxSample([], sample.Days, sample.HasEvent, [], arm), TieHandling.Efron);
                byte[] cause = [.. sample.HasEvent.Select(e => e ? (byte)1 : (byte)0)];
                FineGrayResult fineGray = FineGray.Fit(new CompetingSample(sample.Days, cause), 1, arm, 1, FineGrayForm.WeightedCox);
                const double FarOut = 15.0;
                return !cox.IsEstimable || !fineGray.IsEstimable
                    || (Math.Abs(cox.Coefficients[0]) > FarOut && Math.Abs(fineGray.Coefficients[0]) > FarOut)
                    || (Math.Abs(cox.Coefficients[0] - fineGray.Coefficients[0]) < 1e-6 && Math.Abs(cox.StandardError(0) - fineGray.StandardErrors[0]) < 1e-6);
            }).Check(Cases.Of(300));
}
