using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>The two errors a formula is asked for.</summary>
public readonly record struct TestError
{
    /// <summary>Errors of a one-sided test; half a two-sided α.</summary>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    /// <param name="power">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure lies outside its range.</exception>
    public TestError(double oneSidedAlpha, double power)
    {
        Require.InsideUnitInterval(2.0 * oneSidedAlpha, nameof(oneSidedAlpha));
        OneSidedAlpha = oneSidedAlpha;
        Power = Require.InsideUnitInterval(power);
    }

    /// <summary>Probability of a claim without an effect.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>Probability of a claim with the effect.</summary>
    public double Power { get; }

    /// <summary>Upper α quantile of the standard normal, 1.96 for 0.025.</summary>
    public double CriticalZ => -Normal.Quantile(OneSidedAlpha);

    /// <summary>Quantile of the power, 0.84 for 0.8.</summary>
    public double PowerZ => Normal.Quantile(Power);

    /// <summary>Expected Z that a test needs; the sum of the two.</summary>
    public double Drift => CriticalZ + PowerZ;
}
