namespace TrialSim.Statistics.Survival;

/// <summary>How a Cox regression treats events on the same day.</summary>
public enum TieHandling
{
    /// <summary>Tied events leave the risk set one after another on average (Efron 1977): close to the exact likelihood, and R's default.</summary>
    Efron,

    /// <summary>Every tied event faces the whole risk set (Breslow 1974): the default of SAS.</summary>
    Breslow,

    /// <summary>
    /// Ties are true: of those at risk, which ones have the event on the day (Cox 1972, the discrete or conditional logistic likelihood). R's
    /// <c>ties = "exact"</c>, SAS's <c>DISCRETE</c>. <see cref="CoxModel"/> alone has it.
    /// </summary>
    Exact,
}
