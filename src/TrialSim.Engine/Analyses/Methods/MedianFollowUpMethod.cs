using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The median potential follow-up of an arm.</summary>
internal sealed class MedianFollowUpMethod(MedianFollowUpAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly KaplanMeierRow[] _rows = new KaplanMeierRow[patients];
    private readonly bool[] _isCensored = new bool[patients];

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data) => data.CountsOf(key)
        .WithQuantile(ReverseKaplanMeier.Fill(data.ByDay, (byte)key.Arm, _rows, _isCensored).Median(analysis.ConfidenceLevel, analysis.Transform));
}
