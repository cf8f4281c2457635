using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;
using TrialSim.Statistics.Bayesian;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Proportions;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Tests.Analyses;

/// <summary>Tests of one arm, against a margin and by what is believed, on a few patients written by hand, against R.</summary>
public sealed class OneArmMethodTests
{
    private static readonly Comparison Compare = new(1, 0);
    private static readonly RejectionCriterion OneSided5Percent = new(0.05, RejectionSides.Benefit);
    private static readonly BetaDistribution Even = new(1, 1);

    // binom.test(5, 6, .3, alternative = "greater")$p.value, two-sided, and "less" where fewer are better; qnorm(p, lower.tail = FALSE)
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(BetterDirection.Higher, RejectionSides.Benefit, 0.010935, 2.292618124, Verdict.Rejected)]
    [InlineData(BetterDirection.Higher, RejectionSides.Both, 0.010935, 2.544769161, Verdict.Rejected)]
    [InlineData(BetterDirection.Lower, RejectionSides.Benefit, 0.999271, -3.182915813, Verdict.Retained)]
    public void ExactBinomial_FiveOfSix_IsThatOfR(BetterDirection better, RejectionSides sides, double pValue, double z, Verdict verdict)
    {
        ResultRow row = Responses(better, new ExactBinomialAnalysis("test", 0, [0], 1, 0.3, 0.95, ProportionInterval.ClopperPearson, new RejectionCriterion(0.05, sides)));

        Assert.Equal(pValue, row.PValue, 1e-9);
        Assert.Equal(z, row.Z, 1e-6);
        Assert.Equal((5, 6, verdict, 5.0 / 6.0), (row.Events, row.Patients, row.Verdict, row.Estimate));
        Assert.Equal((0.3587654, 0.9957893), (Math.Round(row.Lower, 7), Math.Round(row.Upper, 7)));
    }

    // 40 events are expected a hundred days where the hazard is .004; here 3 events in 10 + 20 + 30 + 40 + 50 = 150 days: E = .6, Z = (.6 - 3) / sqrt(.6);
    // poisson.test(3)$conf.int / .6
    [Fact, Trait("Source", "ByHand")]
    public void OneSampleLogRank_FivePatients_ComparesEventsWithThoseExpected()
    {
        OneSampleLogRankAnalysis analysis = new("test", 0, [0], 1, new ExponentialHazard(0.004), 0.95, OneSided5Percent);
        HandMade data = new(7, new TimeToEventEndpoint("os", [1]), analysis);
        data.Patient(1, HandMade.Never, 10, HandMade.Never).Patient(1, HandMade.Never, 20, HandMade.Never).Patient(1, HandMade.Never, 30, HandMade.Never);
        data.Patient(1, HandMade.Never, HandMade.Never, 40).Patient(1, HandMade.Never, HandMade.Never, 50);
        data.Patient(0, HandMade.Never, 70, HandMade.Never).Patient(0, HandMade.Never, 80, HandMade.Never);

        ResultRow row = data.RowsAt(1000)[0].Row;

        Assert.Equal((0.6 - 3) / Math.Sqrt(0.6), row.Z, 1e-12);
        Assert.Equal((5.0, Verdict.Retained, 5, 3), (Math.Round(row.Estimate, 12), row.Verdict, row.Patients, row.Events));
        Assert.Equal(0.618672 / 0.6, row.Lower, 1e-5);
        Assert.Equal(8.767273 / 0.6, row.Upper, 1e-5);
    }

    // Farrington and Manning's test of 2 of 6 against 5 of 6 with a margin of .2: R, the restricted likelihood by optimize(tol = 1e-13).
    [Fact, Trait("Source", "Theory")]
    public void ChiSquare_WithMargin_IsFarringtonAndManningsInTheBetterDirection()
    {
        ChiSquareAnalysis analysis = new("test", 0, [0], Compare, ContinuityCorrection.None, 0.95, OneSided5Percent) { Margin = 0.2 };

        ResultRow more = Responses(BetterDirection.Higher, analysis);
        ResultRow fewer = Responses(BetterDirection.Lower, analysis);

        Assert.Equal(RiskDifference.FarringtonManningTest(new TwoArmCounts(2, 6, 5, 6), -0.2).Z, more.Z, 1e-12);
        Assert.Equal(RiskDifference.FarringtonManningTest(new TwoArmCounts(4, 6, 1, 6), -0.2).Z, fewer.Z, 1e-12);
        Assert.Equal((Verdict.Rejected, Verdict.Retained), (more.Verdict, fewer.Verdict));
    }

    // t.test(c(1, 3, 2, 4, 2), c(2, 1, 1, 3), mu = -.5, alternative = "greater"), and with fewer better t.test(-experimental, -control, mu = -.5, …)
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(BetterDirection.Higher, 1.644255915, 0.07220047429)]
    [InlineData(BetterDirection.Lower, -0.2144681628, 0.5818326761)]
    public void TTest_WithMargin_IsShiftedByIt(BetterDirection better, double t, double pValue)
    {
        TTestAnalysis analysis = new("test", 0, [0], Compare, VarianceForm.Welch, 0.95, OneSided5Percent) { Margin = 0.5 };
        HandMade data = new(9, new NumericEndpoint("sessions", new SessionCount(0), better), analysis);
        foreach ((int arm, int count) in new[] { (1, 1), (1, 3), (1, 2), (1, 4), (1, 2), (0, 2), (0, 1), (0, 1), (0, 3) })
        {
            data.Patient(arm, [.. Enumerable.Range(1, count).Select(number => HandMade.Session(10 * number, number))]);
        }

        ResultRow row = data.RowsAt(100)[0].Row;

        Assert.Equal(t, row.Z, 1e-8);
        Assert.Equal(pValue, row.PValue, 1e-7);
        Assert.Equal(0.65, row.Estimate, 1e-12);
    }

    // coxph(Surv(t, s) ~ a): the Wald test of log(1.5) is its Z plus log(1.5) over the standard error; the log-rank test at 1.5 has a test of its own.
    [Fact, Trait("Source", "Theory")]
    public void CoxAndLogRank_WithMargin_AreSetAgainstIt()
    {
        CoxAnalysis cox = new("cox", 0, [0], Compare, Stratification.None, 0.95, OneSided5Percent);
        LogRankAnalysis logRank = new("log_rank", 0, [0], Compare, Stratification.None, RankWeight.Constant, OneSided5Percent) { NullHazardRatio = 1.5 };
        HandMade data = new(8, new TimeToEventEndpoint("os", [1]), cox, cox with { Name = "margin", NullHazardRatio = 1.5 }, logRank);
        foreach ((int arm, double death) in new[] { (0, 10.0), (1, 15), (0, 20), (1, 30), (0, 35), (1, 40), (0, 60), (1, 90) })
        {
            data.Patient(arm, HandMade.Never, death, HandMade.Never);
        }

        ImmutableArray<(RowKey Key, ResultRow Row)> rows = data.RowsAt(1000);

        Assert.Equal(rows[0].Row.Z + (Math.Log(1.5) / rows[0].Row.StandardError), rows[1].Row.Z, 1e-12);
        Assert.Equal(rows[0].Row.Estimate, rows[1].Row.Estimate);
        // Experimental at risk among all at the eight deaths: 4/8, 4/7, 3/6, 3/5, 2/4, 2/3, 1/2, 1/1, each with odds times 1.5.
        double score = 0;
        double variance = 0;
        foreach ((int own, int other, int died) in new[] { (4, 4, 0), (4, 3, 1), (3, 3, 0), (3, 2, 1), (2, 2, 0), (2, 1, 1), (1, 1, 0), (1, 0, 1) })
        {
            double share = 1.5 * own / ((1.5 * own) + other);
            score += share - died;
            variance += share * (1 - share);
        }

        Assert.Equal(score / Math.Sqrt(variance), rows[2].Row.Z, 1e-12);
    }

    // pbeta(.4, 6, 2, lower.tail = FALSE); pbeta(.4, 6, 2) where fewer are better
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(BetterDirection.Higher, 0.9811584, Verdict.Rejected)]
    [InlineData(BetterDirection.Lower, 0.0188416, Verdict.Retained)]
    public void Posterior_OfOneArm_IsThatOfR(BetterDirection better, double probability, Verdict verdict)
    {
        ResultRow row = Responses(better, new PosteriorProbabilityAnalysis("post", 0, [0], new PosteriorQuestion.Share(1, Even, 0.4), 0.95));

        Assert.Equal(probability, row.Estimate, 1e-9);
        Assert.Equal((verdict, 0.0, 0.0), (row.Verdict, row.Z, row.PValue));
    }

    [Fact, Trait("Source", "Theory")]
    public void Posterior_OfTwoArms_FollowsTheBetterDirection()
    {
        PosteriorProbabilityAnalysis analysis = new("post", 0, [0], new PosteriorQuestion.ShareDifference(Compare, new BetaDistribution(2, 3), Even, 0.1), 0.9);

        double more = new BetaDistribution(7, 4).ProbabilityExceeds(new BetaDistribution(3, 5), 0.1);
        double fewer = new BetaDistribution(3, 5).ProbabilityExceeds(new BetaDistribution(7, 4), 0.1);

        Assert.Equal(more, Responses(BetterDirection.Higher, analysis).Estimate, 1e-14);
        Assert.Equal(fewer, Responses(BetterDirection.Lower, analysis).Estimate, 1e-14);
    }

    // Events and days of follow-up: 3 in 150 of the experimental arm, 2 in 150 of the control: pgamma(log(2) / 40, 5, rate = 250), pbeta(.9 * 250 / (.9 * 250 + 250), 5, 4)
    [Fact, Trait("Source", "AgainstR")]
    public void Posterior_OfHazards_IsThatOfR()
    {
        GammaDistribution prior = new(2, 100);
        PosteriorProbabilityAnalysis median = new("median", 0, [0], new PosteriorQuestion.Median(1, prior, 40), 0.5);
        PosteriorProbabilityAnalysis ratio = new("ratio", 0, [0], new PosteriorQuestion.HazardRatio(Compare, prior, prior, 0.9), 0.5);
        HandMade data = new(7, new TimeToEventEndpoint("os", [1]), median, ratio);
        data.Patient(1, HandMade.Never, 10, HandMade.Never).Patient(1, HandMade.Never, 20, HandMade.Never).Patient(1, HandMade.Never, 30, HandMade.Never);
        data.Patient(1, HandMade.Never, HandMade.Never, 40).Patient(1, HandMade.Never, HandMade.Never, 50);
        data.Patient(0, HandMade.Never, 70, HandMade.Never).Patient(0, HandMade.Never, 80, HandMade.Never);

        ImmutableArray<(RowKey Key, ResultRow Row)> rows = data.RowsAt(1000);

        Assert.Equal(0.4357726179, rows[0].Row.Estimate, 1e-7);
        Assert.Equal(0.3073832639, rows[1].Row.Estimate, 1e-7);
    }

    [Fact, Trait("Source", "Theory")]
    public void Predictive_OfOneAndTwoArms_IsTheLibrarys()
    {
        PredictiveProbabilityAnalysis one = new("pred", 0, [0], new PosteriorQuestion.Share(1, Even, 0.5), 0.9, new PredictedEnd.PatientsPerArm(20), 0.8);
        PredictiveProbabilityAnalysis two = one with { Question = new PosteriorQuestion.ShareDifference(Compare, Even, Even, 0.0) };
        TwoArmSuccess success = new(Even, Even, 20, 20, 0.0, 0.9);

        Assert.Equal(PredictiveProbability.OfOneArm(Even, 5, 6, 20, 0.5, 0.9), Responses(BetterDirection.Higher, one).Estimate, 1e-14);
        Assert.Equal(PredictiveProbability.OfOneArm(Even, 1, 6, 20, 0.5, 0.9), Responses(BetterDirection.Lower, one).Estimate, 1e-14);
        Assert.Equal(success.Predictive(Even.After(2, 6), 2, 6, Even.After(5, 6), 5, 6), Responses(BetterDirection.Higher, two).Estimate, 1e-14);
        Assert.Equal(success.Predictive(Even.After(4, 6), 4, 6, Even.After(1, 6), 1, 6), Responses(BetterDirection.Lower, two).Estimate, 1e-14);
    }

    // 3 events in 150 days of the experimental arm with 2 patients left, 2 in 150 of the control with none: all follow-up to come is the experimental arm's.
    [Fact, Trait("Source", "Theory")]
    public void Predictive_OfHazards_IsTheLibrarys()
    {
        GammaDistribution prior = new(2, 100);
        PredictiveProbabilityAnalysis median = new("median", 0, [0], new PosteriorQuestion.Median(1, prior, 40), 0.8, new PredictedEnd.Events(9), 0.5);
        PredictiveProbabilityAnalysis ratio = new("ratio", 0, [0], new PosteriorQuestion.HazardRatio(Compare, prior, new GammaDistribution(1, 70), 0.9), 0.8, new PredictedEnd.Events(12), 0.5);
        HandMade data = new(7, new TimeToEventEndpoint("os", [1]), median, ratio, ratio with { End = new PredictedEnd.Events(4) });
        data.Patient(1, HandMade.Never, 10, HandMade.Never).Patient(1, HandMade.Never, 20, HandMade.Never).Patient(1, HandMade.Never, 30, HandMade.Never);
        data.Patient(1, HandMade.Never, HandMade.Never, 40).Patient(1, HandMade.Never, HandMade.Never, 50);
        data.Patient(0, HandMade.Never, 70, HandMade.Never).Patient(0, HandMade.Never, 80, HandMade.Never);

        ImmutableArray<(RowKey Key, ResultRow Row)> rows = data.RowsAt(1000);

        Assert.Equal(EventPrediction.OfOneArm(prior.After(3, 150), 6, Math.Log(2) / 40, 0.8), rows[0].Row.Estimate, 1e-14);
        Assert.Equal(new HazardRatioPrediction(new GammaDistribution(1, 70), prior, 0.9, 0.8, 12).Predictive(2, 150, 3, 150, 1.0), rows[1].Row.Estimate, 1e-14);
        Assert.Equal(0.0, rows[2].Row.Estimate);
    }

    // Response on day 50 in 5 of 6 patients of the experimental arm, and 2 of 6 of the control arm.
    private static ResultRow Responses(BetterDirection better, Analysis analysis)
    {
        HandMade data = new(12, new BinaryEndpoint("orr", new BestLevelFound(0, [0]), double.PositiveInfinity, better), analysis);
        for (int patient = 0; patient < 6; patient++)
        {
            data.Patient(1, patient < 5 ? [HandMade.Level(50, 0)] : []);
            data.Patient(0, patient < 2 ? [HandMade.Level(50, 0)] : []);
        }

        return data.RowsAt(100)[0].Row;
    }
}
