namespace TrialSim.Results.Sweeps;

/// <summary>What the levels of a factor are.</summary>
public enum FactorKind
{
    /// <summary>Values that meet every level of every other factor.</summary>
    Grid,

    /// <summary>Groups of the values of a key that is sampled with others: equally many in each, from the smallest values to the largest.</summary>
    Sample,
}
