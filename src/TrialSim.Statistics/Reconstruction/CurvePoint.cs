namespace TrialSim.Statistics.Reconstruction;

/// <summary>A point read off a published Kaplan–Meier curve.</summary>
public readonly record struct CurvePoint
{
    /// <summary>A point read off a curve.</summary>
    /// <param name="days">0 or above.</param>
    /// <param name="survival">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure lies outside its range.</exception>
    public CurvePoint(double days, double survival)
    {
        Days = Require.NonNegativeFinite(days);
        Survival = Require.Probability(survival);
    }

    /// <summary>Day, 0 or above.</summary>
    public double Days { get; }

    /// <summary>Height of the curve, from 0 to 1.</summary>
    public double Survival { get; }
}
