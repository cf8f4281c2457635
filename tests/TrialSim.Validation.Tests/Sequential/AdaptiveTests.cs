using System.Text.RegularExpressions;
using TrialSim.Model.Decisions;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Proportions;
using TrialSim.Validation.Tests.Cases;

namespace TrialSim.Validation.Tests.Sequential;

/// <summary>Trials that change at a look, against integrals over the Z that the look may show.</summary>
public sealed class AdaptiveTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // V29, by simulation: in every stretch of the first look's Z as many trials reject as their conditional power says; without an effect it is the conditional error of Müller and Schäfer.
    [Theory, Trait("Source", "Theory")]
    [InlineData(3.088880, "mean: 0.2059253")]
    [InlineData(0.0, "mean: 0")]
    public void ConditionalPower_OfTheFirstLook_IsTheShareThatRejects(double drift, string mean)
    {
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("validation/conditional-power.yaml").Replace("mean: 0.2059253", mean, StringComparison.Ordinal), 5_000, "score_test");
        SequentialBounds bounds = new([0.5, 1.0], [double.PositiveInfinity, 1.959964], SequentialBounds.Unbounded(2), FutilityRule.NonBinding);
        double centre = drift * Math.Sqrt(0.5);
        double[] edges = [double.NegativeInfinity, centre - 0.8, centre - 0.25, centre + 0.25, centre + 0.8, double.PositiveInfinity];
        for (int stretch = 0; stretch < 5; stretch++)
        {
            DecidedTrial[] inside = [.. trials.All.Where(trial => FirstZ(trial) >= edges[stretch] && FirstZ(trial) < edges[stretch + 1])];
            double[] foretold = [.. inside.Select(trial => ConditionalPower.At(bounds, 0, FirstZ(trial), drift))];

            // A trial's own verdict strays around its own power: p(1 − p), summed.
            double error = Math.Sqrt(foretold.Sum(power => power * (1 - power))) / inside.Length;
            _agreement.Mean($"V29 drift {drift}, Z from {edges[stretch]:0.00}", inside.Average(trial => trial.RejectedAt[0] >= 0 ? 1.0 : 0.0), error, Expected.Exact(foretold.Average()));
        }

        double FirstZ(DecidedTrial trial) => trials.RowOf(trial, "halfway", "score_test").Z;
    }

    // A t test of a score with standard deviation 1, 1:1: each patient adds difference/2 to Z a root. At 0 this is the type I error, which fixed weights hold.
    [Theory, Trait("Source", "Independent")]
    [InlineData(0.2)]
    [InlineData(0.0)]
    public void PromisingZone_Reestimation_HasThePowerAndTheSizeOfTheIntegral(double difference)
    {
        TwoStageIntegral exact = new(difference / 2, First: 300, Planned: 600, Max: 900);
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("validation/promising-zone.yaml").Replace("mean: 0.2,", $"mean: {difference},", StringComparison.Ordinal), 6_000, "score_test");

        _agreement.Share($"promising zone, {difference}: stops", trials.Stops("interim", StopReason.Efficacy), trials.All.Count, Expected.Exact(exact.Early));
        _agreement.Share($"promising zone, {difference}: rejects", trials.Rejections("score_test"), trials.All.Count, Expected.Exact(exact.Power()));
        _agreement.Share(
            $"promising zone, {difference}: grows",
            trials.Count(trial => trial.Outcome.StopLook < 0 && trials.RowOf(trial, "final", "score_test").Patients > 600),
            trials.All.Count,
            Expected.Exact(exact.Grows()));
        _agreement.Mean(
            $"promising zone, {difference}: patients",
            [.. trials.All.Select(trial => (double)trials.LastRowOf(trial, "interim", "final", "score_test").Patients)],
            Expected.Exact(exact.Size()));
        if (difference == 0.0)
        {
            Assert.Equal(0.025, exact.Power(), 1e-5);
        }
    }

    // The same for deaths, where Z is normal by approximation: a point of tolerance beside the Monte Carlo error.
    [Theory, Trait("Source", "Independent")]
    [InlineData(0.76)]
    [InlineData(1.0)]
    public void EventReestimation_Shipped_HasThePowerAndTheDeathsOfTheIntegral(double hazardRatio)
    {
        TwoStageIntegral exact = new(-Math.Log(hazardRatio) / 2, First: 165, Planned: 330, Max: 500);
        DecidedTrials trials = DecidedTrials.Run(
            ScenarioFile.Text("event-reestimation.yaml").Replace("hazard_ratio: 0.76", $"hazard_ratio: {hazardRatio}", StringComparison.Ordinal), 4_000, "os_test");

        double rounding = hazardRatio == 1.0 ? 0.0 : 0.02;
        _agreement.Share($"re-estimation, {hazardRatio}: rejects", trials.Rejections("os_test"), trials.All.Count, Expected.Exact(exact.Power()).RoundedTo(rounding));
        _agreement.Share($"re-estimation, {hazardRatio}: grows", trials.Count(trial => trial.DecidedAt[1] >= 0), trials.All.Count, Expected.Exact(exact.Grows()).RoundedTo(0.02));
        _agreement.Mean(
            $"re-estimation, {hazardRatio}: deaths",
            [.. trials.All.Select(trial => (double)trials.LastRowOf(trial, "interim", "final", "os_test").Events)],
            Expected.Exact(exact.Size()).RoundedTo(6));
    }

    // The better of two arms that share a control: Z of the look is the larger of two normals with correlation 1/2. 150 patients an arm, then 225 more of the two that go on.
    [Theory, Trait("Source", "Independent")]
    [InlineData(0.1, 0.2)]
    [InlineData(0.0, 0.0)]
    public void ArmSelection_KeepBest_RejectsAsOftenAsTheIntegral(double low, double high)
    {
        string yaml = ScenarioFile.Text("validation/arm-selection.yaml")
            .Replace("mean: 0.1,", $"mean: {low},", StringComparison.Ordinal).Replace("mean: 0.2,", $"mean: {high},", StringComparison.Ordinal);
        DecidedTrials trials = DecidedTrials.Run(yaml, 6_000);

        foreach ((string arm, double own, double other) in new[] { ("low", low, high), ("high", high, low) })
        {
            double root = Math.Sqrt(150 / 2.0);
            double keeps(double z) => Normal.Cdf((z - (other * root) - (0.5 * (z - (own * root)))) / Math.Sqrt(0.75));
            double density(double z) => Normal.Density(z - (own * root));
            double second(double z) => Normal.UpperTail(((2.2414027 - (Math.Sqrt(150.0 / 375) * z)) / Math.Sqrt(225.0 / 375)) - (own * Math.Sqrt(225 / 2.0)));
            _agreement.Share(
                $"selection {low} and {high}: {arm} rejects",
                trials.Rejections($"{arm}_test"),
                trials.All.Count,
                Expected.Exact(Integral.Of(z => density(z) * keeps(z) * second(z), -8, 12)));
        }
    }

    // Simon 1989, table 1, and the exact distribution of the statistics library.
    [Theory, Trait("Source", "Published")]
    [InlineData(0.4)]
    [InlineData(0.6)]
    public void SimonTwoStage_Stopping_IsTheExactDesign(double probability)
    {
        SimonDesign design = new(7, 16, 23, 46);
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("validation/simon-two-stage.yaml").Replace("CR: 0.6", $"CR: {probability}", StringComparison.Ordinal), 20_000, "responders");

        _agreement.Share($"Simon {probability}: stops", trials.Stops("first_stage", StopReason.Futility), trials.All.Count, Expected.Exact(design.EarlyStopProbability(probability)));
        _agreement.Share($"Simon {probability}: rejects", trials.Rejections("responders"), trials.All.Count, Expected.Exact(design.RejectionProbability(probability)));
        _agreement.Mean(
            $"Simon {probability}: patients who count",
            [.. trials.All.Select(trial => (double)trials.LastRowOf(trial, "first_stage", "final", "responders").Patients)],
            Expected.Exact(design.ExpectedPatients(probability)));
    }

    // Whoever is enrolled while the first stage is awaited is in the trial too; who counts is as in the exact design of the probability that there is.
    [Fact, Trait("Source", "Theory")]
    public void SimonTwoStageCombination_Shipped_StopsAsTheExactDesignDoes()
    {
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("simon-two-stage-combination.yaml"), 3_000, "responders");
        double probability = trials.All.Average(trial => trials.RowOf(trial, "first_stage", "responders").Events / 16.0);
        SimonDesign design = new(7, 16, 23, 46);

        _agreement.Share("Simon of study 000: stops", trials.Stops("first_stage", StopReason.Futility), trials.All.Count, Expected.Exact(design.EarlyStopProbability(probability)));
        _agreement.Share("Simon of study 000: rejects", trials.Rejections("responders"), trials.All.Count, Expected.Exact(design.RejectionProbability(probability)));
        Assert.InRange(trials.All.Where(trial => trial.Outcome.StopLook == 0).Average(trial => trial.Outcome.Patients), 28, 32);
    }

    // Without effects: errors of the shipped confirmatory designs, which may be lower than what is allowed. That of event-reestimation is above.
    [Theory, Trait("Source", "Theory")]
    [InlineData("demo-interim.yaml", 4_000)]
    [InlineData("multi-arm-multi-stage-tace.yaml", 2_000)]
    public void ShippedDesigns_WithoutEffects_RejectAtMostInTheirAlpha(string file, uint sample)
    {
        DecidedTrials trials = DecidedTrials.Run(Regex.Replace(ScenarioFile.Text(file), @"hazard_ratio: [\d.]+, while", "hazard_ratio: 1, while"), sample);
        int[] tested = trials.PrimaryTests();

        long wrong = trials.Count(trial => tested.Any(analysis => trial.RejectedAt[analysis] >= 0));

        output.WriteLine($"| {file} | {(double)wrong / trials.All.Count:0.0000} |");
        Assert.InRange(wrong, 0, Binomial.Band(0.025, trials.All.Count, 2e-6).Highest);
    }
}
