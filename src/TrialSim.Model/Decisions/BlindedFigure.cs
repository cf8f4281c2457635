namespace TrialSim.Model.Decisions;

/// <summary>What a look may know of an endpoint without knowing who is in which arm.</summary>
public enum BlindedFigure
{
    /// <summary>p(1 − p) of a binary endpoint over all arms.</summary>
    VarianceOfProportion,

    /// <summary>Variance of a number over all arms.</summary>
    Variance,

    /// <summary>Inverse of the share of patients with an event over all arms: fewer events ask for more patients.</summary>
    PatientsPerEvent,
}
