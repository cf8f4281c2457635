using TrialSim.Engine.Randomness;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>Draws a covariate by inversion of one uniform.</summary>
internal static class CovariateSampler
{
    /// <summary>The value: the index of the level for a categorical covariate, the number itself for a numeric one.</summary>
    public static double Sample(Covariate covariate, ulong seed, uint replicate, uint patient)
    {
        Draws draws = new(seed, replicate, patient, covariate.Purpose);
        double uniform = draws.NextUniform();
        return covariate.Distribution switch
        {
            CategoricalDistribution categorical => CategorySampler.IndexAt(categorical.Probabilities, uniform),
            NormalDistribution normal => normal.Mean + (normal.StandardDeviation * TruncatedQuantile(
                uniform,
                (normal.Lower - normal.Mean) / normal.StandardDeviation,
                (normal.Upper - normal.Mean) / normal.StandardDeviation)),
            LogNormalDistribution logNormal => logNormal.Median * Math.Exp(logNormal.Sigma * TruncatedQuantile(
                uniform,
                Math.Log(logNormal.Lower / logNormal.Median) / logNormal.Sigma,
                Math.Log(logNormal.Upper / logNormal.Median) / logNormal.Sigma)),
            _ => throw new InvalidOperationException($"No sampler for {covariate.Distribution.GetType().Name}."),
        };
    }

    /// <summary>The standard normal quantile, conditional on lying between two limits; works on the side of the shorter tail to keep its digits.</summary>
    private static double TruncatedQuantile(double uniform, double lower, double upper)
    {
        if (lower > 0)
        {
            return -TruncatedQuantile(1 - uniform, -upper, -lower);
        }

        double below = Normal.Cdf(lower);
        double above = Normal.Cdf(upper);
        return Math.Clamp(Normal.Quantile(below + (uniform * (above - below))), lower, upper);
    }
}
