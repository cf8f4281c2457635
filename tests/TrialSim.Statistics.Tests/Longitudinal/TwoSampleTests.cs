using System.Globalization;
using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Longitudinal;

// Some 60 pairs of samples, half of them with ties; Reference/longitudinal/make.R holds the calls.
public sealed class TwoSampleTests
{
    private static readonly ReferenceRow[] Samples = [.. ReferenceRow.ReadAll("longitudinal/two_samples.csv")];

    // t.test(experimental, control, var.equal = …)
    [Fact, Trait("Source", "AgainstR")]
    public void T_AnySamples_MatchesTTest()
    {
        foreach (ReferenceRow row in Samples)
        {
            MeanContrast pooled = TwoSampleT.Test(Values(row["control"]), Values(row["experimental"]), VarianceForm.Pooled);
            MeanContrast welch = TwoSampleT.Test(Values(row["control"]), Values(row["experimental"]), VarianceForm.Welch);
            Close.Relative(row.Number("t"), pooled.T, 1e-11, 1e-13);
            Close.Relative(row.Number("p"), pooled.TwoSidedPValue, 1e-10);
            Close.Relative(row.Number("lower"), pooled.EstimateInterval(0.95).Lower, 1e-9, 1e-11);
            Close.Relative(row.Number("upper"), pooled.EstimateInterval(0.95).Upper, 1e-9, 1e-11);
            Close.Relative(row.Number("welch"), welch.T, 1e-11, 1e-13);
            Close.Relative(row.Number("welch_df"), welch.DegreesOfFreedom, 1e-11);
            Close.Relative(row.Number("welch_p"), welch.TwoSidedPValue, 1e-10);
            Close.Relative(row.Number("welch_lower"), welch.EstimateInterval(0.95).Lower, 1e-9, 1e-11);
        }
    }

    // wilcox.test(experimental, control), also with alternative = "greater", exact = FALSE and correct = FALSE.
    [Fact, Trait("Source", "AgainstR")]
    public void RankSum_AnySamples_MatchesWilcoxTest()
    {
        int exact = 0;
        foreach (ReferenceRow row in Samples)
        {
            double[] control = Values(row["control"]);
            double[] experimental = Values(row["experimental"]);
            RankSumResult result = RankSum.Test(control, experimental, RankSumMethod.Automatic);
            exact += result.IsExact ? 1 : 0;
            Close.Relative(row.Number("w"), result.U, 1e-14);
            Close.Relative(row.Number("wilcoxon"), result.TwoSidedPValue, 1e-10);
            Close.Relative(row.Number("greater"), result.OneSidedPValue, 1e-10);
            Close.Relative(row.Number("normal"), RankSum.Test(control, experimental, RankSumMethod.Normal).TwoSidedPValue, 1e-10);
            Close.Relative(row.Number("corrected"), RankSum.Test(control, experimental, RankSumMethod.NormalCorrected).TwoSidedPValue, 1e-10);
        }

        Assert.InRange(exact, 10, Samples.Length - 10);
    }

    // Study 002, table 1: BMI 21.06 ± 4.88 against 19.86 ± 3.91, printed as t 1.418 and recomputed as 1.405 (53 and 54 patients).
    [Fact, Trait("Source", "Published")]
    public void OfSummaries_Study002BodyMass_GivesTheRecomputedT() =>
        Assert.Equal(1.405, TwoSampleT.OfSummaries(54, 19.86, 3.91, 53, 21.06, 4.88, VarianceForm.Pooled).T, 3);

    // U of {1, 2} against {3, 4} is 4; each of the six orders has probability 1/6, so that two-sided p is 1/3.
    [Fact, Trait("Source", "ByHand")]
    public void RankSum_TwoAgainstTwo_CountsTheOrders()
    {
        RankSumResult result = RankSum.Test([1, 2], [3, 4], RankSumMethod.Automatic);

        Assert.Equal(4.0, result.U);
        Assert.Equal(1.0, result.Probability);
        Close.Relative(1.0 / 3.0, result.TwoSidedPValue, 1e-14);
        Close.Relative(1.0 / 6.0, result.OneSidedPValue, 1e-14);
        Assert.True(result.Z > 0.0);
        Assert.True(RankSum.Test([3, 4], [1, 2], RankSumMethod.Automatic).Z < 0.0);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Tests_DegenerateSamples_GiveTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, TwoSampleT.Test([], [], VarianceForm.Pooled).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, TwoSampleT.Test([1, 2], [], VarianceForm.Pooled).Reason);
        Assert.Equal(NotEstimable.TooFewObservations, TwoSampleT.Test([1], [2], VarianceForm.Pooled).Reason);
        Assert.Equal(NotEstimable.TooFewObservations, TwoSampleT.Test([1, 3], [2], VarianceForm.Welch).Reason);
        Assert.True(TwoSampleT.Test([1, 3], [2], VarianceForm.Pooled).IsEstimable);
        Assert.Equal(NotEstimable.NoVariance, TwoSampleT.Test([0.1, 0.1, 0.1], [0.3, 0.3], VarianceForm.Pooled).Reason);
        Assert.Equal(NotEstimable.NoPatients, RankSum.Test([], [], RankSumMethod.Automatic).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, RankSum.Test([], [1], RankSumMethod.Automatic).Reason);
        Assert.Equal(NotEstimable.NoVariance, RankSum.Test([2, 2], [2, 2], RankSumMethod.Automatic).Reason);
        Assert.True(RankSum.Test([1], [2], RankSumMethod.Automatic).IsEstimable);
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoSampleT.Test([double.NaN, 1], [1, 2], VarianceForm.Pooled));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankSum.Test([double.NaN, 1], [1, 2], RankSumMethod.Normal));

        MeanContrast none = TwoSampleT.Test([2, 2], [2, 2], VarianceForm.Welch);
        Assert.Equal(1.0, none.TwoSidedPValue);
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), none.EstimateInterval(0.95));
    }

    internal static double[] Values(string text) =>
        [.. text.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
}
