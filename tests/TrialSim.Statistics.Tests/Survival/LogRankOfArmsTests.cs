using System.Globalization;
using System.Text.Json;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class LogRankOfArmsTests
{
    // R 4.2.2, survival 3.5-3: survdiff(Surv(time, status) ~ group [+ strata(strata)], rho = …).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml", "rho0", 0.0)]
    [InlineData("aml", "rho1", 1.0)]
    [InlineData("aml", "rho05", 0.5)]
    [InlineData("gehan", "rho0", 0.0)]
    [InlineData("gehan", "rho1", 1.0)]
    [InlineData("gehan", "rho05", 0.5)]
    [InlineData("gehan", "rho0_stratified", 0.0)]
    [InlineData("gehan", "rho1_stratified", 1.0)]
    [InlineData("lung", "rho0", 0.0)]
    [InlineData("lung", "rho1", 1.0)]
    [InlineData("lung", "rho05", 0.5)]
    [InlineData("lung", "rho0_stratified", 0.0)]
    [InlineData("lung", "rho1_stratified", 1.0)]
    [InlineData("veteran", "rho0", 0.0)]
    [InlineData("veteran", "rho1", 1.0)]
    [InlineData("veteran", "rho05", 0.5)]
    [InlineData("veteran", "rho0_stratified", 0.0)]
    [InlineData("veteran", "rho1_stratified", 1.0)]
    public void Test_ReferenceData_MatchesSurvdiff(string name, string test, double rho)
    {
        ReferenceData data = new(name);
        JsonElement expected = data.Analysis("survdiff", test);
        SurvivalSample sample = new SurvivalOrder(data.Days.Length).Sort(
            new SurvivalSample(data.Days, data.HasEvent, data.Arm, data.Stratum));
        RankWeight weight = RankWeight.FlemingHarrington(rho, 0.0);

        LogRankOfArmsResult result = test.EndsWith("_stratified", StringComparison.Ordinal)
            ? LogRankOfArms.TestStratified(sample, weight)
            : LogRankOfArms.Test(sample, weight);

        Close.Relative(expected.GetProperty("chisq").GetDouble(), result.ChiSquare, 1e-11);
        Assert.Equal(expected.GetProperty("df").GetInt32(), result.DegreesOfFreedom);
        Assert.Equal(expected.GetProperty("p").GetDouble(), result.PValue, 1e-12);
        for (int g = 0; g < 2; g++)
        {
            Assert.Equal(expected.GetProperty("n")[g].GetInt32(), result.Groups[g].Patients);
            Close.Relative(expected.GetProperty("obs")[g].GetDouble(), result.Groups[g].Observed, 1e-11);
            Close.Relative(expected.GetProperty("exp")[g].GetDouble(), result.Groups[g].Expected, 1e-11);
            Close.Relative(expected.GetProperty("var")[g][1].GetDouble(), result.Covariance(g, 1), 1e-11);
        }
    }

    // arms_samples.csv: 80 random samples of two to five arms, against survdiff(Surv(time, status) ~ arm [+ strata(stratum)], rho = …).
    // Where the covariance has not the rank that R counts on, R stops or divides rounding error by itself.
    [Fact, Trait("Source", "AgainstR")]
    public void Test_RandomSamples_MatchesSurvdiff()
    {
        Dictionary<string, ReferenceRow[]> samples = ReferenceRow.ReadAll("arms_samples.csv")
            .GroupBy(row => row["sample"]).ToDictionary(group => group.Key, group => group.ToArray());
        int full = 0;

        Assert.All(ReferenceRow.ReadAll("arms_tests.csv").Where(row => row["observed"] != "NA"), row =>
        {
            ReferenceRow[] patients = samples[row["sample"]];
            SurvivalSample sample = new SurvivalOrder(patients.Length).Sort(new SurvivalSample(
                [.. patients.Select(p => p.Number("time"))],
                [.. patients.Select(p => p["status"] == "1")],
                [.. patients.Select(p => byte.Parse(p["arm"], CultureInfo.InvariantCulture))],
                [.. patients.Select(p => int.Parse(p["stratum"], CultureInfo.InvariantCulture))]));
            RankWeight weight = RankWeight.FlemingHarrington(row.Number("rho"), 0.0);

            LogRankOfArmsResult result = row["stratified"] == "1"
                ? LogRankOfArms.TestStratified(sample, weight)
                : LogRankOfArms.Test(sample, weight);

            double[] observed = [.. row["observed"].Split(';').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
            double[] expected = [.. row["expected"].Split(';').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
            for (int g = 0; g < observed.Length; g++)
            {
                Close.Relative(observed[g], result.Groups[g].Observed, 1e-11, 1e-13);
                Close.Relative(expected[g], result.Groups[g].Expected, 1e-11, 1e-13);
            }

            LogRankResult trend = result.Trend([.. result.Groups.Select(group => (double)group.Arm)]);
            if (trend.IsEstimable)
            {
                Close.Relative(row.Number("trend"), trend.Score, 1e-10, 1e-12);
                Close.Relative(row.Number("trend_variance"), trend.Variance, 1e-10);
            }

            if (row.Number("df") == result.DegreesOfFreedom)
            {
                Close.Relative(row.Number("chisq"), result.ChiSquare, 1e-8, 1e-12);
                full++;
            }
        });

        Assert.InRange(full, 380, 474);
    }

    // R 4.2.2: survdiff(Surv(time, status) ~ celltype, veteran): chisq 25.4037003457854 on 3 degrees of freedom, p 1.271246e-05.
    [Fact, Trait("Source", "AgainstR")]
    public void Test_FourCellTypesOfVeteran_MatchesSurvdiff()
    {
        ReferenceData data = new("veteran");
        SurvivalSample sample = new SurvivalOrder(data.Days.Length).Sort(
            new SurvivalSample(data.Days, data.HasEvent, [.. data.Stratum.Select(s => (byte)s)]));

        LogRankOfArmsResult result = LogRankOfArms.Test(sample, RankWeight.Constant);

        Close.Relative(25.4037003457854, result.ChiSquare, 1e-13);
        Assert.Equal(3, result.DegreesOfFreedom);
        Close.Relative(1.2712462e-05, result.PValue, 1e-6);
    }

    [Fact, Trait("Source", "Property")]
    public void Trend_TwoArms_IsTheLogRank()
    {
        ReferenceData data = new("lung");
        SurvivalSample sample = new SurvivalOrder(data.Days.Length).Sort(new SurvivalSample(data.Days, data.HasEvent, data.Arm));

        LogRankResult trend = LogRankOfArms.Test(sample, RankWeight.Constant).Trend([3.0, 5.0]);

        Close.Relative(LogRank.Test(data.RiskRows()).Z, trend.Z, 1e-12);
    }

    [Fact, Trait("Source", "Theory")]
    public void Test_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, ReasonOf([], [], []));
        Assert.Equal(NotEstimable.NoEvents, ReasonOf([1, 2, 3], [false, false, false], [0, 1, 2]));
        Assert.Equal(NotEstimable.OneArmEmpty, ReasonOf([1, 2, 3], [true, true, false], [4, 4, 4]));
        Assert.Equal(NotEstimable.NoVariance, ReasonOf([1, 1, 1], [true, true, true], [0, 1, 2]));
        Assert.Equal(NotEstimable.None, ReasonOf([0, 0, 1], [true, false, true], [0, 1, 2]));
    }

    // Every patient a stratum of its own leaves no comparison; one stratum each for a hundred thousand pairs is still n log n.
    [Fact, Trait("Source", "Theory")]
    public void TestStratified_AHundredThousandPairs_CountsThem()
    {
        const int Pairs = 100_000;
        double[] days = new double[2 * Pairs];
        bool[] hasEvent = new bool[2 * Pairs];
        byte[] arm = new byte[2 * Pairs];
        int[] stratum = new int[2 * Pairs];
        for (int i = 0; i < days.Length; i++)
        {
            days[i] = i;
            hasEvent[i] = true;
            arm[i] = (byte)(i / Pairs);
            stratum[i] = i % Pairs;
        }

        LogRankOfArmsResult result = LogRankOfArms.TestStratified(new SurvivalSample(days, hasEvent, arm, stratum), RankWeight.Constant);

        // In each pair the control has the event first: observed 1, expected ½, variance ¼; chi-square is the number of pairs.
        Close.Relative(Pairs, result.ChiSquare, 1e-9);
    }

    private static NotEstimable ReasonOf(double[] days, bool[] hasEvent, byte[] arm) =>
        LogRankOfArms.Test(new SurvivalSample(days, hasEvent, arm), RankWeight.Constant).Reason;
}
