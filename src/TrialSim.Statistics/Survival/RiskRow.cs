namespace TrialSim.Statistics.Survival;

/// <summary>What happens at one event time of a comparison of two arms, within one stratum.</summary>
/// <param name="Days">Day of the events.</param>
/// <param name="AtRiskControl">Control patients under observation without the event just before that day.</param>
/// <param name="AtRiskExperimental">Experimental patients under observation without the event just before that day.</param>
/// <param name="EventsControl">Control patients with the event on that day.</param>
/// <param name="EventsExperimental">Experimental patients with the event on that day.</param>
public readonly record struct RiskRow(double Days, int AtRiskControl, int AtRiskExperimental, int EventsControl, int EventsExperimental)
{
    /// <summary>Patients of both arms at risk.</summary>
    public int AtRisk => AtRiskControl + AtRiskExperimental;

    /// <summary>Patients of both arms with the event on that day.</summary>
    public int Events => EventsControl + EventsExperimental;
}
