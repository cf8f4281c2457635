namespace TrialSim.Model.Design;

/// <summary>Two arms set against each other.</summary>
/// <param name="Experimental">Index of the experimental arm.</param>
/// <param name="Control">Index of the control arm.</param>
public readonly record struct Comparison(int Experimental, int Control);
