namespace TrialSim.Model.Truth;

/// <summary>Where in the window that the protocol allows things really take place.</summary>
public enum WindowBehaviour
{
    /// <summary>Every day is equally likely.</summary>
    Uniform,

    /// <summary>The target is the most likely day, the limits the least, and in between it is a straight line.</summary>
    Triangular,

    /// <summary>On the first day allowed.</summary>
    Earliest,

    /// <summary>On the target.</summary>
    Target,

    /// <summary>On the last day allowed.</summary>
    Latest,
}
