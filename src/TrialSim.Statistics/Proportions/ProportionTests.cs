namespace TrialSim.Statistics.Proportions;

/// <summary>Tests of independence in a table of counts that rest on a normal approximation.</summary>
public static class ProportionTests
{
    /// <summary>
    /// Pearson's test of two proportions, with the pooled variance (n, not n − 1). R's <c>chisq.test(table, correct = …)</c> and
    /// <c>prop.test</c>: the correction is the smaller of ½ and the difference itself.
    /// </summary>
    /// <param name="counts">Both arms. Allocates nothing.</param>
    /// <param name="correction">Whether to correct for continuity.</param>
    public static ProportionTestResult Pearson(TwoArmCounts counts, ContinuityCorrection correction)
    {
        if (counts.TestReason != NotEstimable.None)
        {
            return ProportionTestResult.Without(counts.TestReason);
        }

        double n = counts.Patients;
        double control = counts.ControlPatients;
        double experimental = counts.ExperimentalPatients;
        double responders = counts.Responders;
        double excess = counts.ExperimentalResponders - (experimental * (responders / n));
        double size = Math.Abs(excess);
        double corrected = correction == ContinuityCorrection.Yates ? size - Math.Min(0.5, size) : size;
        double variance = experimental * (control / n) * (responders / n) * ((n - responders) / n);
        return new ProportionTestResult(Math.CopySign(corrected, excess) / Math.Sqrt(variance), NotEstimable.None);
    }

    /// <summary>The likelihood-ratio test of two proportions, as the signed root of G: twice the gain in log likelihood.</summary>
    /// <param name="counts">Both arms. Allocates nothing.</param>
    public static ProportionTestResult LikelihoodRatio(TwoArmCounts counts)
    {
        if (counts.TestReason != NotEstimable.None)
        {
            return ProportionTestResult.Without(counts.TestReason);
        }

        ReadOnlySpan<long> cells =
        [
            counts.ExperimentalResponders, counts.ExperimentalPatients - counts.ExperimentalResponders,
            counts.ControlResponders, counts.ControlPatients - counts.ControlResponders,
        ];
        double n = counts.Patients;
        double g = 0.0;
        for (int i = 0; i < 4; i++)
        {
            double row = i < 2 ? counts.ExperimentalPatients : counts.ControlPatients;
            double column = i % 2 == 0 ? counts.Responders : n - counts.Responders;
            g += LogLikelihoodGain(cells[i], row * (column / n));
        }

        double z = Math.Sqrt(Math.Max(0.0, 2.0 * g));
        return new ProportionTestResult(
            counts.ExperimentalProportion < counts.ControlProportion ? -z : z, NotEstimable.None);
    }

    /// <summary>
    /// Pearson's test of rows by columns, (rows − 1)(columns − 1) degrees of freedom, without a correction. R's
    /// <c>chisq.test(table, correct = FALSE)</c>, but that rows and columns without patients are left out, for which R has NaN.
    /// </summary>
    /// <param name="table">Counts.</param>
    public static ChiSquareResult Pearson(ContingencyTable table) => Test(table, (observed, expected) =>
        (observed - expected) * (observed - expected) / expected);

    /// <summary>
    /// The likelihood-ratio test G of rows by columns, 2·Σ O·ln(O/E), with the degrees of freedom of <see cref="Pearson(ContingencyTable)"/>.
    /// Some packages print it under the name of chi-square. R's <c>MASS::loglm(~ 1 + 2, table)</c> as "Likelihood Ratio".
    /// </summary>
    /// <param name="table">Counts.</param>
    public static ChiSquareResult LikelihoodRatio(ContingencyTable table) => Test(table, (observed, expected) =>
        2.0 * LogLikelihoodGain(observed, expected));

    private static double LogLikelihoodGain(double observed, double expected) =>
        observed == 0.0 ? 0.0 : observed * Math.Log(observed / expected);

    private static ChiSquareResult Test(ContingencyTable table, Func<double, double, double> contribution)
    {
        long[] rows = table.RowTotals();
        long[] columns = table.ColumnTotals();
        double n = rows.Sum();
        int degreesOfFreedom = (rows.Count(r => r > 0) - 1) * (columns.Count(c => c > 0) - 1);
        if (n == 0.0)
        {
            return ChiSquareResult.Without(NotEstimable.NoPatients);
        }

        if (degreesOfFreedom == 0)
        {
            return ChiSquareResult.Without(rows.Count(r => r > 0) < 2 ? NotEstimable.OneArmEmpty : NotEstimable.NoVariance);
        }

        double statistic = 0.0;
        for (int i = 0; i < table.Rows; i++)
        {
            for (int j = 0; j < table.Columns; j++)
            {
                double expected = rows[i] * (columns[j] / n);
                statistic += expected > 0.0 ? contribution(table[i, j], expected) : 0.0;
            }
        }

        return new ChiSquareResult(Math.Max(0.0, statistic), degreesOfFreedom, NotEstimable.None);
    }
}
