using MathNet.Numerics;

namespace TrialSim.Statistics.Bayesian;

/// <summary>The logarithm of the beta function. R's <c>lbeta</c>.</summary>
internal static class LogBeta
{
    /// <summary>ln B(a, b), for both above 0.</summary>
    internal static double Of(double a, double b) => SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b);
}
