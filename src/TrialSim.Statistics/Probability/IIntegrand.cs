namespace TrialSim.Statistics.Probability;

/// <summary>A function to integrate, or whose root is sought: a type, so that it may look at the caller's stack and nothing is allocated.</summary>
internal interface IIntegrand
{
    /// <summary>Its value.</summary>
    public double At(double x);
}
