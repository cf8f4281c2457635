namespace TrialSim.Model.Design;

/// <summary>The directions in which a test may reject.</summary>
public enum RejectionSides
{
    /// <summary>Only when the experimental arm does better.</summary>
    Benefit,

    /// <summary>In either direction.</summary>
    Both,
}
