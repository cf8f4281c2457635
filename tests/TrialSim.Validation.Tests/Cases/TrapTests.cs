using TrialSim.Statistics;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Survival;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "Traps",
    "Mistakes in published material",
    Source = "pharma-skills #168; TrialSimulator simulatePfsAndOsIdm.Rmd; lrstat stratified.Rmd; gsDesign 3.11 and its issue 6; simtrial PR 308",
    Asserts = "For each, the right figure, and that the printed one is another",
    Tolerance = "every printed digit; bounds N")]
public sealed class TrapTests
{
    // Stated as 0.738.
    [Fact, Trait("Source", "AgainstR")] // pbeta(0.2, 3, 9, lower.tail = FALSE)
    public void PosteriorOfResponse() => Printed.Digits("0.6174015", Beta.UpperTail(0.2, 3.0, 9.0));

    // The vignette prints h01/(h12 − a)·e^{−at} − e^{−h12 t} without the bracket: a curve that does not begin at 1.
    [Fact, Trait("Source", "Theory")]
    public void OverallSurvivalOfIllnessAndDeath_HasABracket()
    {
        ConstantIllnessDeath model = new(0.10, 0.05, 0.12);
        double a = 0.15;
        double WithoutBracket(double t) => Math.Exp(-a * t) + (0.10 / (0.12 - a) * Math.Exp(-a * t)) - Math.Exp(-0.12 * t);

        Assert.Equal(1.0, model.OverallSurvival(0.0));
        Assert.True(WithoutBracket(0.0) < -3.0);
        Printed.Digits("0.40406179", model.OverallSurvival(12.0));
    }

    // The vignette's 24 strata, 12 patients a month for 24 months, hazard ratio 0.4466. Its hazards are exp(log a ⊗ log b ⊗ log c), the product of the logarithms;
    // the model it states is the product of the hazard ratios. The power is the same, because it depends on the 66 events alone.
    [Fact, Trait("Source", "AgainstR")]
    public void StratifiedVignette_ProductOfLogarithms()
    {
        Printed.Digits("54.92", MonthsTo66Events((a, b, c) => Math.Exp(Math.Log(a) * Math.Log(b) * Math.Log(c))));
        Printed.Digits("147.90", MonthsTo66Events((a, b, c) => a * b * c));
    }

    // gsDesign's default grid prints 2.511427014 and 1.993047523, gsSurv's test type 4 1.99297.
    [Fact, Trait("Source", "AgainstR")]
    public void DefaultGridOfGsDesign_LeavesDigits()
    {
        double[] bounds = SequentialBounds.FromSpending(Spending.OBrienFleming(0.025), [1.0 / 3.0, 2.0 / 3.0, 1.0]).Efficacy;

        Printed.Numerical("2.511427014", bounds[1]);
        Printed.Numerical("1.993047523", bounds[2]);
        Printed.Numerical("1.99297", bounds[2]);
        Assert.True(Math.Abs(bounds[1] - 2.511427014) > 1e-7 && Math.Abs(bounds[2] - 1.993047523) > 1e-8);
    }

    // East, rpact and gsDesign take Schoenfeld's or Freedman's events at other allocations than 1:1, which differ: so the formula is named.
    [Fact, Trait("Source", "Theory")]
    public void UnequalRandomisation_TheFormulaHasAName()
    {
        TestError error = new(0.025, 0.8);
        double schoenfeld = EventsFormula.Schoenfeld(0.7, error, 2.0 / 3.0);
        double freedman = EventsFormula.Freedman(0.7, error, 2.0 / 3.0);

        // (z + z)²·(1 + 2·0.7)²/(2·(1 − 0.7)²) by hand.
        Assert.Equal(7.848879734 * Math.Pow(1.0 + (2.0 * 0.7), 2) / (2.0 * 0.09), freedman, 1e-5);
        Printed.Exact("277.635490", schoenfeld);
        Assert.True(Math.Abs(schoenfeld - freedman) > 20.0);
    }

    // The transform and the variance are arguments of every call, and they matter: nine patients, one event a day.
    [Fact, Trait("Source", "AgainstR")] // quantile(survfit(Surv(1:9, rep(1, 9)) ~ 1, conf.type = …), .5): 5 (3, NA), 5 (1, 8), 5 (3, 7)
    public void MedianInterval_TransformIsStated()
    {
        SurvivalSample sample = new([1, 2, 3, 4, 5, 6, 7, 8, 9], [.. Enumerable.Repeat(true, 9)], []);
        KaplanMeierCurve curve = KaplanMeier.FillPooled(sample, new KaplanMeierRow[9]);

        Assert.Equal(new SurvivalQuantile(5, 3, double.PositiveInfinity, NotEstimable.None), curve.Median(0.95, IntervalTransform.Log));
        Assert.Equal(new SurvivalQuantile(5, 1, 8, NotEstimable.None), curve.Median(0.95, IntervalTransform.LogLog));
        Assert.Equal(new SurvivalQuantile(5, 3, 7, NotEstimable.None), curve.Median(0.95, IntervalTransform.Plain));
        Assert.NotEqual(
            RestrictedMean.Of(curve, 7.0, RestrictedMeanVariance.Greenwood).StandardError,
            RestrictedMean.Of(curve, 7.0, RestrictedMeanVariance.BiasCorrected).StandardError);
    }

    // Four patients with events on days 1 to 4, odd days control. Pooled S(t−) is 1, 3/4, 1/2, 1/4: the score with weight S is
    // 1·(2/4) + ¾·(2/3 − 1) + ½·(1/2) + ¼·(1 − 1) = ½. With S(t) it would be ¾·½ − ½·⅓ + ¼·½ = ⅓.
    [Fact, Trait("Source", "ByHand")]
    public void WilcoxonWeight_IsPooledAndLeftContinuous() =>
        Assert.Equal(0.5, WeightedLogRank.Test(Days(1, 2, 3, 4), RankWeight.FlemingHarrington(1.0, 0.0)).Score, 1e-14);

    // Two days that differ in the last bit are two days here: the tie of 0.3 and 0.1 + 0.2 changes the variance. Round before analysing.
    [Fact, Trait("Source", "Theory")]
    public void NearlyTiedTimes_AreDistinct()
    {
        Assert.Equal(LogRank.Test(Days(0.3, 0.31, 1, 2)), LogRank.Test(Days(0.3, 0.1 + 0.2, 1, 2)));
        Assert.NotEqual(LogRank.Test(Days(0.3, 0.3, 1, 2)).Variance, LogRank.Test(Days(0.3, 0.1 + 0.2, 1, 2)).Variance);
    }

    private static RiskRow[] Days(params double[] days) => new TwoArmPatients(days, [true, true, true, true], [0, 1, 0, 1], []).RiskRows;

    private static double MonthsTo66Events(Func<double, double, double, double> combined)
    {
        double[] cell = [1, 2.127, 0.528, 0.413];
        double[] cellShare = [0.28, 0.13, 0.25, 0.34];
        double[] age = [1, 0.438];
        double[] ageShare = [0.28, 0.72];
        double[] status = [1, 0.614, 0.159];
        double[] statusShare = [0.43, 0.37, 0.2];
        double low = 24.0;
        double high = 1_000.0;
        while (high - low > 1e-6)
        {
            double month = 0.5 * (low + high);
            double events = 0.0;
            for (int i = 0; i < 4; i++)
            {
                for (int j = 0; j < 2; j++)
                {
                    for (int k = 0; k < 3; k++)
                    {
                        double hazard = 0.009211 * combined(cell[i], age[j], status[k]);
                        events += PlannedTrials.Of(
                            AccrualRates.Uniform(288.0 * cellShare[i] * ageShare[j] * statusShare[k], 24.0),
                            PlannedTrials.PerMonth(hazard),
                            PlannedTrials.PerMonth(0.4466 * hazard),
                            0.0).Events(month);
                    }
                }
            }

            (low, high) = events < 66.0 ? (month, high) : (low, month);
        }

        return low;
    }
}
