namespace TrialSim.Model.Design;

/// <summary>Which values of an endpoint are better, and so the sign of Z.</summary>
public enum BetterDirection
{
    /// <summary>Higher values, or more patients of whom it is true.</summary>
    Higher,

    /// <summary>Lower values, or fewer patients of whom it is true.</summary>
    Lower,
}
