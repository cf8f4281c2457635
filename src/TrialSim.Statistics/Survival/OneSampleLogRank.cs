using TrialSim.Statistics.Hazards;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// The one-sample log-rank test of a single arm against a known hazard (Breslow 1975): the events that hazard leads to expect over each
/// patient's own follow-up, against those observed. Allocates nothing.
/// </summary>
public static class OneSampleLogRank
{
    /// <summary>Z is positive when the patients do better than the reference.</summary>
    /// <param name="sample">In any order; arms and strata make no difference. Days are 0 or above; late entry counts from the start.</param>
    /// <param name="reference">Hazard under the null hypothesis.</param>
    /// <param name="variance">Form of the variance.</param>
    public static OneSampleLogRankResult Test(in SurvivalSample sample, Hazard reference, OneSampleVariance variance)
    {
        int observed = 0;
        double expected = 0.0;
        for (int i = 0; i < sample.Length; i++)
        {
            observed += sample.HasEvent[i] ? 1 : 0;
            expected += reference.Cumulative(sample.Days[i]) - (sample.StartDays.IsEmpty ? 0.0 : reference.Cumulative(sample.StartDays[i]));
        }

        return TestCounts(sample.Length, observed, expected, variance);
    }

    /// <summary>The same from sums over the patients.</summary>
    /// <param name="patients">0 or above.</param>
    /// <param name="observed">Events.</param>
    /// <param name="expected">Sum of the patients' cumulative reference hazards over their own follow-up.</param>
    /// <param name="variance">Form of the variance.</param>
    public static OneSampleLogRankResult TestCounts(int patients, int observed, double expected, OneSampleVariance variance)
    {
        double chosen = variance == OneSampleVariance.Expected ? expected : 0.5 * (observed + expected);
        NotEstimable reason = patients == 0 ? NotEstimable.NoPatients
            : !(expected > 0.0 && double.IsFinite(expected)) ? NotEstimable.NoVariance
            : NotEstimable.None;
        return reason == NotEstimable.None
            ? new OneSampleLogRankResult(observed, expected, chosen, reason)
            : new OneSampleLogRankResult(observed, 0.0, 0.0, reason);
    }
}
