using TrialSim.Model.Targets;
using TrialSim.Results.Targets;

namespace TrialSim.Results.Tests.Targets;

public sealed class TargetChecksTests
{
    private static readonly OperatingCharacteristic[] Rows =
    [
        Row("", "", "", Measures.LookTime, "months", 47.9, 0.001),
        Row("os", "", "a", Measures.Events, "events", 99.0, 0.1),
        Row("os", "test", "b v a", Measures.Power, "probability", 1.0, 0.0),
        Row("os", "test", "b v a", Measures.HazardRatio, "ratio", 0.5, 0.005),
        Row("os", "median", "a", Measures.MedianSurvival, "months", 20.4, 0.02),
        Row("os", "median", "a", Measures.QuantileOf(Measures.MedianSurvival, 0.025), "months", 15.7, 0.02),
        Row("os", "median", "a", Measures.QuantileOf(Measures.MedianSurvival, 0.5), "months", 20.0, 0.02),
        Row("os", "median", "a", Measures.QuantileOf(Measures.MedianSurvival, 0.975), "months", 25.1, 0.02),
    ];

    private static OperatingCharacteristic Row(string endpoint, string analysis, string arm, string measure, string unit, double value, double error) =>
        new("final", endpoint, analysis, arm, measure, unit, value, error, value - (1.96 * error), value + (1.96 * error), 10_000, 0);

    // Names of ThreeArmTrial's design stand for what the rows are about: analysis 0 is "test", 2 is "median".
    private static TargetCheck Check(TargetFigure figure, int endpoint, int analysis, double reported, bool isTime, TargetCriterion criterion, int arm = Target.Unstated, int control = Target.Unstated)
    {
        Target target = new("x", figure, Target.Unstated, endpoint, analysis, arm, control, reported, isTime, criterion, TargetBasis.Reported, "");
        Assert.Equal("", TargetFigures.Fault(ThreeArmTrial.Trial.Design, target, Rows));
        return TargetChecks.Of(ThreeArmTrial.Trial.Design, [target], Rows).Single();
    }

    private static int AnalysisOf(string name) => ThreeArmTrial.Trial.Design.Analyses.Select(analysis => analysis.Name).ToList().IndexOf(name);

    [Theory, Trait("Source", "ByHand")]
    [InlineData(19.5, 0.5, TargetVerdict.Met)] // At the edge.
    [InlineData(19.4, 0.5, TargetVerdict.Missed)]
    [InlineData(20.6, 0.5, TargetVerdict.Missed)]
    public void Of_MedianTime_ComparesTheMiddleOfTheTrials(double months, double tolerance, TargetVerdict verdict)
    {
        TargetCheck check = Check(TargetFigure.Estimate, Target.Unstated, AnalysisOf("median"), months * 30.4375, true, new WithinTolerance(tolerance * 30.4375));

        Assert.Equal((20.0, verdict), (check.Simulated.Value, check.Verdict));
    }

    // Every trial rejected, so the observed error is 0; a true power of .9999 gives an error of .0001, and 4.89 of them reach 1.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.9999, TargetVerdict.Met)]
    [InlineData(0.99, TargetVerdict.Missed)]
    public void Of_ExactShareNearOne_AllowsTheErrorOfTheReportedShare(double power, TargetVerdict verdict)
    {
        TargetCheck check = Check(TargetFigure.Power, Target.Unstated, AnalysisOf("test"), power, false, new WithinMonteCarloError(1e-6));

        Assert.Equal(verdict, check.Verdict);
        Assert.Equal(4.891638475699 * Math.Sqrt(power * (1 - power) / 10_000), check.Allowed!.Value, 1e-9); // qnorm(1 - 5e-7)
    }

    // The standard error of a mean of 10,000 logarithms is .005/.5 = .01, so the logarithms have a standard deviation of 1.
    [Fact, Trait("Source", "ByHand")]
    public void Of_StandardDeviationOfARatio_IsThatOfItsLogarithm()
    {
        TargetCheck check = Check(TargetFigure.StandardDeviation, Target.Unstated, AnalysisOf("test"), 1.0, false, new WithinTolerance(0.0));

        Assert.Equal(1.0, check.Simulated.Value!.Value, 1e-12);
        Assert.Equal(TargetVerdict.Met, check.Verdict);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_MetWithAnIntervalAcrossTheEdge_SaysThatMoreReplicatesWouldMakeItSure()
    {
        TargetCheck check = Check(TargetFigure.Events, 0, Target.Unstated, 100.0, false, new WithinTolerance(1.05));

        Assert.Equal(TargetVerdict.Met, check.Verdict);
        Assert.Equal("the Monte Carlo interval reaches across the edge of the tolerance; more replicates would make it sure", check.Note);
    }

    // 99.0 ± .1: the interval 98.80 to 99.20. Nearer than .95 to 100 lies its end at 99.05 only; nearer than .75 nothing of it.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.95, TargetVerdict.Undecided, "the Monte Carlo interval reaches across the edge of the tolerance; more replicates would decide")]
    [InlineData(0.75, TargetVerdict.Missed, "")]
    public void Of_FigureBeyondTheTolerance_IsMissedOnlyWhereItsIntervalIsToo(double tolerance, TargetVerdict verdict, string note)
    {
        TargetCheck check = Check(TargetFigure.Events, 0, Target.Unstated, 100.0, false, new WithinTolerance(tolerance));

        Assert.Equal((verdict, note), (check.Verdict, check.Note));
    }

    [Fact, Trait("Source", "Property")]
    public void Fault_TimeOfALook_NeedsNoAnalysis()
    {
        TargetCheck check = Check(TargetFigure.LookTime, Target.Unstated, Target.Unstated, 48 * 30.4375, true, new WithinTolerance(30.4375));

        Assert.Equal(47.9, check.Simulated.Value);
    }
}
