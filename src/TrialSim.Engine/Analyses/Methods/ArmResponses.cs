using TrialSim.Statistics.Bayesian;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The patients of one arm, and those of them with the event or a yes.</summary>
/// <param name="Events">With it.</param>
/// <param name="Patients">All.</param>
internal readonly record struct ArmResponses(int Events, int Patients)
{
    /// <summary>An arm of a row.</summary>
    public static ArmResponses Of(RowKey key, int arm, in EndpointData data)
    {
        ResultRow counts = data.CountsOf(key with { Arm = arm, Control = RowKey.None });
        return new ArmResponses(counts.Events, counts.Patients);
    }

    /// <summary>A belief once they have been seen.</summary>
    public BetaDistribution After(BetaDistribution prior) => prior.After(Events, Patients);

    /// <summary>The same so counted that more is better.</summary>
    public ArmResponses Opposite => new(Patients - Events, Patients);
}
