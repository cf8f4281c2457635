using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

public sealed class TruthTests
{
    private const double Month = DaysPer.Month;

    private static readonly Trial ThreeArms = Reading.Trial(Texts.ThreeArms);

    [Fact, Trait("Source", "ByHand")]
    public void Covariates_OfEveryKind_CompileToTheirDistributions()
    {
        Assert.Equal(["bclc", "cirrhosis", "age", "afp"], ThreeArms.Truth.Covariates.Select(covariate => covariate.Name));
        Assert.All(ThreeArms.Truth.Covariates, covariate => Assert.Equal(NamedPurpose.Of("covariate", covariate.Name), covariate.Purpose));
        CategoricalDistribution stage = Assert.IsType<CategoricalDistribution>(ThreeArms.Truth.Covariates[0].Distribution);
        Assert.Equal(["B", "C"], stage.Levels.ToArray());
        Assert.Equal([0.7, 0.3], stage.Probabilities.ToArray());
        CategoricalDistribution cirrhosis = Assert.IsType<CategoricalDistribution>(ThreeArms.Truth.Covariates[1].Distribution);
        Assert.Equal(["no", "yes"], cirrhosis.Levels.ToArray());
        Assert.Equal([1.0 - 0.897, 0.897], cirrhosis.Probabilities.ToArray());
        Assert.Equal(new NormalDistribution(68.0, 9.0, 18.0, 95.0), ThreeArms.Truth.Covariates[2].Distribution);
        Assert.Equal(new LogNormalDistribution(150.0, 1.5, 0.0, double.PositiveInfinity), ThreeArms.Truth.Covariates[3].Distribution);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Covariate_NormalWithoutLimits_IsUnbounded()
    {
        Trial trial = Reading.Trial(Texts.With(Texts.ThreeArms, ", min: 18, max: 95", ""));

        Assert.Equal(new NormalDistribution(68.0, 9.0, double.NegativeInfinity, double.PositiveInfinity), trial.Truth.Covariates[2].Distribution);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Events_WithOriginAndBefore_CompileToBothHazards()
    {
        ClinicalEvent progression = ThreeArms.Truth.Events[0];
        ClinicalEvent death = ThreeArms.Truth.Events[1];

        Assert.Equal(CourseEnding.Continues, progression.Ending);
        Assert.Equal(ClinicalEvent.Randomisation, progression.Since);
        Assert.Empty(progression.HazardsBefore);
        Assert.Equal(NamedPurpose.Of("event", "progression"), progression.Purpose);
        Assert.Equal(CourseEnding.Fatal, death.Ending);
        Assert.Equal(0, death.Since);
        Assert.Equal([new HazardChoice(StateMask.Always, new ExponentialHazard(0.01 / Month))], death.HazardsBefore.ToArray());
        Assert.Equal(4, death.Hazards.Length);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Event_WithOriginAndNothingBefore_HasNoHazardBefore()
    {
        Trial trial = Reading.Trial(Texts.With(Texts.ThreeArms, "      before: {per_month: 0.01}\n", ""));

        Assert.Equal([new HazardChoice(StateMask.Always, new NoHazard())], trial.Truth.Events[1].HazardsBefore.ToArray());
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("death: {", "death: {fatal: false, ", CourseEnding.Continues)]
    [InlineData("death: {", "death: {fatal: true, ", CourseEnding.Fatal)]
    [InlineData("death: {", "death: {", CourseEnding.Fatal)]
    public void Event_NamedDeath_IsFatalUnlessSaidOtherwise(string passage, string replacement, CourseEnding expected)
    {
        Assert.Equal(expected, Reading.Trial(Texts.With(Texts.TwoArms, passage, replacement)).Truth.Events[0].Ending);
    }

    // 107 patients in 27 months: 107/(27 · 30.4375) = 0.1302 a day.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("{duration: 27mo}", AccrualPattern.Uniform, new[] { 0.0 }, new[] { 107.0 / (27 * Month) })]
    [InlineData("{duration: 27mo, pattern: even}", AccrualPattern.Even, new[] { 0.0 }, new[] { 107.0 / (27 * Month) })]
    [InlineData("{rate: {per_month: 5}}", AccrualPattern.Poisson, new[] { 0.0 }, new[] { 5.0 / Month })]
    [InlineData("{rate: {per_day: 5}, pattern: uniform}", AccrualPattern.Uniform, new[] { 0.0 }, new[] { 5.0 })]
    [InlineData("{rate: [{from: 0mo, per_week: 7}, {from: 3mo, per_year: 365.25}]}", AccrualPattern.Poisson, new[] { 0.0, 3 * Month }, new[] { 1.0, 1.0 })]
    public void Accrual_EachForm_CompilesToPatternAndPatientsADay(string written, AccrualPattern pattern, double[] starts, double[] perDay)
    {
        Accrual accrual = Reading.Trial(Texts.With(Texts.TwoArms, "{duration: 27mo}", written)).Truth.Accrual;

        Assert.Equal(new Accrual(pattern, new PiecewiseExponentialHazard(starts, perDay)), accrual);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Loss_ByProbability_IsExponentialThroughIt()
    {
        // 5 % lost by 12 months: hazard −ln(0.95)/365.25 = 0.00014043 a day.
        HazardChoice choice = Assert.Single(ThreeArms.Truth.LossToFollowUp);

        Assert.Equal(0.00014043, Assert.IsType<ExponentialHazard>(choice.Hazard).PerDay, 8);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("none")]
    [InlineData("{probability: 0, by: 12mo}")]
    [InlineData("{hazard: none}")]
    public void Loss_OfNobody_HasNoChoices(string written)
    {
        Assert.Empty(Reading.Trial(Texts.With(Texts.ThreeArms, "{probability: 0.05, by: 12mo}", written)).Truth.LossToFollowUp);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Loss_ByHazardOfArms_HasAChoiceForEach()
    {
        Trial trial = Reading.Trial(Texts.TwoArms + "\n  loss_to_follow_up: {hazard: {by_arm: {control: none, treated: {per_month: 0.01}}}}");

        Assert.Equal([new NoHazard(), new ExponentialHazard(0.01 / Month)], trial.Truth.LossToFollowUp.Select(choice => choice.Hazard));
    }

    // Two names with one FNV-1a key: found by trying names a0, a1, a2, … until two keys met.
    [Fact, Trait("Source", "ByHand")]
    public void Names_WithOneKeyForDraws_AreRefused()
    {
        (string first, string second) = CollidingNames();

        string[] errors = Reading.Errors(Texts.With(Texts.TwoArms, "events: [death]}", $"events: [death, {first}, {second}]}}")
            + $"\n    {first}: {{hazard: none}}\n    {second}: {{hazard: none}}");

        string place = $"19:{second.Length + 7}  truth.events.{second}: ";
        Assert.Equal(
            [$"{place}By chance event '{second}' has the same key for random draws as event '{first}'. Give one of them another name."],
            errors);
    }

    private static (string First, string Second) CollidingNames()
    {
        Dictionary<uint, string> seen = [];
        for (int i = 0; ; i++)
        {
            string name = $"a{i}";
            if (!seen.TryAdd(NamedPurpose.Of("event", name), name))
            {
                return (seen[NamedPurpose.Of("event", name)], name);
            }
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Effects_WithDrawnHazardRatio_ShareADrawByTheirPlace()
    {
        Effect[] effects = [.. Reading.Trial(Texts.DrawnEffects).Truth.Effects];

        Assert.Equal([Effect.NotDrawn, 1, 1, 2, 2], effects.Select(effect => effect.Draw));
        Assert.Equal([1, 0, 1, 1, 1], effects.Select(effect => effect.Event));
        Assert.Equal([Math.Log(2), Math.Log(0.7), Math.Log(0.7), Math.Log(0.8), -0.5 * Math.Log(0.8)], effects.Select(effect => effect.LogHazardRatio));
        Assert.Equal([0, 0.2, 0.2, 0.1, -0.05], effects.Select(effect => effect.LogHazardRatioPerDeviation));
    }
}
