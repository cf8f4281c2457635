namespace TrialSim.Engine.Conduct;

/// <summary>Which analyses of a trial are done.</summary>
internal enum AnalysesWanted
{
    /// <summary>None, unless the course of the trial depends on them.</summary>
    WhereDecided,

    /// <summary>All.</summary>
    All,
}
