namespace TrialSim.Statistics.Proportions;

/// <summary>
/// The Cochran–Mantel–Haenszel test of two arms over strata, with the hypergeometric variance. R's
/// <c>mantelhaen.test(table, correct = …)</c>: the correction of ½ is left away when the sum of differences is below ½.
/// </summary>
public static class MantelHaenszel
{
    /// <summary>Test and common odds ratio. Strata without a patient in one of the arms tell nothing and count for nothing.</summary>
    /// <param name="strata">Both arms in each stratum. Allocates nothing.</param>
    /// <param name="correction">Whether to correct for continuity.</param>
    public static MantelHaenszelResult Test(ReadOnlySpan<TwoArmCounts> strata, ContinuityCorrection correction)
    {
        double difference = 0.0;
        double variance = 0.0;
        double r = 0.0, s = 0.0, pr = 0.0, psqr = 0.0, qs = 0.0;
        double weights = 0.0, weightedDifference = 0.0, p = 0.0, q = 0.0;
        bool isAnyPatient = false;
        bool isAnyStratum = false;
        foreach (TwoArmCounts stratum in strata)
        {
            isAnyPatient |= stratum.Patients > 0;
            if (stratum.ControlPatients == 0 || stratum.ExperimentalPatients == 0)
            {
                continue;
            }

            isAnyStratum = true;
            double n = stratum.Patients;
            double m1 = stratum.ExperimentalPatients;
            double m0 = stratum.ControlPatients;
            double a = stratum.ExperimentalResponders;
            double b = m1 - a;
            double c = stratum.ControlResponders;
            double d = m0 - c;
            double responders = a + c;
            difference += a - (m1 * (responders / n));
            variance += m1 / n * (m0 / n) * responders * ((n - responders) / (n - 1.0));

            double concordant = a * (d / n);
            double discordant = b * (c / n);
            double concordantShare = (a + d) / n;
            double discordantShare = (b + c) / n;
            r += concordant;
            s += discordant;
            pr += concordantShare * concordant;
            psqr += (concordantShare * discordant) + (discordantShare * concordant);
            qs += discordantShare * discordant;

            double weight = m1 * (m0 / n);
            weights += weight;
            weightedDifference += (a * (m0 / n)) - (c * (m1 / n));
            p += ((m1 / n * (m1 / n) * c) - (m0 / n * (m0 / n) * a) + (m1 / n * (m0 / n) * (m0 - m1) / 2.0));
            q += ((a * (d / n)) + (c * (b / n))) / 2.0;
        }

        if (!isAnyStratum || variance <= 0.0)
        {
            return MantelHaenszelResult.Without(
                !isAnyPatient ? NotEstimable.NoPatients : !isAnyStratum ? NotEstimable.OneArmEmpty : NotEstimable.NoVariance);
        }

        double size = Math.Abs(difference);
        double corrected = correction == ContinuityCorrection.Yates && size >= 0.5 ? size - 0.5 : size;
        double z = Math.CopySign(corrected, difference) / Math.Sqrt(variance);
        double error = r > 0.0 && s > 0.0
            ? Math.Sqrt((pr / (2.0 * r * r)) + (psqr / (2.0 * r * s)) + (qs / (2.0 * s * s)))
            : 0.0;
        double riskDifference = weightedDifference / weights;
        double riskVariance = ((riskDifference * p) + q) / (weights * weights);
        return new MantelHaenszelResult(
            z,
            s > 0.0 ? r / s : double.PositiveInfinity,
            error,
            riskDifference,
            Math.Sqrt(Math.Max(0.0, riskVariance)),
            NotEstimable.None);
    }
}
