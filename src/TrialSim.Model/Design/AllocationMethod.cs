namespace TrialSim.Model.Design;

/// <summary>How the next patient's arm is chosen.</summary>
public enum AllocationMethod
{
    /// <summary>Each patient on their own, with the ratio as odds.</summary>
    Simple,

    /// <summary>Shuffled blocks in which the ratio holds exactly, one sequence a stratum.</summary>
    PermutedBlock,

    /// <summary>Exact arm sizes over the whole trial: one block that holds all patients.</summary>
    FixedSizes,
}
