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

    /// <summary>The arms that are behind the ratio are favoured. Efron (1971), "Forcing a sequential experiment to be balanced", Biometrika 58.</summary>
    BiasedCoin,

    /// <summary>
    /// The arms that leave the margins of several factors nearest to balance are favoured. Pocock, Simon (1975), "Sequential treatment assignment with balancing for prognostic factors
    /// in the controlled clinical trial", Biometrics 31.
    /// </summary>
    Minimisation,

    /// <summary>Arms that have done better by what is known are favoured.</summary>
    ResponseAdaptive,
}
