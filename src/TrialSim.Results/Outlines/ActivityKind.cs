namespace TrialSim.Results.Outlines;

/// <summary>What is done to a patient.</summary>
public enum ActivityKind
{
    /// <summary>A treatment done on a day.</summary>
    Procedure,

    /// <summary>A treatment taken from day to day.</summary>
    Drug,

    /// <summary>A visit.</summary>
    Visit,
}
