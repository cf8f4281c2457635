namespace TrialSim.Scenarios.Documents;

/// <summary>The largest and smallest figures that can be meant.</summary>
internal static class Magnitudes
{
    /// <summary>Of a rate or hazard, in any unit.</summary>
    public const double PerDay = 1e6;

    /// <summary>Of a shape, a standard deviation of a logarithm or a hazard ratio: at least this.</summary>
    public const double SmallestFactor = 0.001;

    /// <summary>Of a shape, a standard deviation of a logarithm or a hazard ratio: at most this.</summary>
    public const double LargestFactor = 1000;

    /// <summary>Of the q of a generalised gamma: at most this on either side of 0.</summary>
    public const double LargestGammaShape = 100;

    /// <summary>Of the q of a generalised gamma: 0 or at least this on either side of 0.</summary>
    public const double SmallestGammaShape = 0.001;

    /// <summary>Of a dose, in mg a day: 10 kg.</summary>
    public const double MgPerDay = 1e7;

    /// <summary>Of the value of a covariate.</summary>
    public const double Value = 1e12;

    /// <summary>Of an exponent of a Fleming–Harrington weight: beyond it a handful of events decide.</summary>
    public const double LargestExponent = 10;

    /// <summary>Of the patients or events that a prior is worth.</summary>
    public const double LargestPrior = 1e5;
}
