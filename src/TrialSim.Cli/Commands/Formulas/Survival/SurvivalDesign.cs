using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Cli.Commands.Formulas.Survival;

/// <summary>A survival trial of the command line.</summary>
/// <param name="Trial">What is assumed; how many patients it has does not matter where they are asked for.</param>
/// <param name="HazardRatio">Where it does not change; null where it does.</param>
/// <param name="Ratio">Experimental patients for each control patient.</param>
/// <param name="AnalysisDay">Null where only events and times are asked about.</param>
internal sealed record SurvivalDesign(PlannedTrial Trial, double? HazardRatio, double Ratio, double? AnalysisDay)
{
    /// <summary>The same with so many patients.</summary>
    public PlannedTrial With(double patients) => Trial with { Accrual = Trial.Accrual.For(patients) };

    /// <summary>The trial of the formulas for proportional hazards.</summary>
    public ProportionalTrial Proportional => new(Trial.Accrual, Trial.Control, HazardRatio!.Value, AnalysisDay!.Value);
}
