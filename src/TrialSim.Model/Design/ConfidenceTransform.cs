namespace TrialSim.Model.Design;

/// <summary>Scale on which a survival curve's interval is symmetric, as <c>conf.type</c> of R's <c>survfit</c>.</summary>
public enum ConfidenceTransform
{
    /// <summary>S itself.</summary>
    Plain,

    /// <summary>log S, R's default.</summary>
    Log,

    /// <summary>log(−log S).</summary>
    LogLog,
}
