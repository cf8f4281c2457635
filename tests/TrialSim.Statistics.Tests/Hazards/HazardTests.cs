using TrialSim.Statistics.Hazards;
using Xunit;

namespace TrialSim.Statistics.Tests.Hazards;

public sealed class HazardTests
{
    private const double Ln2 = 0.69314718055994530942;

    [Fact, Trait("Source", "ByHand")]
    public void CureMixture_Cured_NeverHaveTheEvent()
    {
        Assert.Equal(double.PositiveInfinity, new CureMixtureHazard(0.3, ExponentialHazard.FromMedian(6.0)).DayOf(-Math.Log(0.3)));
        Assert.Equal(double.PositiveInfinity, new CureMixtureHazard(0.6, ExponentialHazard.FromMedian(6.0)).MedianDays);
    }

    // R 4.2.2: -plnorm(q, log(365), 0.8, lower = FALSE, log.p = TRUE); dlnorm/plnorm at 547.5.
    [Fact, Trait("Source", "AgainstR")]
    public void LogNormal_FromFirstHourToFarTail_MatchesPlnorm()
    {
        LogNormalHazard hazard = new(365.0, 0.8);

        Close.Relative(5.478590233558495e-58, hazard.Cumulative(1e-3), 1e-11);
        Close.Relative(3.4517871309558185e-06, hazard.Cumulative(10.0), 1e-12);
        Close.Relative(Ln2, hazard.Cumulative(365.0), 1e-14);
        Close.Relative(7.5338676130927373, hazard.Cumulative(5000.0), 1e-13);
        Close.Relative(175.50700150474518, hazard.Cumulative(1e9), 1e-13);
        Close.Relative(0.0026166183816362988, hazard.At(547.5), 1e-13);
    }

    // R 4.2.2: -pweibull(q, 1.5, 466.02, lower = FALSE, log.p = TRUE).
    [Fact, Trait("Source", "AgainstR")]
    public void Weibull_Cumulative_MatchesPweibull()
    {
        WeibullHazard hazard = new(1.5, 466.02);

        Close.Relative(9.9401552323266678e-05, hazard.Cumulative(1.0), 1e-14);
        Close.Relative(0.099401552323266668, hazard.Cumulative(100.0), 1e-14);
        Close.Relative(8.8907451225530583, hazard.Cumulative(2000.0), 1e-14);
    }

    // R 4.2.2: -plogis(2 * log(q / 365), lower = FALSE, log.p = TRUE).
    [Fact, Trait("Source", "AgainstR")]
    public void LogLogistic_Cumulative_MatchesPlogis()
    {
        LogLogisticHazard hazard = new(365.0, 2.0);

        Close.Relative(7.5060705345800558e-06, hazard.Cumulative(1.0), 1e-13);
        Close.Relative(0.072377392111795544, hazard.Cumulative(100.0), 1e-13);
        Close.Relative(3.4347738247212733, hazard.Cumulative(2000.0), 1e-13);
    }

    // R 4.2.2, flexsurv's definition: a <- Q^-2; x <- a * exp(Q * (log(t) - log(365)) / 0.8);
    // -pgamma(x, a, lower.tail = (Q < 0), log.p = TRUE) at t = 1, 30, 365, 1500, 9000.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(0.5, new[] { 3.8686733186414537e-06, 0.01071913207414673, 0.83593241162679432, 4.3359923527706847, 21.170839317322411 })]
    [InlineData(1.0, new[] { 0.00062680711767050437, 0.04400839072713926, 1, 5.851241095882413, 54.946123280740117 })]
    [InlineData(2.0, new[] { 0.019724543446498783, 0.17869619938979775, 1.3613205967645214, 11.534205915218392, 761.02793921957993 })]
    [InlineData(-0.5, new[] { 2.8420421906567164e-64, 7.1084442504841926e-06, 0.56822545562735238, 2.4490469905338577, 6.0732780643125199 })]
    [InlineData(-1.2, new[] { 0, 4.2788711200309333e-14, 0.41980621820372643, 1.6623333762513144, 3.4972209758305208 })]
    [InlineData(0.05, new[] { 2.0890132521116641e-12, 0.0012346130521940851, 0.70653465390004744, 3.3472930283720546, 11.053128513735393 })]
    [InlineData(-0.03, new[] { 8.8064416220927116e-15, 0.00072944569130522195, 0.68519995813204426, 3.1983529287505821, 10.015075319973542 })]
    public void GeneralisedGamma_EitherSignOfQ_MatchesPgamma(double q, double[] expected)
    {
        GeneralisedGammaHazard hazard = new(Math.Log(365.0), 0.8, q);
        double[] days = [1, 30, 365, 1500, 9000];

        for (int i = 0; i < days.Length; i++)
        {
            Close.Relative(expected[i], hazard.Cumulative(days[i]), 1e-10, 1e-300);
        }
    }

    [Fact, Trait("Source", "Theory")]
    public void GeneralisedGamma_SpecialShapes_AreWeibullAndLogNormal()
    {
        GeneralisedGammaHazard weibull = new(Math.Log(466.0), 1.0 / 1.5, 1.0);
        GeneralisedGammaHazard logNormal = new(Math.Log(365.0), 0.8, 0.0);

        Close.Relative(new WeibullHazard(1.5, 466.0).Cumulative(800.0), weibull.Cumulative(800.0), 1e-12);
        Close.Relative(new WeibullHazard(1.5, 466.0).At(800.0), weibull.At(800.0), 1e-12);
        Close.Relative(new LogNormalHazard(365.0, 0.8).Cumulative(800.0), logNormal.Cumulative(800.0), 1e-12);
        Close.Relative(new LogNormalHazard(365.0, 0.8).At(800.0), logNormal.At(800.0), 1e-12);
    }

    // Start 0.01, shape -0.02: the ceiling of the cumulative hazard is 0.01/0.02 = 0.5, so exp(-0.5) = 0.607 never have the event.
    [Fact, Trait("Source", "ByHand")]
    public void Gompertz_NegativeShape_HasACeiling()
    {
        GompertzHazard hazard = new(0.01, -0.02);

        Close.Relative(0.5, hazard.Cumulative(double.PositiveInfinity), 1e-14);
        Assert.Equal(double.PositiveInfinity, hazard.DayOf(0.5));
        Assert.Equal(double.PositiveInfinity, hazard.MedianDays);
        Close.Relative(-Math.Log(0.5) / 0.02, hazard.DayOf(0.25), 1e-13);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Gompertz_ShapeZero_IsExponential()
    {
        GompertzHazard hazard = new(0.01, 0.0);

        Assert.Equal(new ExponentialHazard(0.01).Cumulative(70.0), hazard.Cumulative(70.0));
        Assert.Equal(new ExponentialHazard(0.01).DayOf(0.3), hazard.DayOf(0.3));
    }

    // 0.01 a day for 100 days, none for 100 days, then 0.02 a day. The threshold 1 is reached at day 100 exactly, and the last day
    // on which the cumulative hazard is still 1 is day 200.
    [Fact, Trait("Source", "ByHand")]
    public void Piecewise_ThresholdOnAPieceWithoutHazard_StepsOverIt()
    {
        PiecewiseExponentialHazard hazard = new([0.0, 100.0, 200.0], [0.01, 0.0, 0.02]);

        Assert.Equal(99.0, hazard.DayOf(0.99), 10);
        Assert.Equal(200.0, hazard.DayOf(1.0));
        Assert.Equal(210.0, hazard.DayOf(1.2), 10);
        Assert.Equal(1.0, hazard.Cumulative(150.0));
        Assert.Equal(0.0, hazard.At(100.0));
        Assert.Equal(0.02, hazard.At(200.0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Piecewise_LastPieceWithoutHazard_IsNeverExceeded()
    {
        PiecewiseExponentialHazard hazard = new([0.0, 100.0], [0.01, 0.0]);

        Assert.Equal(double.PositiveInfinity, hazard.DayOf(1.0));
        Assert.Equal(double.PositiveInfinity, hazard.DayOf(2.0));
        Assert.Equal(1.0, hazard.Cumulative(double.PositiveInfinity));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Piecewise_SamePieces_AreEqual()
    {
        PiecewiseExponentialHazard one = new([0.0, 100.0], [0.01, 0.02]);

        Assert.Equal(one, new PiecewiseExponentialHazard([0.0, 100.0], [0.01, 0.02]));
        Assert.Equal(one.GetHashCode(), new PiecewiseExponentialHazard([0.0, 100.0], [0.01, 0.02]).GetHashCode());
        Assert.NotEqual(one, new PiecewiseExponentialHazard([0.0, 100.0], [0.01, 0.03]));
    }

    [Fact, Trait("Source", "ByHand")]
    public void NoHazard_Always_NeverHappens()
    {
        NoHazard hazard = new();

        Assert.Equal(double.PositiveInfinity, hazard.DayOf(1e-9));
        Assert.Equal(double.PositiveInfinity, hazard.MedianDays);
        Assert.Equal(1.0, hazard.Survival(double.PositiveInfinity));
        Assert.Equal(0.0, hazard.At(10.0));
    }

    // S = 0.4 at day 365: the exponential has hazard -ln(0.4)/365.
    [Fact, Trait("Source", "ByHand")]
    public void Through_AMilestoneRate_PassesIt()
    {
        SurvivalPoint point = new(365.0, 0.4);
        Hazard[] hazards =
        [
            ExponentialHazard.Through(point),
            WeibullHazard.Through(point, 0.8),
            GompertzHazard.Through(point, 0.002),
            GompertzHazard.Through(point, -0.001),
            LogNormalHazard.Through(point, 1.1),
            LogLogisticHazard.Through(point, 1.4),
            GeneralisedGammaHazard.Through(point, 0.9, -0.4),
            PiecewiseExponentialHazard.Through([point]),
            new CureMixtureHazard(0.25, WeibullHazard.Through(CureMixtureHazard.UncuredPoint(point, 0.25), 1.3)),
        ];

        Assert.All(hazards, hazard => Close.Relative(0.4, hazard.Survival(365.0), 1e-12));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Cumulative_AtDayZero_IsZero()
    {
        Hazard[] hazards =
        [
            new ExponentialHazard(0.01), new WeibullHazard(0.5, 100.0), new GompertzHazard(0.01, 0.001), new LogNormalHazard(100.0, 1.0),
            new LogLogisticHazard(100.0, 0.7), new GeneralisedGammaHazard(4.0, 1.0, 0.5), new GeneralisedGammaHazard(4.0, 1.0, -0.5),
            new PiecewiseExponentialHazard([0.0], [0.01]), new CureMixtureHazard(0.2, new ExponentialHazard(0.01)),
        ];

        Assert.All(hazards, hazard => Assert.Equal(0.0, hazard.Cumulative(0.0)));
        Assert.All(hazards, hazard => Assert.Equal(0.0, hazard.DayOf(0.0)));
        Assert.All(hazards, hazard => Assert.True(hazard.At(0.0) >= 0.0));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_FigureOutOfRange_Throws(double bad)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialHazard(bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeibullHazard(bad, 10.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeibullHazard(1.0, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GompertzHazard(bad, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogNormalHazard(10.0, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogLogisticHazard(bad, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeneralisedGammaHazard(1.0, bad, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExponentialHazard.FromMedian(bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurvivalPoint(bad, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurvivalPoint(10.0, bad));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Constructor_PiecesThatDoNotFit_SaysWhatToWrite()
    {
        Assert.Contains("Start it at day 0", Assert.Throws<ArgumentException>(() => new PiecewiseExponentialHazard([1.0], [0.1])).Message, StringComparison.Ordinal);
        Assert.Contains("ascending order", Assert.Throws<ArgumentException>(() => new PiecewiseExponentialHazard([0.0, 5.0, 5.0], [0.1, 0.1, 0.1])).Message, StringComparison.Ordinal);
        Assert.Contains("at least one piece", Assert.Throws<ArgumentException>(() => new PiecewiseExponentialHazard([0.0], [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PiecewiseExponentialHazard([0.0], [-0.1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CureMixtureHazard(1.0, new ExponentialHazard(0.1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CureMixtureHazard.UncuredPoint(new SurvivalPoint(10.0, 0.3), 0.3));
        Assert.Throws<ArgumentException>(() => WeibullHazard.Through(new SurvivalPoint(20.0, 0.5), new SurvivalPoint(10.0, 0.3)));
    }

    [Fact, Trait("Source", "Regression")]
    public void GompertzThrough_FallTooAbruptForNumbers_SaysSo()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            GompertzHazard.Through(new SurvivalPoint(3043.75, 0.9999), new SurvivalPoint(3043.78, 0.0001)));

        Assert.Contains("No Gompertz falls from survival 0.9999", refused.Message, StringComparison.Ordinal);
    }
}
