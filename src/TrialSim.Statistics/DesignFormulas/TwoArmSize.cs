namespace TrialSim.Statistics.DesignFormulas;

/// <summary>Patients of a two-arm trial as a formula gives them, not rounded.</summary>
/// <param name="Control">In the control arm.</param>
/// <param name="Experimental">In the experimental arm.</param>
public readonly record struct TwoArmSize(double Control, double Experimental)
{
    /// <summary>In both arms.</summary>
    public double Total => Control + Experimental;

    /// <summary>The same, each arm rounded up to whole patients; a hair above a whole number is rounding, and is let go.</summary>
    public TwoArmSize RoundedUp => new(Math.Ceiling(Control - 1e-9), Math.Ceiling(Experimental - 1e-9));
}
