using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Patients;

public sealed class PatientCourseTests
{
    private static readonly ClinicalEvent Progression = SmallTrial.Event("progression", CourseEnding.Continues, new ExponentialHazard(0.02));
    private static readonly ClinicalEvent Death = SmallTrial.Event("death", CourseEnding.Fatal, new ExponentialHazard(0.01));

    [Fact, Trait("Source", "ByHand")]
    public void Derive_ConstantHazards_DividesThresholdByHazard()
    {
        // 1 / 0.02 = 50, 2 / 0.01 = 200
        Assert.Equal([50.0, 200.0], Derive(Trial([Progression, Death], []), arm: 0, 1.0, 2.0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_EffectOfTheArm_ScalesTheHazard()
    {
        // 2 / (0.01 × 0.5) = 400
        Effect effect = new(1, [new StateMask(2, 2)], Math.Log(0.5));
        double[] days = Derive(Trial([Progression, Death], [new ArmBit(1, 1)], effect), arm: 1, 1.0, 2.0);

        Assert.Equal(400.0, days[1], 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_EffectFromADay_SpendsTheThresholdPieceByPiece()
    {
        // Until day 30: 0.3 spent of 1. Then 0.7 left at 0.005 a day: 30 + 140 = 170.
        Effect effect = new(1, [new StateMask(3, 3)], Math.Log(0.5));
        double[] days = Derive(Trial([Progression, Death], [new ElapsedBit(0, 30), new ArmBit(1, 1)], effect), arm: 1, 9.0, 1.0);

        Assert.Equal(170.0, days[1], 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_EffectUntilADay_EndsThere()
    {
        // Until day 30 at 0.02: 0.6 spent of 1. Then 0.4 left at 0.01: 30 + 40 = 70.
        Effect effect = new(1, [new StateMask(1, 0)], Math.Log(2));
        double[] days = Derive(Trial([Progression, Death], [new ElapsedBit(0, 30)], effect), arm: 0, 9.0, 1.0);

        Assert.Equal(70.0, days[1], 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_EffectOnceProgressed_StartsOnTheDayOfProgression()
    {
        // Progression on day 50; by then 0.5 of death's threshold of 1 is spent; 0.5 left at 0.03: 50 + 16.67.
        Effect effect = new(1, [new StateMask(1, 1)], Math.Log(3));
        double[] days = Derive(Trial([Progression, Death], [new HadBit(0, 0)], effect), arm: 0, 1.0, 1.0);

        Assert.Equal(50.0, days[0]);
        Assert.Equal(50.0 + (0.5 / 0.03), days[1], 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_SinceProgression_RestartsTheClockAndKeepsTheThreshold()
    {
        // Before: 0.002 a day, so 0.1 of 1 is spent on day 50. After: Weibull of shape 2, scale 100, counted from day 50: 100·√0.9 later.
        ClinicalEvent death = Death with
        {
            Since = 0,
            Hazards = [new HazardChoice(StateMask.Always, new WeibullHazard(2, 100))],
            HazardsBefore = [new HazardChoice(StateMask.Always, new ExponentialHazard(0.002))],
        };
        double[] days = Derive(Trial([Progression, death], []), arm: 0, 1.0, 1.0);

        Assert.Equal(50.0 + (100 * Math.Sqrt(0.9)), days[1], 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_SinceProgressionThatNeverComes_IsTheHazardBefore()
    {
        ClinicalEvent death = Death with { Since = 0, HazardsBefore = [new HazardChoice(StateMask.Always, new ExponentialHazard(0.002))] };
        ClinicalEvent never = SmallTrial.Event("progression", CourseEnding.Continues, new NoHazard());
        double[] days = Derive(Trial([never, death], []), arm: 0, 1.0, 1.0);

        Assert.Equal([double.PositiveInfinity, 500.0], days);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_AfterDeath_NothingHappens()
    {
        // Death on day 10, before the progression that would come on day 50.
        Assert.Equal([double.PositiveInfinity, 10.0], Derive(Trial([Progression, Death], []), arm: 0, 1.0, 0.1));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_NumericCovariate_ScalesTheHazardByItsDistance()
    {
        // Two units above the reference at a hazard ratio of 1.5 each: 1 / (0.01 × 2.25)
        Trial trial = Trial([Progression, Death], []);
        trial = trial with { Truth = trial.Truth with { Slopes = [new CovariateSlope(1, 0, 60, Math.Log(1.5))] } };
        double[] days = new double[2];
        Derive(trial, 0, [62.0], [9.0, 1.0], days);

        Assert.Equal(1 / 0.0225, days[1], 1e-9);
    }

    [Fact, Trait("Source", "Regression")]
    public void Derive_CovariateFarOut_GivesDaysAndNotNaN()
    {
        // exp(±1e6) is no number; the later change of hazard would turn infinity times zero into NaN.
        Effect later = new(1, [new StateMask(1, 1)], Math.Log(2));
        Trial trial = Trial([Progression, Death], [new HadBit(0, 0)], later);
        trial = trial with { Truth = trial.Truth with { Slopes = [new CovariateSlope(1, 0, 0, 1)] } };
        foreach (double covariate in new[] { -1e6, 1e6 })
        {
            double[] days = new double[2];
            Derive(trial, 0, [covariate], [1.0, 1.0], days);
            Assert.All(days, day => Assert.False(double.IsNaN(day)));
            Assert.Equal(covariate < 0, days[1] > 1e100);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Derive_TwoElapsedDaysAlike_ChangesBoth()
    {
        // From day 30 on 0.04 instead of 0.01: 0.3 spent, 0.7 left: 30 + 17.5.
        Effect first = new(1, [new StateMask(1, 1)], Math.Log(2));
        Effect second = new(1, [new StateMask(2, 2)], Math.Log(2));
        double[] days = Derive(Trial([Progression, Death], [new ElapsedBit(0, 30), new ElapsedBit(1, 30)], first, second), arm: 0, 9.0, 1.0);

        Assert.Equal(47.5, days[1], 1e-9);
    }

    [Fact, Trait("Source", "Property")]
    public void Derive_LaterBenefit_NeverBringsDeathForward()
    {
        for (double threshold = 0.01; threshold < 6; threshold += 0.01)
        {
            double last = double.PositiveInfinity;
            foreach (double from in new[] { 1.0, 5, 20, 60, 200, 900 })
            {
                Effect effect = new(1, [new StateMask(1, 1)], Math.Log(0.5));
                double day = Derive(Trial([Progression, Death], [new ElapsedBit(0, from)], effect), arm: 0, 9.0, threshold)[1];
                Assert.True(day <= last);
                last = day;
            }
        }
    }

    private static Trial Trial(ClinicalEvent[] events, StateBit[] bits, params Effect[] effects) =>
        SmallTrial.Of(2).WithEvents(events).WithEffects([.. bits], effects);

    private static double[] Derive(Trial trial, int arm, params double[] thresholds)
    {
        double[] days = new double[thresholds.Length];
        Derive(trial, arm, [], thresholds, days);
        return days;
    }

    private static void Derive(Trial trial, int arm, double[] covariates, double[] thresholds, double[] days) =>
        new PatientCourse(trial.Design, trial.Truth).Derive(
            new PatientKey(SmallTrial.Seed, 1, 0), arm, covariates, thresholds, double.PositiveInfinity, days, new double[days.Length], new CourseLog(1, trial.Design.Protocol).WriterFor(0));
}
