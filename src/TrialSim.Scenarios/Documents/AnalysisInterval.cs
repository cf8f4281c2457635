namespace TrialSim.Scenarios.Documents;

/// <summary>Form of an interval: the scale on which that of a curve is symmetric, or the interval of a proportion.</summary>
internal enum AnalysisInterval
{
    /// <summary>Of a curve.</summary>
    Log,

    /// <summary>Of a curve.</summary>
    LogLog,

    /// <summary>Of a curve.</summary>
    Plain,

    /// <summary>Of a curve.</summary>
    Logit,

    /// <summary>Of a curve.</summary>
    ArcSine,

    /// <summary>Of a proportion.</summary>
    Wilson,

    /// <summary>Of a proportion.</summary>
    ClopperPearson,
}
