namespace TrialSim.Model.Decisions;

/// <summary>The numbers strictly between two others.</summary>
/// <param name="Above">−∞ for no limit.</param>
/// <param name="Below">+∞ for no limit.</param>
public readonly record struct OpenRange(double Above, double Below)
{
    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(double value) => value > Above && value < Below;
}
