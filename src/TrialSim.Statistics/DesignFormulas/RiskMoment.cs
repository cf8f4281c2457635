namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// One node of an integral over patient days: who is expected to be at risk then, and under which hazards. A stratified analysis joins the moments of its strata.
/// </summary>
/// <param name="Day">Since randomisation.</param>
/// <param name="Days">Length of patient time that the node stands for.</param>
/// <param name="Control">Patients of the control arm expected at risk.</param>
/// <param name="Experimental">Patients of the experimental arm expected at risk.</param>
/// <param name="ControlHazard">Per day.</param>
/// <param name="ExperimentalHazard">Per day.</param>
public readonly record struct RiskMoment(double Day, double Days, double Control, double Experimental, double ControlHazard, double ExperimentalHazard)
{
    /// <summary>Events of the control arm expected over the node.</summary>
    public double ControlEvents => Days * Control * ControlHazard;

    /// <summary>Events of the experimental arm expected over the node.</summary>
    public double ExperimentalEvents => Days * Experimental * ExperimentalHazard;

    /// <summary>Patients of both arms expected at risk.</summary>
    public double AtRisk => Control + Experimental;

    /// <summary>Events of both arms expected over the node.</summary>
    public double Events => ControlEvents + ExperimentalEvents;
}
