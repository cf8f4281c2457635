namespace TrialSim.Statistics.Proportions;

/// <summary>Which alternatives a test rejects for.</summary>
public enum Sides
{
    /// <summary>Only for a higher proportion in the experimental arm.</summary>
    One,

    /// <summary>For a difference in either direction.</summary>
    Two,
}
