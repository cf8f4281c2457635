using TrialSim.Engine.Conduct;
using TrialSim.Engine.Sites;
using TrialSim.Model;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Sites;

public sealed class SiteArrivalsTests
{
    private const double FalseAlarm = 1e-6;

    // A patient a site every ten days.
    private static readonly Accrual EachSite = new(AccrualPattern.Poisson, new PiecewiseExponentialHazard([0.0], [0.1])) { Basis = AccrualBasis.EachSite, UntilDay = 50 };

    // To a site open for 50 days at 0.1 a day nobody comes with probability exp(−5); to three of them 15 come on average.
    [Fact, Trait("Source", "Theory")]
    public void TryNext_SitesWithTheSameRate_ArePoissonEach()
    {
        const int Replicates = 20_000;
        int none = 0;
        long sum = 0;
        foreach (int[] counts in CountsOf(new SitePlan([0, 0, 0]), EachSite, Replicates))
        {
            none += counts[1] == 0 ? 1 : 0;
            sum += counts.Sum();
        }

        AssertShare(Math.Exp(-5), none, Replicates);
        AssertMean(15, Math.Sqrt(15), (double)sum / Replicates, Replicates);
    }

    // With rates that vary by a shape of .01 every third site or so has none to speak of: its next patient would come after the age of the universe.
    [Fact, Trait("Source", "Property")]
    public void TryNext_RatesNextToNothing_EndsAfterAHundredYears()
    {
        SiteArrivals arrivals = new(EachSite with { UntilDay = double.PositiveInfinity }, new SitePlan([0]) { RateShape = 0.01 });
        int ended = 0;
        for (uint replicate = 1; replicate <= 50; replicate++)
        {
            arrivals.Start(SmallTrial.Seed, replicate);
            bool comes = true;
            for (int patient = 0; patient < 100 && comes; patient++)
            {
                comes = arrivals.TryNext(out TrialDay day, out _);
                Assert.InRange(day.Value, 0, TrialSim.Engine.Sites.Arrivals.HorizonDays);
            }

            ended += comes ? 0 : 1;
        }

        Assert.InRange(ended, 1, 49);
    }

    // A Poisson number whose mean of 5 has a gamma factor of mean 1 and shape k is negative binomial: P(0) = (1 + 5/k)^−k, variance 5 + 25/k.
    [Theory, Trait("Source", "Theory")]
    [InlineData(0.5)]
    [InlineData(2.0)]
    public void TryNext_GammaRates_GiveNegativeBinomialNumbers(double shape)
    {
        const int Replicates = 20_000;
        int none = 0;
        double squares = 0;
        double sum = 0;
        foreach (int[] counts in CountsOf(new SitePlan([0, 0, 0]) { RateShape = shape }, EachSite, Replicates))
        {
            none += counts[2] == 0 ? 1 : 0;
            sum += counts[2];
            squares += (counts[2] - 5.0) * (counts[2] - 5.0);
        }

        AssertShare(Math.Pow(1 + (5 / shape), -shape), none, Replicates);
        AssertMean(5, Math.Sqrt(5 + (25 / shape)), sum / Replicates, Replicates);
        // The negative binomial has the fourth cumulant μ(1 + 7q + 12q² + 6q³) with q = μ/k, which the error of a variance needs.
        double q = 5 / shape;
        double variance = 5 * (1 + q);
        double fourth = (5 * (1 + q) * (1 + (6 * q * (1 + q)))) + (3 * variance * variance);
        AssertMean(variance, Math.Sqrt(fourth - (variance * variance)), squares / Replicates, Replicates);
    }

    [Fact, Trait("Source", "Property")]
    public void TryNext_OpeningAndClosing_AreKept()
    {
        SitePlan plan = new([0, 20, 35]) { OpenForDays = 10 };
        (double Day, int Site)[] arrivals = [.. ArrivalsOf(plan, EachSite, replicates: 500)];

        Assert.Equal([0, 1, 2], arrivals.Select(arrival => arrival.Site).Distinct().Order());
        Assert.All(arrivals, arrival => Assert.InRange(arrival.Day, plan.OpeningDays[arrival.Site], plan.OpeningDays[arrival.Site] + 10));
    }

    // 0.05 a day for 20 days, then 0.3: of a site that opens on day 10, 1 patient by day 30 and 6 more by day 50.
    [Fact, Trait("Source", "Theory")]
    public void TryNext_Steps_CountFromTheOpeningOfTheSite()
    {
        const int Replicates = 20_000;
        Accrual accrual = EachSite with { Rate = new PiecewiseExponentialHazard([0.0, 20.0], [0.05, 0.3]) };
        (double Day, int Site)[] arrivals = [.. ArrivalsOf(new SitePlan([10]), accrual, Replicates)];

        AssertMean(1, 1, (double)arrivals.Count(arrival => arrival.Day <= 30) / Replicates, Replicates);
        AssertMean(6, Math.Sqrt(6), (double)arrivals.Count(arrival => arrival.Day > 30) / Replicates, Replicates);
    }

    [Fact, Trait("Source", "Property")]
    public void TryNext_FullSites_TakeNobodyElseAndEndAccrual()
    {
        SitePlan plan = new([0, 0]) { MaxPatientsEach = 3 };
        foreach (int[] counts in CountsOf(plan, EachSite with { UntilDay = double.PositiveInfinity }, 200))
        {
            Assert.Equal([3, 3], counts);
        }
    }

    // Trial-level accrual: each site has a third of 4 a day over 50 days.
    [Fact, Trait("Source", "Theory")]
    public void TryNext_RateOfTheTrial_IsSharedByTheSites()
    {
        Accrual accrual = new(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0], [4.0])) { UntilDay = 50 };
        int[] sums = new int[3];
        foreach (int[] counts in CountsOf(new SitePlan([0, 0, 0]), accrual, 500))
        {
            Assert.Equal(200, counts.Sum());
            sums = [.. sums.Zip(counts, (sum, count) => sum + count)];
        }

        Assert.All(sums, sum => AssertShare(1 / 3.0, sum, 100_000));
    }

    // With odds that are gamma of shape k each, a site's share is beta(k, 2k), so that its number of 200 is beta-binomial: variance 200·(1/3)(2/3)(1 + 199/(3k + 1)).
    [Fact, Trait("Source", "Theory")]
    public void TryNext_RateOfTheTrialWithVariation_SharesBetaBinomially()
    {
        const int Replicates = 20_000;
        Accrual accrual = new(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0], [4.0])) { UntilDay = 50 };
        double squares = 0;
        foreach (int[] counts in CountsOf(new SitePlan([0, 0, 0]) { RateShape = 2 }, accrual, Replicates))
        {
            squares += Math.Pow(counts[0] - (200 / 3.0), 2);
        }

        double variance = 200 * (2 / 9.0) * (1 + (199 / 7.0));
        // The kurtosis of a share of 2 against 4 is below 3; twice the squared variance bounds the spread of a square.
        AssertMean(variance, Math.Sqrt(2) * variance, squares / Replicates, Replicates);
    }

    [Fact, Trait("Source", "Property")]
    public void TryNext_RateOfTheTrialBeforeAnySiteIsOpen_ScreensNobody()
    {
        Accrual accrual = new(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0], [1.0])) { UntilDay = 50 };
        (double Day, int Site)[] arrivals = [.. ArrivalsOf(new SitePlan([20, 30]) { OpenForDays = 10 }, accrual, 20)];

        Assert.NotEmpty(arrivals);
        Assert.All(arrivals, arrival => Assert.InRange(arrival.Day, 20, 40));
    }

    // Binomial(60 × 300, 0.8) and the trial goes on until 60 have passed screening.
    [Fact, Trait("Source", "Theory")]
    public void Fill_ScreeningFailures_AreScreenedAndNotRandomised()
    {
        Trial trial = SmallTrial.Of(60);
        trial = trial with
        {
            Truth = trial.Truth with
            {
                Accrual = new Accrual(AccrualPattern.Poisson, new PiecewiseExponentialHazard([0.0], [1.0])),
                Sites = new SitePlan([0, 0]) { ScreeningFailure = 0.2 },
            },
        };
        Ledger ledger = new(trial);
        Randomisation randomisation = new(trial);
        long screened = 0;
        for (uint replicate = 1; replicate <= 300; replicate++)
        {
            randomisation.Fill(SmallTrial.Seed, replicate, ledger);
            Assert.Equal(60, ledger.Enrolled);
            screened += randomisation.Screened;
        }

        // Patients screened for 60 who pass are negative binomial: mean 75, variance 60 · 0.2 / 0.64.
        AssertMean(75, Math.Sqrt(18.75), screened / 300.0, 300);
    }

    private static void AssertShare(double expected, int found, int of)
    {
        BinomialBand band = Binomial.Band(expected, of, FalseAlarm);
        Assert.InRange(found, band.Lowest, band.Highest);
    }

    private static void AssertMean(double expected, double deviation, double found, int of)
    {
        double most = Normal.Quantile(1 - (0.5 * FalseAlarm)) * deviation / Math.Sqrt(of);
        Assert.InRange(found, expected - most, expected + most);
    }

    private static IEnumerable<(double Day, int Site)> ArrivalsOf(SitePlan plan, Accrual accrual, int replicates)
    {
        IArrivals arrivals = Arrivals(plan, accrual);
        for (uint replicate = 1; replicate <= replicates; replicate++)
        {
            arrivals.Start(SmallTrial.Seed, replicate);
            double last = 0;
            while (arrivals.TryNext(out TrialDay day, out int site))
            {
                Assert.True(day.Value >= last && day.Value <= accrual.UntilDay);
                last = day.Value;
                arrivals.Enrol(site);
                yield return (day.Value, site);
            }
        }
    }

    private static IEnumerable<int[]> CountsOf(SitePlan plan, Accrual accrual, int replicates)
    {
        IArrivals arrivals = Arrivals(plan, accrual);
        for (uint replicate = 1; replicate <= replicates; replicate++)
        {
            int[] counts = new int[plan.Count];
            arrivals.Start(SmallTrial.Seed, replicate);
            while (arrivals.TryNext(out _, out int site))
            {
                counts[site]++;
                arrivals.Enrol(site);
            }

            yield return counts;
        }
    }

    private static IArrivals Arrivals(SitePlan plan, Accrual accrual)
    {
        Trial trial = SmallTrial.Of(1);
        return Engine.Sites.Arrivals.Of(trial with { Truth = trial.Truth with { Accrual = accrual, Sites = plan } });
    }
}
