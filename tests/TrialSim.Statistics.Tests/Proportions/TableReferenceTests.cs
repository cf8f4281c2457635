using TrialSim.Statistics.Proportions;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Proportions;

public sealed class TableReferenceTests
{
    // chisq.test(m, correct = FALSE), loglin(m, list(1, 2))$lrt.
    [Fact, Trait("Source", "AgainstR")]
    public void Tests_AnyRowsAndColumns_MatchChisqTest()
    {
        foreach (ReferenceRow row in ReferenceRow.ReadAll("proportions/tables.csv"))
        {
            ContingencyTable table = TableOf(row);
            Close.Relative(row.Number("pearson"), ProportionTests.Pearson(table).Statistic, 1e-12);
            Close.Relative(row.Number("p"), ProportionTests.Pearson(table).PValue, 1e-11);
            Close.Relative(row.Number("loglin"), ProportionTests.LikelihoodRatio(table).Statistic, 1e-11);
        }
    }

    // fisher.test(m)
    [Fact, Trait("Source", "AgainstR")]
    public void FisherTable_AnyRowsAndColumns_MatchesFisherTest()
    {
        foreach (ReferenceRow row in ReferenceRow.ReadAll("proportions/tables.csv"))
        {
            FisherTable test = FisherTable.Test(TableOf(row));
            Assert.Equal(NotEstimable.None, test.Reason);
            Close.Relative(row.Number("fisher"), test.PValue, 1e-7, 1e-8);
        }
    }

    // With two rows and two columns it is Fisher's test of two arms.
    [Fact, Trait("Source", "Theory")]
    public void FisherTable_TwoByTwo_IsTheTestOfTwoArms()
    {
        Close.Relative(
            FisherExact.Test(new TwoArmCounts(33, 54, 44, 53)).TwoSidedPValue,
            FisherTable.Test(new ContingencyTable([44, 9, 33, 21], 2, 2)).PValue, 1e-10);
        Close.Relative(
            FisherExact.Test(new TwoArmCounts(100, 1_000, 400, 1_000)).TwoSidedPValue,
            FisherTable.Test(new ContingencyTable([400, 600, 100, 900], 2, 2)).PValue, 1e-8);
    }

    [Fact, Trait("Source", "ByHand")]
    public void FisherTable_DegenerateOrHuge_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, FisherTable.Test(new ContingencyTable([0, 0, 0, 0], 2, 2)).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, FisherTable.Test(new ContingencyTable([1, 2, 0, 0], 2, 2)).Reason);
        Assert.Equal(NotEstimable.NoVariance, FisherTable.Test(new ContingencyTable([1, 0, 3, 0], 2, 2)).Reason);
        long[] many = [.. Enumerable.Range(0, 25).Select(i => 40L + i)];
        Assert.Equal(NotEstimable.TooManyOutcomes, FisherTable.Test(new ContingencyTable(many, 5, 5)).Reason);
    }

    // mantelhaen.test(array, correct = …): chi-square, common odds ratio and its interval.
    [Fact, Trait("Source", "AgainstR")]
    public void MantelHaenszel_AnyStrata_MatchesMantelhaenTest()
    {
        foreach (IGrouping<string, ReferenceRow> rows in ReferenceRow.ReadAll("proportions/strata.csv").GroupBy(r => r["case"]))
        {
            ReferenceRow row = rows.First();
            TwoArmCounts[] strata =
            [
                .. rows.Select(r => new TwoArmCounts((long)r.Number("x0"), (long)r.Number("n0"), (long)r.Number("x1"), (long)r.Number("n1"))),
            ];

            MantelHaenszelResult plain = MantelHaenszel.Test(strata, ContinuityCorrection.None);
            MantelHaenszelResult corrected = MantelHaenszel.Test(strata, ContinuityCorrection.Yates);

            Close.Relative(row.Number("chi"), plain.ChiSquare, 1e-11, 1e-20);
            Close.Relative(row.Number("p"), plain.TwoSidedPValue, 1e-11);
            Close.Relative(row.Number("corrected"), corrected.ChiSquare, 1e-11, 1e-20);
            Close.Relative(row.Number("corrected_p"), corrected.TwoSidedPValue, 1e-11);
            Close.Relative(row.Number("odds"), plain.OddsRatio, 1e-12);
            Close.Relative(row.Number("lower"), plain.OddsRatioInterval(0.95).Lower, 1e-11);
            Close.Relative(row.Number("upper"), plain.OddsRatioInterval(0.95).Upper, 1e-11);
            Assert.True(Math.Sign(plain.Z) == Math.Sign(plain.OddsRatio - 1.0) || Math.Abs(plain.Z) < 1e-6);
        }
    }

    // With one stratum the difference and its error are the plain ones, and the test is Pearson's with n − 1.
    [Fact, Trait("Source", "Theory")]
    public void MantelHaenszel_OneStratum_IsTheUnstratifiedAnalysis()
    {
        TwoArmCounts counts = new(33, 54, 44, 53);

        MantelHaenszelResult result = MantelHaenszel.Test([counts], ContinuityCorrection.None);

        Close.Relative(RiskDifference.Estimate(counts).Estimate, result.RiskDifference, 1e-13);
        Close.Relative(ProportionTests.Pearson(counts, ContinuityCorrection.None).ChiSquare * 106.0 / 107.0, result.ChiSquare, 1e-12);
        Close.Relative(OddsRatio.Estimate(counts).Estimate, result.OddsRatio, 1e-13);
        Close.Relative(OddsRatio.LogStandardError(counts), result.LogOddsRatioStandardError, 1e-12);

        // Sato's variance has the pooled form; with arms of one size it is the unpooled one.
        TwoArmCounts even = new(12, 40, 21, 40);
        Close.Relative(
            RiskDifference.StandardError(even), MantelHaenszel.Test([even], ContinuityCorrection.None).RiskDifferenceStandardError, 1e-12);
    }

    [Fact, Trait("Source", "ByHand")]
    public void MantelHaenszel_DegenerateStrata_GiveTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, MantelHaenszel.Test([], ContinuityCorrection.None).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, MantelHaenszel.Test([new(1, 2, 0, 0)], ContinuityCorrection.None).Reason);
        Assert.Equal(NotEstimable.NoVariance, MantelHaenszel.Test([new(0, 2, 0, 3)], ContinuityCorrection.None).Reason);

        // A stratum with one arm, and one that has nobody, change nothing.
        MantelHaenszelResult one = MantelHaenszel.Test([new(3, 9, 6, 8)], ContinuityCorrection.Yates);
        Assert.Equal(one, MantelHaenszel.Test([new(3, 9, 6, 8), new(0, 0, 4, 5), new(0, 0, 0, 0)], ContinuityCorrection.Yates));
        Assert.Equal(
            double.PositiveInfinity, MantelHaenszel.Test([new(0, 9, 6, 8)], ContinuityCorrection.None).OddsRatio);
    }

    // R has NaN for the first; without its empty column it is the second.
    [Fact, Trait("Source", "ByHand")]
    public void Pearson_EmptyColumn_IsLeftOut() =>
        Assert.Equal(
            ProportionTests.Pearson(new ContingencyTable([3, 5, 6, 2], 2, 2)),
            ProportionTests.Pearson(new ContingencyTable([3, 0, 5, 6, 0, 2], 2, 3)));

    private static ContingencyTable TableOf(ReferenceRow row) => new(
        row["counts"].Split(' ').Select(long.Parse).ToArray(), (int)row.Number("rows"), (int)row.Number("columns"));
}
