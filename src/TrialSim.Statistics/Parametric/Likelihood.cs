using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>The log likelihood of a hazard.</summary>
internal static class Likelihood
{
    internal static double Of(Hazard hazard, IntervalCounts counts)
    {
        double sum = 0.0;
        for (int i = 0; i < counts.Length; i++)
        {
            double lower = counts.Lower[i];
            double upper = counts.Upper[i];
            double atLower = lower == 0.0 ? 0.0 : hazard.Cumulative(lower);
            double term = upper == lower ? Math.Log(hazard.At(lower)) - atLower
                : double.IsPositiveInfinity(upper) ? -atLower
                : Elementary.LogOneMinusExp(hazard.Cumulative(upper) - atLower) - atLower;
            sum += counts.Count[i] * term;
        }

        return double.IsFinite(sum) ? sum : double.NegativeInfinity;
    }
}
