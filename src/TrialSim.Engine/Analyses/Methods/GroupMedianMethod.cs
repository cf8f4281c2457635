using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The Kaplan–Meier median of a group of patients.</summary>
internal sealed class GroupMedianMethod(GroupMedianAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly GroupedSample _sample = new(analysis.Groups, patients);
    private readonly KaplanMeierRow[] _rows = new KaplanMeierRow[2 * patients];
    private readonly double[] _starts = new double[2 * patients];

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        SurvivalSample sample = _sample.Fill(data);
        byte group = key.Group == PatientGroup.With ? GroupedSample.With : GroupedSample.Without;
        KaplanMeierCurve curve = sample.StartDays.IsEmpty
            ? KaplanMeier.Fill(sample, group, _rows)
            : KaplanMeier.FillWithLateEntry(sample, group, _rows, _starts);
        return _sample.CountsOf(key).WithQuantile(curve.Median(analysis.ConfidenceLevel, analysis.Transform));
    }
}
