namespace TrialSim.Model.Decisions;

/// <summary>Why a trial stops.</summary>
public enum StopReason : byte
{
    /// <summary>It does not: it goes to its last look.</summary>
    None,

    /// <summary>The treatment works.</summary>
    Efficacy,

    /// <summary>The trial is not likely to show that it does.</summary>
    Futility,

    /// <summary>The treatment does harm.</summary>
    Harm,
}
