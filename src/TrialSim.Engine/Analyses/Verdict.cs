namespace TrialSim.Engine.Analyses;

/// <summary>What a test says.</summary>
public enum Verdict : byte
{
    /// <summary>The row is no test, or it could not be done.</summary>
    None,

    /// <summary>The null hypothesis stands.</summary>
    Retained,

    /// <summary>The null hypothesis is rejected.</summary>
    Rejected,

    /// <summary>The null hypothesis is not tested any more, because an arm of the comparison has been dropped.</summary>
    NotTested,
}
