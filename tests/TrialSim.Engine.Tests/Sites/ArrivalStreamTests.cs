using TrialSim.Engine.Randomness;
using TrialSim.Engine.Sites;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Sites;

public sealed class ArrivalStreamTests
{
    [Fact, Trait("Source", "ByHand")]
    public void TryNext_Even_PlacesPatientsInTheMiddleOfTheirGaps()
    {
        double[] days = new double[4];
        Fill(SmallTrial.AccrualOver(4, 40, AccrualPattern.Even), 1, 1, days);

        Assert.Equal([5.0, 15.0, 25.0, 35.0], days.Select(day => Math.Round(day, 12)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryNext_EvenInTwoSteps_FollowsTheRateOfEachStep()
    {
        double[] days = new double[4];
        // Two a day for the first day, then one every five days.
        Accrual accrual = new(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0, 1.0], [2.0, 0.2]));
        Fill(accrual, 1, 1, days);

        // Planned numbers 0.5 and 1.5 fall into the first day; 2.5 and 3.5 need 0.5 and 1.5 more at 0.2 a day.
        Assert.Equal([0.25, 0.75, 3.5, 8.5], days.Select(day => Math.Round(day, 12)));
    }

    // Of 200 × 500 arrivals, those in the first quarter are Binomial(100,000, 1/4), false alarm 1e-6.
    [Fact, Trait("Source", "Theory")]
    public void TryNext_Uniform_SpreadsEvenlyAndInOrderWithinTheDuration()
    {
        double[] days = new double[500];
        int early = 0;
        for (uint replicate = 1; replicate <= 200; replicate++)
        {
            Fill(SmallTrial.AccrualOver(500, 100, AccrualPattern.Uniform), SmallTrial.Seed, replicate, days);
            Assert.True(days.SequenceEqual(days.Order()));
            Assert.InRange(days[^1], 0, 100);
            early += days.Count(day => day < 25);
        }

        BinomialBand band = Binomial.Band(0.25, 100_000, 1e-6);
        Assert.InRange(early, band.Lowest, band.Highest);
    }

    // Oracle: n uniform order statistics are n partial sums of n + 1 unit exponentials over their total.
    [Theory, Trait("Source", "Independent")]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public void TryNext_Uniform_ArePartialSumsOfTheGapsOneByOne(int patients)
    {
        Accrual accrual = SmallTrial.AccrualOver(patients, 100, AccrualPattern.Uniform);
        double[] days = new double[patients];
        Fill(accrual, SmallTrial.Seed, 3, days);
        double[] sums = new double[patients + 1];
        double sum = 0;
        for (int patient = 0; patient <= patients; patient++)
        {
            sum += new Draws(SmallTrial.Seed, 3, (uint)patient, Purpose.Arrival).NextExponential();
            sums[patient] = sum;
        }

        Assert.Equal(sums.Take(patients).Select(partial => accrual.Rate.DayOf(partial * (patients / sum))), days);
    }

    // The day of the 400th arrival at 2 a day has mean 200 and variance 400 / 4; z over 500 replicates, false alarm 1e-6.
    [Fact, Trait("Source", "Theory")]
    public void TryNext_Poisson_ReachesThePlannedNumberOnTheExpectedDay()
    {
        double[] days = new double[400];
        double sum = 0;
        for (uint replicate = 1; replicate <= 500; replicate++)
        {
            Fill(SmallTrial.AccrualOver(400, 200, AccrualPattern.Poisson), SmallTrial.Seed, replicate, days);
            sum += days[^1];
        }

        double z = ((sum / 500) - 200) / Math.Sqrt(100.0 / 500);
        Assert.InRange(z, -Normal.Quantile(1 - 0.5e-6), Normal.Quantile(1 - 0.5e-6));
    }

    private static void Fill(Accrual accrual, ulong seed, uint replicate, double[] days)
    {
        ArrivalStream arrivals = new(accrual, days.Length);
        arrivals.Start(seed, replicate);
        for (int patient = 0; patient < days.Length; patient++)
        {
            Assert.True(arrivals.TryNext(out TrialDay day, out _));
            days[patient] = day.Value;
        }
    }
}
