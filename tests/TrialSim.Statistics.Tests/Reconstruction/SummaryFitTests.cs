using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Parametric;
using TrialSim.Statistics.Reconstruction;
using Xunit;

namespace TrialSim.Statistics.Tests.Reconstruction;

public sealed class SummaryFitTests
{
    private const double DaysPerMonth = 365.25 / 12.0;

    // Study 002: overall survival medians 20 and 16 months, chi-square 4.863 from 53 and 54 patients of 24 months each: shape 2.235,
    // scales 23.56 and 18.85, hazard ratio 0.607, 34 and 44 events, S(24) 0.353 and 0.180.
    [Fact, Trait("Source", "Published")]
    public void Fit_Study002OverallSurvival_GivesItsWeibull()
    {
        TwoArmFit fit = ProportionalWeibull.Fit(new TwoArmFigures(
            16 * DaysPerMonth, 20 * DaysPerMonth, 4.863, 54, 53, 24 * DaysPerMonth, 0));

        Assert.Equal(NotEstimable.None, fit.Reason);
        Assert.Equal(2.235, fit.Control.Shape, 0.0005);
        Assert.Equal(fit.Control.Shape, fit.Experimental.Shape);
        Assert.Equal(23.56, fit.Experimental.ScaleDays / DaysPerMonth, 0.005);
        Assert.Equal(18.85, fit.Control.ScaleDays / DaysPerMonth, 0.005);
        Assert.Equal(0.607, fit.HazardRatio, 0.0005);
        Assert.Equal(34.0, fit.ExpectedEventsExperimental, 0.5);
        Assert.Equal(44.0, fit.ExpectedEventsControl, 0.5);
        Assert.Equal(0.353, fit.Experimental.Survival(24 * DaysPerMonth), 0.0005);
        Assert.Equal(0.180, fit.Control.Survival(24 * DaysPerMonth), 0.0005);
        Close.Relative(4.863, fit.ExpectedChiSquare, 1e-9);
    }

    // Study 002: progression-free survival, medians 9.5 and 6, chi-square 3.970: shape 0.907, scales 14.23 and 8.99, hazard ratio 0.659.
    [Fact, Trait("Source", "Published")]
    public void Fit_Study002Progression_GivesItsWeibull()
    {
        TwoArmFit fit = ProportionalWeibull.Fit(new TwoArmFigures(
            6 * DaysPerMonth, 9.5 * DaysPerMonth, 3.970, 54, 53, 24 * DaysPerMonth, 0));

        Assert.Equal(0.907, fit.Control.Shape, 0.001);
        Assert.Equal(14.23, fit.Experimental.ScaleDays / DaysPerMonth, 0.01);
        Assert.Equal(8.99, fit.Control.ScaleDays / DaysPerMonth, 0.01);
        Assert.Equal(0.659, fit.HazardRatio, 0.001);
    }

    // A midpoint rule in Python with 20,000 points over 24 months gives 0.805005163 at shape 1 and 3.773405255 at shape 2.
    [Theory, Trait("Source", "Independent")]
    [InlineData(1.0, 0.8050051633944041)]
    [InlineData(2.0, 3.773405255056149)]
    public void Fit_ChiSquareOfAShape_GivesTheShape(double shape, double chiSquare) =>
        Close.Relative(shape, ProportionalWeibull.Fit(new TwoArmFigures(16, 20, chiSquare, 54, 53, 24, 0)).Control.Shape, 1e-7);

    // Follow-up of 12 to 36 months: the same rule in Python with the share followed falling from 1 at 12 to 0 at 36, at shape 1.5.
    [Fact, Trait("Source", "Independent")]
    public void Fit_WithAccrual_GivesTheShape() =>
        Close.Relative(1.5, ProportionalWeibull.Fit(new TwoArmFigures(16, 20, 1.8954730147975878, 54, 53, 12, 24)).Control.Shape, 1e-7);

    [Fact, Trait("Source", "ByHand")]
    public void Fit_FiguresThatCannotBe_GiveTheReason()
    {
        Assert.Equal(NotEstimable.NotReached, ProportionalWeibull.Fit(new TwoArmFigures(16, 16, 4.0, 50, 50, 24, 0)).Reason);
        Assert.Equal(NotEstimable.NotReached, ProportionalWeibull.Fit(new TwoArmFigures(16, 17, 400.0, 10, 10, 24, 0)).Reason);
        Assert.Equal(NotEstimable.NotReached, ProportionalWeibull.Fit(new TwoArmFigures(16, 20, 4.0, 50, 50, 0, 0)).Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoArmFigures(16, 20, 0.0, 50, 50, 24, 0));
    }

    // A median of 300 days and 30 % at 500 days, given in either order.
    [Fact, Trait("Source", "Property")]
    public void Through_TwoPoints_PassesThroughBoth()
    {
        SurvivalPoint median = SurvivalPoint.Median(300.0);
        SurvivalPoint milestone = new(500.0, 0.3);
        Assert.All(
            (ParametricModel[])
            [
                new WeibullModel(), new GompertzModel(), new LogNormalModel(), new LogLogisticModel(), new PiecewiseExponentialModel([]),
            ],
            family =>
            {
                Hazard hazard = SummaryFit.Through(family, milestone, median);
                Close.Relative(0.5, hazard.Survival(300.0), 1e-10);
                Close.Relative(0.3, hazard.Survival(500.0), 1e-10);
                Assert.Equal(hazard, SummaryFit.Through(family, median, milestone));
            });
        Assert.Throws<ArgumentException>(() => SummaryFit.Through(new ExponentialModel(), median, milestone));
        Assert.Throws<ArgumentException>(() => SummaryFit.Through(new WeibullModel(), median, new SurvivalPoint(400.0, 0.6)));
    }

    // 30 % cured, the others exponential with 0.004 per day.
    [Fact, Trait("Source", "Theory")]
    public void Through_CureMixture_GivesTheShareBack()
    {
        CureMixtureHazard truth = new(0.3, new ExponentialHazard(0.004));
        CureMixtureHazard found = (CureMixtureHazard)SummaryFit.Through(
            new CureMixtureModel(new ExponentialModel()), new SurvivalPoint(200.0, truth.Survival(200.0)), new SurvivalPoint(600.0, truth.Survival(600.0)));

        Close.Relative(0.3, found.CuredProbability, 1e-9);
        Close.Relative(0.004, ((ExponentialHazard)found.Uncured).PerDay, 1e-9);
        Assert.Throws<ArgumentException>(() => SummaryFit.Through(
            new CureMixtureModel(new ExponentialModel()), new SurvivalPoint(200.0, 0.9), new SurvivalPoint(400.0, 0.3)));
    }
}
