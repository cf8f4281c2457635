using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Survival;

namespace TrialSim.Statistics.CompetingRisks;

/// <summary>One step of a cumulative incidence curve.</summary>
/// <param name="Days">Day of the events, of whatever cause.</param>
/// <param name="AtRisk">Patients under observation without any event just before that day.</param>
/// <param name="Events">Events of the cause on that day.</param>
/// <param name="OtherEvents">Events of other causes on that day.</param>
/// <param name="EventFree">Probability of no event of any cause after that day.</param>
/// <param name="Incidence">Probability of an event of the cause by that day.</param>
/// <param name="StandardError">Of <paramref name="Incidence"/>.</param>
public readonly record struct IncidenceRow(
    double Days, int AtRisk, int Events, int OtherEvents, double EventFree, double Incidence, double StandardError)
{
    /// <summary>
    /// Pointwise limits of <see cref="Incidence"/>, within 0 and 1, taken on the scale of the incidence itself as R's multi-state
    /// <c>survfit</c> takes them; an incidence of 0 or 1 is its own limits.
    /// </summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <param name="transform">Scale on which the incidence is taken to be normal.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of range.</exception>
    public Interval Limits(double confidence, IntervalTransform transform)
    {
        double relative = Incidence > 0.0 ? StandardError / Incidence : 0.0;
        double criticalValue = Normal.TwoSidedCriticalValue(confidence);
        return SurvivalLimits.Of(Incidence, relative * relative, criticalValue, transform);
    }
}
