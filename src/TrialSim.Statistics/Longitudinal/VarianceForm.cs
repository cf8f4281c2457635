namespace TrialSim.Statistics.Longitudinal;

/// <summary>What is taken to be common to two samples.</summary>
public enum VarianceForm
{
    /// <summary>One variance for both: Student's test.</summary>
    Pooled,

    /// <summary>A variance for each, with Satterthwaite's degrees of freedom: Welch's test.</summary>
    Welch,
}
