using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses;

/// <summary>One analysis of one replicate. Which numbers mean something follows from <see cref="RowKey.Measure"/>; where <see cref="Reason"/> is set they are 0.</summary>
/// <param name="Patients">Patients that the analysis is about.</param>
/// <param name="Events">Their endpoint events by the cut.</param>
/// <param name="Estimate">The estimate, in the unit of the measure.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">Lower confidence limit.</param>
/// <param name="Upper">Upper confidence limit.</param>
/// <param name="Z">Test statistic; positive when the experimental arm does better. 0 for a test without direction.</param>
/// <param name="PValue">P-value on the sides on which the analysis tests.</param>
/// <param name="Verdict">Whether the test rejects.</param>
/// <param name="Reason">Why there is no estimate, where there is none.</param>
public readonly record struct ResultRow(
    int Patients,
    int Events,
    double Estimate,
    double StandardError,
    double Lower,
    double Upper,
    double Z,
    double PValue,
    Verdict Verdict,
    NotEstimable Reason)
{
    /// <summary>The row with an estimate.</summary>
    internal ResultRow WithEstimate(double estimate, double standardError, Interval interval) => this with
    {
        Estimate = estimate,
        StandardError = standardError,
        Lower = interval.Lower,
        Upper = interval.Upper,
    };

    /// <summary>The row with a quantile of a survival curve, or why there is none.</summary>
    internal ResultRow WithQuantile(SurvivalQuantile quantile) => quantile.IsEstimable
        ? this with { Estimate = quantile.Days, Lower = quantile.Lower, Upper = quantile.Upper }
        : this with { Reason = quantile.Reason };

    /// <summary>The row with a test whose distribution under the null hypothesis is not that of one normal Z, which may have no direction.</summary>
    internal ResultRow WithTest(RejectionCriterion criterion, double z, double pValue) => this with
    {
        Z = z,
        PValue = pValue,
        Verdict = pValue <= criterion.Alpha ? Verdict.Rejected : Verdict.Retained,
    };

    /// <summary>The row with a test that is normal under the null hypothesis.</summary>
    internal ResultRow WithTest(RejectionCriterion criterion, double z, double twoSidedPValue, double oneSidedPValue) => this with
    {
        Z = z,
        PValue = criterion.Sides == RejectionSides.Both ? twoSidedPValue : oneSidedPValue,
        Verdict = criterion.IsMetBy(z) ? Verdict.Rejected : Verdict.Retained,
    };

    /// <summary>The row with an exact test, which has no Z: what is shown is the normal deviate with its p-value.</summary>
    /// <param name="criterion">When it rejects.</param>
    /// <param name="pValue">On the sides of the criterion.</param>
    /// <param name="gain">Positive when the experimental arm does better; gives a test on both sides its sign.</param>
    internal ResultRow WithExactTest(RejectionCriterion criterion, double pValue, double gain)
    {
        return WithTest(criterion, NormalDeviate(criterion, pValue, gain), pValue);
    }

    /// <summary>The Z that has a p-value, finite: a p-value of 0 or 1 counts as the next number to it.</summary>
    /// <param name="criterion">On whose sides the p-value is.</param>
    /// <param name="pValue">The p-value.</param>
    /// <param name="gain">Positive when the experimental arm does better; gives a test on both sides its sign.</param>
    internal static double NormalDeviate(RejectionCriterion criterion, double pValue, double gain)
    {
        double within = Math.Clamp(pValue, double.Epsilon, 1.0 - (1.0 / (1UL << 53)));
        return criterion.Sides == RejectionSides.Both ? -Math.Sign(gain) * Normal.Quantile(0.5 * within) : -Normal.Quantile(within);
    }

    /// <summary>The row with a probability of what is hoped for, which rejects when it is high enough.</summary>
    internal ResultRow WithProbability(double probability, double threshold) => this with
    {
        Estimate = probability,
        Verdict = probability >= threshold ? Verdict.Rejected : Verdict.Retained,
    };
}
