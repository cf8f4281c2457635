namespace TrialSim.Statistics.Survival;

/// <summary>How a Cox regression treats events on the same day.</summary>
public enum TieHandling
{
    /// <summary>Tied events leave the risk set one after another on average (Efron 1977): close to the exact likelihood, and R's default.</summary>
    Efron,

    /// <summary>Every tied event faces the whole risk set (Breslow 1974): the default of SAS.</summary>
    Breslow,
}
