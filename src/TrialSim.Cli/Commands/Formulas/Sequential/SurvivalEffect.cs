namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary>What a drift stands for in a survival trial, by Schoenfeld's information.</summary>
/// <param name="HazardRatio">Of the plan.</param>
/// <param name="ExperimentalShare">Share of patients in the experimental arm.</param>
/// <param name="Ratio">Experimental patients for each control patient.</param>
internal sealed record SurvivalEffect(double HazardRatio, double ExperimentalShare, double Ratio)
{
    private double PerEvent => ExperimentalShare * (1.0 - ExperimentalShare);

    /// <summary>Expected Z with so many events; negative where the planned effect is harm.</summary>
    public double DriftOf(double events) => -Math.Log(HazardRatio) * Math.Sqrt(events * PerEvent);

    /// <summary>Events at which the planned effect has this expected Z.</summary>
    public double EventsOf(double drift) => drift * drift / (Math.Log(HazardRatio) * Math.Log(HazardRatio) * PerEvent);

    /// <summary>The hazard ratio that stands for a drift of a trial whose own planned drift is given; 1 is no effect, on whichever side the plan is.</summary>
    public double RatioOf(double drift, double plannedDrift) => Math.Exp(Math.Log(HazardRatio) * drift / plannedDrift);
}
