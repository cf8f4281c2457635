namespace TrialSim.Model.Truth;

/// <summary>How a baseline covariate is distributed. A closed set.</summary>
public abstract record CovariateDistribution
{
    private protected CovariateDistribution()
    {
    }
}
