namespace TrialSim.Statistics.Parametric;

/// <summary>The scale on which a parameter is estimated and taken to be normal; those of flexsurv.</summary>
public enum ParameterScale
{
    /// <summary>The parameter itself.</summary>
    Identity,

    /// <summary>Natural logarithm.</summary>
    Log,

    /// <summary>ln(p/(1 − p)).</summary>
    Logit,
}
