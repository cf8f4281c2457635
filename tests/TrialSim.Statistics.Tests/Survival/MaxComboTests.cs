using System.Text.Json;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class MaxComboTests
{
    private static readonly RankWeight[] Four =
    [
        RankWeight.FlemingHarrington(0.0, 0.0), RankWeight.FlemingHarrington(0.0, 1.0),
        RankWeight.FlemingHarrington(1.0, 0.0), RankWeight.FlemingHarrington(1.0, 1.0),
    ];

    // R 4.2.2, simtrial 1.0.2: maxcombo(rho, gamma), z with the opposite sign; p by a deterministic algorithm, good to 1e-12, or to some
    // 1e-7 for the four tests, whose correlation matrix is singular.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Test_ReferenceData_MatchesSimtrial(string name)
    {
        ReferenceData data = new(name);
        RiskRow[] rows = data.RiskRows();
        int compared = 0;

        foreach (JsonProperty combination in data.Section("maxcombo_simtrial").EnumerateObject())
        {
            RankWeight[] weights = [.. combination.Name.Split(" + ").Select(WeightOf)];
            JsonElement expected = combination.Value;

            MaxComboResult result = MaxCombo.Test(rows, weights);

            for (int i = 0; i < weights.Length; i++)
            {
                Close.Relative(-expected.GetProperty("z")[i].GetDouble(), result.ZByWeight[i], 1e-11);
                for (int j = 0; j < weights.Length; j++)
                {
                    Close.Relative(expected.GetProperty("corr")[i][j].GetDouble(), result.Correlation[(i * weights.Length) + j], 1e-11);
                }
            }

            double tolerance = weights.Length == 4 ? 2.5e-7 : 1e-11;
            Assert.Equal(expected.GetProperty("p_value_deterministic").GetDouble(), result.OneSidedPValue, tolerance);
            compared++;
        }

        Assert.True(compared >= 3);
    }

    [Theory, Trait("Source", "Independent")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void LargestAndFarthest_ReferenceData_AreWhatTheWholeTestSays(string name)
    {
        RiskRow[] rows = new ReferenceData(name).RiskRows();
        MaxComboResult whole = MaxCombo.Test(rows, Four);

        MaxComboStatistic largest = MaxCombo.Largest(rows, [rows.Length], Four);
        MaxComboStatistic farthest = MaxCombo.Farthest(rows, [rows.Length], Four);

        Assert.Equal((whole.Z, whole.OneSidedPValue), (largest.Z, largest.PValue));
        Assert.Equal((whole.ZByWeight.MaxBy(Math.Abs), whole.TwoSidedPValue), (farthest.Z, farthest.PValue));
    }

    [Fact, Trait("Source", "ByHand")]
    public void LargestAndFarthest_NoEvents_GiveReasons()
    {
        Assert.Equal(new MaxComboStatistic(0.0, 0.5, NotEstimable.NoEvents), MaxCombo.Largest([], [0], Four));
        Assert.Equal(new MaxComboStatistic(0.0, 1.0, NotEstimable.NoEvents), MaxCombo.Farthest([], [0], Four));
        Assert.Throws<ArgumentException>(() => MaxCombo.Largest([], [0], []));
        Assert.Throws<ArgumentException>(() => MaxCombo.Farthest([], [0], []));
    }

    [Fact, Trait("Source", "Property")]
    public void Test_OneWeight_IsThatWeightsTest()
    {
        RiskRow[] rows = new ReferenceData("lung").RiskRows();
        RankWeight weight = RankWeight.FlemingHarrington(0.0, 1.0);
        LogRankResult single = WeightedLogRank.Test(rows, weight);

        foreach (MaxComboResult result in new[] { MaxCombo.Test(rows, [weight]), MaxCombo.Test(rows, [weight, weight, weight]) })
        {
            Close.Relative(single.Z, result.Z, 1e-14);
            Close.Relative(single.OneSidedPValue, result.OneSidedPValue, 1e-12);
            Close.Relative(single.TwoSidedPValue, result.TwoSidedPValue, 1e-12);
        }
    }

    // The one-sided p-values of both directions add up to more than the two-sided, by the chance of both.
    [Fact, Trait("Source", "Property")]
    public void Test_ArmsSwapped_KeepsTheTwoSidedPValue()
    {
        ReferenceData data = new("veteran");
        MaxComboResult one = MaxCombo.Test(data.RiskRows(), Four);
        MaxComboResult other = MaxCombo.Test(TwoArms.Rows(data.Days, data.HasEvent, TwoArms.Swapped(data.Arm)), Four);

        Close.Relative(one.TwoSidedPValue, other.TwoSidedPValue, 1e-8);
        Assert.InRange(one.TwoSidedPValue, Math.Min(one.OneSidedPValue, other.OneSidedPValue), 2.0 * Math.Min(one.OneSidedPValue, other.OneSidedPValue));
    }

    [Fact, Trait("Source", "Property")]
    public void Test_Stratified_HasTheStratifiedZs()
    {
        (RiskRow[] rows, int[] ends) = new ReferenceData("lung").StrataOfRows();

        MaxComboResult result = MaxCombo.Test(rows, ends, Four);

        for (int i = 0; i < Four.Length; i++)
        {
            Close.Relative(WeightedLogRank.Test(rows, ends, Four[i]).Z, result.ZByWeight[i], 1e-14);
        }

        Assert.InRange(result.OneSidedPValue, result.ZByWeight.Min(z => Statistics.Probability.Normal.UpperTail(z)), 0.01);
    }

    // One of the five is the sum of two others, so the matrix is singular; a maximum of more tests is less surprising.
    [Fact, Trait("Source", "Property")]
    public void Test_FiveWeights_LiesAboveFourAndBelowTheSum()
    {
        RiskRow[] rows = new ReferenceData("lung").RiskRows();
        MaxComboResult four = MaxCombo.Test(rows, Four);

        MaxComboResult five = MaxCombo.Test(
            rows, [.. Four, RankWeight.FlemingHarrington(0.5, 0.5)]);

        double lower = Statistics.Probability.MultivariateNormal.Outside(
            [.. Enumerable.Repeat(double.NegativeInfinity, 4)], [.. Enumerable.Repeat(five.Z, 4)], [.. four.Correlation.AsSpan()]);
        Assert.InRange(five.OneSidedPValue, lower, 5.0 * Statistics.Probability.Normal.UpperTail(five.Z));
        Assert.True(five.TwoSidedPValue > five.OneSidedPValue);
    }

    [Fact, Trait("Source", "Theory")]
    public void Test_WithoutATest_GivesTheReason()
    {
        RiskRow[] first = TwoArms.Rows([5, 6], [true, false], [0, 1]);

        Assert.Equal(NotEstimable.NoEvents, MaxCombo.Test([], Four).Reason);
        Assert.Equal(NotEstimable.NoVariance, MaxCombo.Test(first, Four).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, MaxCombo.Test(TwoArms.Rows([1, 2], [true, true], [1, 1]), Four).Reason);
        Assert.Equal((0.5, 1.0, 0.0), (MaxCombo.Test([], Four).OneSidedPValue, MaxCombo.Test([], Four).TwoSidedPValue, MaxCombo.Test([], Four).Z));
        Assert.Throws<ArgumentException>(() => MaxCombo.Test(first, []));
    }

    private static RankWeight WeightOf(string name)
    {
        double[] parameters = [.. name.Replace("FH(", "", StringComparison.Ordinal).TrimEnd(')').Split(',')
            .Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture))];
        return RankWeight.FlemingHarrington(parameters[0], parameters[1]);
    }
}
