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
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("validation/conditional-power.yaml").Replace("mean: 0.2059253", mean, StringComparison.Ordinal), 8_000);
        SequentialBounds bounds = new([0.5, 1.0], [double.PositiveInfinity, 1.959964], SequentialBounds.Unbounded(2), FutilityRule.NonBinding);
        double centre = drift * Math.Sqrt(0.5);
        double[] edges = [double.NegativeInfinity, centre - 0.8, centre - 0.25, centre + 0.25, centre + 0.8, double.PositiveInfinity];
        for (int stretch = 0; stretch < 5; stretch++)
        {
            DecidedTrial[] inside =
            [
                .. trials.All.Where(trial => trials.RowOf(trial, "halfway", "score_test").Z >= edges[stretch] && trials.RowOf(trial, "halfway", "score_test").Z < edges[stretch + 1]),
            ];
            double[] foretold = [.. inside.Select(trial => ConditionalPower.At(bounds, 0, trials.RowOf(trial, "halfway", "score_test").Z, drift))];

            // A trial's own verdict strays around its own power: p(1 − p), summed.
            double error = Math.Sqrt(foretold.Sum(power => power * (1 - power))) / inside.Length;
            _agreement.Mean($"V29 drift {drift}, Z from {edges[stretch]:0.00}", inside.Average(trial => trial.RejectedAt[0] >= 0 ? 1.0 : 0.0), error, Expected.Exact(foretold.Average()));
        }
    }

    // Two stages of a normal mean: the first look's Z decides how many patients the second has, and how likely it is to pass. Written out here, with the bounds of V13.
    [Theory, Trait("Source", "Independent")]
    [InlineData(0.2)]
    [InlineData(0.0)]
    public void PromisingZone_Reestimation_HasThePowerAndTheSizeOfTheIntegral(double difference)
    {
        const double FirstBound = 2.9625880;
        const double FinalBound = 1.9685956;
        double perRoot = difference / 2; // Expected Z a root of a patient, 1:1, standard deviation 1.
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("validation/promising-zone.yaml").Replace("mean: 0.2,", $"mean: {difference},", StringComparison.Ordinal), 10_000);

        double density(double z) => Normal.Density(z - (perRoot * Math.Sqrt(300)));
        double second(double z) => (FinalBound - (Math.Sqrt(0.5) * z)) / Math.Sqrt(0.5);
        double passes(double z, double effect, int patients) => Normal.UpperTail(second(z) - (effect * Math.Sqrt(patients - 300)));
        int patients(double z)
        {
            double trend = z / Math.Sqrt(300);
            double power = passes(z, trend, 600);
            if (!(power > 0.36 && power < 0.9))
            {
                return 600;
            }

            int needed = 600;
            while (needed < 900 && passes(z, trend, needed) < 0.9)
            {
                needed++;
            }

            return needed;
        }

        double early = Normal.UpperTail(FirstBound - (perRoot * Math.Sqrt(300)));
        double late = Stepwise(z => density(z) * passes(z, perRoot, patients(z)), FirstBound);
        double size = (300 * early) + Stepwise(z => density(z) * patients(z), FirstBound);
        double grows = Stepwise(z => patients(z) > 600 ? density(z) : 0.0, FirstBound);

        _agreement.Share($"promising zone, {difference}: stops", trials.Stops("interim", StopReason.Efficacy), trials.All.Count, Expected.Exact(early));
        _agreement.Share($"promising zone, {difference}: rejects", trials.Rejections("score_test"), trials.All.Count, Expected.Exact(early + late));
        _agreement.Share(
            $"promising zone, {difference}: grows",
            trials.Count(trial => trial.Outcome.StopLook < 0 && trials.RowOf(trial, "final", "score_test").Patients > 600),
            trials.All.Count,
            Expected.Exact(grows));
        _agreement.Mean($"promising zone, {difference}: patients", [.. trials.All.Select(trial => (double)trials.LastRowOf(trial, "interim", "final", "score_test").Patients)], Expected.Exact(size));
        if (difference == 0.0)
        {
            Assert.Equal(0.025, early + late, 1e-5);
        }
    }

    // The better of two arms that share a control: Z of the look is the larger of two normals with correlation 1/2. 150 patients an arm, then 225 more of the two that go on.
    [Theory, Trait("Source", "Independent")]
    [InlineData(0.1, 0.2)]
    [InlineData(0.0, 0.0)]
    public void ArmSelection_KeepBest_RejectsAsOftenAsTheIntegral(double low, double high)
    {
        string yaml = ScenarioFile.Text("validation/arm-selection.yaml")
            .Replace("mean: 0.1,", $"mean: {low},", StringComparison.Ordinal).Replace("mean: 0.2,", $"mean: {high},", StringComparison.Ordinal);
        DecidedTrials trials = DecidedTrials.Run(yaml, 10_000);

        foreach ((string arm, double own, double other) in new[] { ("low", low, high), ("high", high, low) })
        {
            double root = Math.Sqrt(150 / 2.0);
            double keeps(double z) => Normal.Cdf((z - (other * root) - (0.5 * (z - (own * root)))) / Math.Sqrt(0.75));
            double density(double z) => Normal.Density(z - (own * root));
            double second(double z) => Normal.UpperTail(((1.959964 - (Math.Sqrt(150.0 / 375) * z)) / Math.Sqrt(225.0 / 375)) - (own * Math.Sqrt(225 / 2.0)));
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
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("validation/simon-two-stage.yaml").Replace("CR: 0.6", $"CR: {probability}", StringComparison.Ordinal), 50_000);

        _agreement.Share($"Simon {probability}: stops", trials.Stops("first_stage", StopReason.Futility), trials.All.Count, Expected.Exact(design.EarlyStopProbability(probability)));
        _agreement.Share($"Simon {probability}: rejects", trials.Rejections("responders"), trials.All.Count, Expected.Exact(design.RejectionProbability(probability)));
        _agreement.Mean(
            $"Simon {probability}: patients who count",
            [.. trials.All.Select(trial => (double)trials.LastRowOf(trial, "first_stage", "final", "responders").Patients)],
            Expected.Exact(design.ExpectedPatients(probability)));
    }

    // The integrand jumps where the zone begins and ends: many small steps instead of a smooth rule.
    private static double Stepwise(Func<double, double> function, double to)
    {
        const int Steps = 40_000;
        double from = -8.0;
        double step = (to - from) / Steps;
        double sum = 0.0;
        for (int i = 0; i < Steps; i++)
        {
            sum += function(from + ((i + 0.5) * step));
        }

        return sum * step;
    }
}
