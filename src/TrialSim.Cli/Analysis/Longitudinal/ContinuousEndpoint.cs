namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>A number of each patient, and perhaps its value before treatment. An empty name stands for a column that was not named.</summary>
/// <param name="Value">Column of the value.</param>
/// <param name="Baseline">Column of the value before treatment.</param>
internal sealed record ContinuousEndpoint(string Value, string Baseline) : AnalysisEndpoint
{
    public override AnalysisShape Shape => AnalysisShape.Continuous;

    public override IReadOnlyList<NamedColumn> EssentialColumns => [new("--value", Value)];

    public override IReadOnlyList<(NamedColumn Column, string Analyses)> FurtherColumns => [(new("--baseline", Baseline), "analyses of the change from baseline")];
}
