namespace TrialSim.Statistics.CompetingRisks;

/// <summary>How the variance of a cumulative incidence is estimated; without ties the two differ by a factor n/(n − 1) in each term.</summary>
public enum IncidenceVariance
{
    /// <summary>Multinomial increments, the infinitesimal jackknife; for one cause Greenwood's formula. R's <c>survfit</c>.</summary>
    Multinomial,

    /// <summary>
    /// Independent increments of the causes with the hypergeometric correction for ties (Aalen 1978; Gray 1988). R's <c>cmprsk::cuminc</c>.
    /// </summary>
    Counting,
}
