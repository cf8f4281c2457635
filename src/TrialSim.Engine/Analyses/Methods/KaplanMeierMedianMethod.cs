using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The Kaplan–Meier median of an arm.</summary>
internal sealed class KaplanMeierMedianMethod(KaplanMeierMedianAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly KaplanMeierRow[] _rows = new KaplanMeierRow[patients];

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data) => data.CountsOf(key)
        .WithQuantile(KaplanMeier.Fill(data.ByDay, (byte)key.Arm, _rows).Median(analysis.ConfidenceLevel, analysis.Transform));
}
