namespace TrialSim.Model.Truth;

/// <summary>Whose rate an accrual states.</summary>
public enum AccrualBasis
{
    /// <summary>The rate of the whole trial, whatever its sites: they share it.</summary>
    Trial,

    /// <summary>The rate of one site, by the time since it opened.</summary>
    EachSite,
}
