namespace TrialSim.Model.Design;

/// <summary>How what is known of earlier patients changes the allocation of the next one.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Endpoint">Index of the endpoint that tells how an arm does.</param>
/// <param name="BurnIn">Patients allocated first by permuted blocks, whatever is known.</param>
/// <param name="UpdateEvery">Patients from one look at what is known to the next, at least 1.</param>
/// <param name="MinShare">The least share of an arm that takes patients.</param>
/// <param name="Exponent">For the Bayesian rule: the power of the probability of being best; 0 for the ratio, 1 for the probability itself.</param>
public sealed record ResponseAdaptation(AdaptationRule Rule, int Endpoint, int BurnIn, int UpdateEvery, double MinShare, double Exponent)
{
    /// <summary>No adaptation.</summary>
    public static ResponseAdaptation None { get; } = new(AdaptationRule.PlayTheWinner, -1, 0, 1, 0.0, 0.0);
}
