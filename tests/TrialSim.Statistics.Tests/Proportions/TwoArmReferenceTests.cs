using TrialSim.Statistics.Proportions;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Proportions;

// 240 tables, from 1 to 1,000,000 patients in an arm; Reference/proportions/make.R holds the calls.
public sealed class TwoArmReferenceTests
{
    private static readonly (TwoArmCounts Counts, ReferenceRow Row)[] Tables =
    [
        .. ReferenceRow.ReadAll("proportions/two_arms.csv").Select(r => (
            new TwoArmCounts((long)r.Number("x0"), (long)r.Number("n0"), (long)r.Number("x1"), (long)r.Number("n1")), r)),
    ];

    // chisq.test(table, correct = FALSE), chisq.test(table), and 2·Σ O·ln(O/E).
    [Fact, Trait("Source", "AgainstR")]
    public void NormalTests_AnyTable_MatchChisqTest()
    {
        foreach ((TwoArmCounts counts, ReferenceRow row) in Tables)
        {
            ProportionTestResult pearson = ProportionTests.Pearson(counts, ContinuityCorrection.None);
            ProportionTestResult yates = ProportionTests.Pearson(counts, ContinuityCorrection.Yates);
            ProportionTestResult g = ProportionTests.LikelihoodRatio(counts);
            if (row["pearson"] == "NA")
            {
                Assert.Equal(NotEstimable.NoVariance, pearson.Reason);
                Assert.Equal(NotEstimable.NoVariance, yates.Reason);
                Assert.Equal(NotEstimable.NoVariance, g.Reason);
                Assert.Equal(1.0, pearson.TwoSidedPValue);
                continue;
            }

            Close.Relative(row.Number("pearson"), pearson.ChiSquare, 1e-10, 1e-12);
            Close.Relative(row.Number("pearson_p"), pearson.TwoSidedPValue, 1e-9);
            Close.Relative(row.Number("yates"), yates.ChiSquare, 1e-10, 1e-12);
            Close.Relative(row.Number("yates_p"), yates.TwoSidedPValue, 1e-9);
            Close.Relative(row.Number("g"), g.ChiSquare, 1e-8, 1e-9);
            int sign = counts.ExperimentalProportion.CompareTo(counts.ControlProportion);
            Assert.True(Math.Sign(pearson.Z) == sign || Math.Abs(pearson.Z) < 1e-7);
            Assert.True(Math.Sign(g.Z) == sign || Math.Abs(g.Z) < 1e-7);
        }
    }

    // fisher.test(table, alternative = …); odds ratio and limits by root finding to the last digit, which R's own does not do.
    [Fact, Trait("Source", "AgainstR")]
    public void Fisher_AnyTable_MatchesFisherTest()
    {
        foreach ((TwoArmCounts counts, ReferenceRow row) in Tables.Where(t => t.Row["fisher"] != "NA"))
        {
            FisherResult test = FisherExact.Test(counts);
            Interval interval = FisherExact.ConditionalOddsRatioInterval(counts, 0.95);
            Close.Relative(row.Number("fisher"), test.TwoSidedPValue, 1e-10);
            Close.Relative(row.Number("greater"), test.OneSidedPValue, 1e-10);
            Close.Relative(row.Number("less"), test.OtherOneSidedPValue, 1e-10);
            Close.Relative(row.Number("conditional"), FisherExact.ConditionalOddsRatio(counts).Estimate, 1e-9);
            Close.Relative(row.Number("conditional_lower"), interval.Lower, 1e-9);
            Close.Relative(row.Number("conditional_upper"), interval.Upper, 1e-9);
        }
    }

    // Newcombe's method 10 and the score intervals, from the closed forms of the restricted estimates and uniroot(tol = 1e-15).
    [Fact, Trait("Source", "AgainstR")]
    public void Intervals_AnyTable_MatchTheClosedForms()
    {
        foreach ((TwoArmCounts counts, ReferenceRow row) in Tables)
        {
            AssertInterval(row, "newcombe", RiskDifference.Newcombe(counts, 0.95), 1e-10);
            AssertInterval(row, "mn", RiskDifference.MiettinenNurminen(counts, 0.95), 2e-7);
            AssertInterval(row, "ratio", RiskRatio.MiettinenNurminen(counts, 0.95), 1e-8);
            AssertInterval(row, "odds", OddsRatio.MiettinenNurminen(counts, 0.95), 1e-8);
            Close.Relative(row.Number("wald_error"), RiskDifference.StandardError(counts), 1e-12);
        }
    }

    // binom.test(x1, n1, x0/n0) and binom.test(x1, n1, 1/3).
    [Fact, Trait("Source", "AgainstR")]
    public void ExactBinomial_AnyCount_MatchesBinomTest()
    {
        foreach ((TwoArmCounts counts, ReferenceRow row) in Tables)
        {
            long x = counts.ExperimentalResponders;
            long n = counts.ExperimentalPatients;
            Close.Relative(row.Number("binomial"), ExactBinomialTest.Of(x, n, counts.ControlProportion).TwoSidedPValue, 1e-9, 1e-300);
            Close.Relative(row.Number("binomial_third"), ExactBinomialTest.Of(x, n, 1.0 / 3.0).TwoSidedPValue, 1e-9, 1e-300);
        }
    }

    // The score interval holds the differences, ratios and odds ratios that its own test does not reject.
    [Fact, Trait("Source", "Property")]
    public void Intervals_ArmsExchanged_AreMirrored()
    {
        foreach ((TwoArmCounts counts, _) in Tables)
        {
            TwoArmCounts swapped = new(
                counts.ExperimentalResponders, counts.ExperimentalPatients, counts.ControlResponders, counts.ControlPatients);
            Interval difference = RiskDifference.MiettinenNurminen(counts, 0.9);
            Interval mirrored = RiskDifference.MiettinenNurminen(swapped, 0.9);
            Assert.Equal(difference.Lower, -mirrored.Upper, 8);
            Assert.Equal(difference.Upper, -mirrored.Lower, 8);
            Close.Relative(1.0 / RiskRatio.MiettinenNurminen(swapped, 0.9).Upper, RiskRatio.MiettinenNurminen(counts, 0.9).Lower, 1e-9);
            Close.Relative(1.0 / OddsRatio.MiettinenNurminen(swapped, 0.9).Upper, OddsRatio.MiettinenNurminen(counts, 0.9).Lower, 1e-9);
            Close.Relative(FisherExact.Test(counts).TwoSidedPValue, FisherExact.Test(swapped).TwoSidedPValue, 1e-9);
        }
    }

    private static void AssertInterval(ReferenceRow row, string name, Interval actual, double tolerance)
    {
        Close.Relative(row.Number(name + "_lower"), actual.Lower, tolerance, tolerance);
        Close.Relative(row.Number(name + "_upper"), actual.Upper, tolerance, tolerance);
    }
}
