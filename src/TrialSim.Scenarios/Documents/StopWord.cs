namespace TrialSim.Scenarios.Documents;

/// <summary>Why a trial stops.</summary>
internal enum StopWord
{
    /// <summary>The treatment works.</summary>
    Efficacy,

    /// <summary>The trial is not likely to show that it does.</summary>
    Futility,

    /// <summary>The treatment does harm.</summary>
    Harm,
}
