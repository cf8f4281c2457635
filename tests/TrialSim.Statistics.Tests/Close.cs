using Xunit;

namespace TrialSim.Statistics.Tests;

/// <summary>Comparison of numbers that may span many orders of magnitude.</summary>
internal static class Close
{
    /// <summary>Fails unless the two agree to a relative error; a difference below <paramref name="absolute"/> is forgiven.</summary>
    internal static void Relative(double expected, double actual, double relative, double absolute = 0.0) =>
        Assert.True(
            actual == expected || Math.Abs(actual - expected) <= Math.Max(absolute, relative * Math.Abs(expected)),
            $"expected {expected:R}, found {actual:R}, which is off by {(actual - expected) / expected:E2} of it");
}
