namespace TrialSim.Statistics.CompetingRisks;

/// <summary>Which of the two usual forms of the Fine–Gray regression; they differ where days are tied and in the errors.</summary>
public enum FineGrayForm
{
    /// <summary>
    /// The paper's: Breslow ties, a patient with an event is at risk of censoring on that day, and the sandwich variance that allows for the
    /// estimated censoring distribution. R's <c>cmprsk::crr</c>.
    /// </summary>
    Sandwich,

    /// <summary>
    /// A weighted Cox regression: Efron ties, events leave before censoring on the same day, and the variance of the information
    /// matrix, which takes the weights as known. R's <c>coxph</c> on the output of <c>survival::finegray</c>.
    /// </summary>
    WeightedCox,
}
