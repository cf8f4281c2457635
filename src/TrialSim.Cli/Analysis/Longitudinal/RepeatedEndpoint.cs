using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>A number of each patient at several visits, a row for each visit. An empty name stands for a column that was not named.</summary>
/// <param name="Value">Column of the value.</param>
/// <param name="Baseline">Column of the value before treatment, the same in all rows of a patient.</param>
/// <param name="Visit">Column of the visit.</param>
/// <param name="Patient">Column of the patient.</param>
/// <param name="DegreesOfFreedom">Of the mixed model.</param>
internal sealed record RepeatedEndpoint(string Value, string Baseline, string Visit, string Patient, DegreesOfFreedomMethod DegreesOfFreedom) : AnalysisEndpoint
{
    public override AnalysisShape Shape => AnalysisShape.Repeated;

    public override IReadOnlyList<NamedColumn> EssentialColumns => [new("--value", Value), new("--visit", Visit), new("--patient", Patient)];

    public override IReadOnlyList<(NamedColumn Column, string Analyses)> FurtherColumns => [(new("--baseline", Baseline), "the mixed model")];
}
