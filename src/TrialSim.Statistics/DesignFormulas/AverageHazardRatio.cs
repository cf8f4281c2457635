using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>The average hazard ratio at an analysis, and the information about its logarithm.</summary>
/// <param name="Ratio">Experimental over control.</param>
/// <param name="Events">Expected in both arms.</param>
/// <param name="InformationUnderNull">Events·p(1 − p); the test is judged by it.</param>
/// <param name="InformationUnderAlternative">Sum over pieces of the hazards of 1/(1/events of one arm + 1/events of the other).</param>
/// <param name="Reason">Why there is none; information is then 0.</param>
public readonly record struct AverageHazardRatio(
    double Ratio, double Events, double InformationUnderNull, double InformationUnderAlternative, NotEstimable Reason)
{
    /// <summary>
    /// Probability of −ln(estimate)·√(null information) at or above a critical value, when the estimate's variance is that of the alternative. gsDesign2's
    /// power with <c>info_scale = "h0_h1_info"</c>.
    /// </summary>
    /// <param name="critical">On the Z scale.</param>
    public double Power(double critical) => Normal.UpperTail(Bound(critical) - ExpectedZ);

    /// <summary>How many times the patients, and with them all information, a power needs; +∞ where the estimate does not favour the experimental arm.</summary>
    /// <param name="error">Error and power.</param>
    public double FactorFor(TestError error)
    {
        double root = (Bound(error.CriticalZ) + error.PowerZ) / ExpectedZ;
        return Reason == NotEstimable.None && ExpectedZ > 0.0 ? root * root : double.PositiveInfinity;
    }

    /// <summary>Expected standardised estimate, −ln(ratio)·√(information under the alternative).</summary>
    public double ExpectedZ => -Math.Log(Ratio) * Math.Sqrt(InformationUnderAlternative);

    /// <summary>A critical value on the scale of <see cref="ExpectedZ"/>.</summary>
    /// <param name="critical">On the Z scale of the null hypothesis.</param>
    public double Bound(double critical) =>
        Reason == NotEstimable.None ? critical * Math.Sqrt(InformationUnderAlternative / InformationUnderNull) : critical;
}
