using TrialSim.Statistics.Bayesian;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>What is known of the times to an event of one arm when its hazard is constant.</summary>
/// <param name="Events">Patients with the event.</param>
/// <param name="Patients">All patients.</param>
/// <param name="Days">Follow-up of all patients together, with and without event.</param>
internal readonly record struct ArmFollowUp(int Events, int Patients, double Days)
{
    /// <summary>Patients in whom the event may still come.</summary>
    public int WithoutEvent => Patients - Events;

    /// <summary>An arm of a row.</summary>
    public static ArmFollowUp Of(RowKey key, int arm, in EndpointData data)
    {
        SurvivalSample sample = data.InScreeningOrder;
        double days = 0;
        for (int entry = 0; entry < sample.Length; entry++)
        {
            days += sample.Arm[entry] == arm ? sample.Days[entry] : 0.0;
        }

        ArmResponses counts = ArmResponses.Of(key, arm, data);
        return new ArmFollowUp(counts.Events, counts.Patients, days);
    }

    /// <summary>A belief once it has been seen.</summary>
    public GammaDistribution After(GammaDistribution prior) => prior.After(Events, Days);
}
