using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The risk table of two groups of patients, within buffers that it owns.</summary>
/// <param name="groups">The groups.</param>
/// <param name="patients">Most patients.</param>
internal sealed class GroupTable(PatientGroups groups, int patients)
{
    private readonly GroupedSample _sample = new(groups, patients);
    private readonly RiskRow[] _rows = new RiskRow[2 * patients];
    private readonly double[] _starts = new double[2 * patients];

    /// <summary>The table of an endpoint.</summary>
    /// <returns>A view of this object's buffer, good until the next call.</returns>
    public ReadOnlySpan<RiskRow> Fill(in EndpointData data)
    {
        SurvivalSample sample = _sample.Fill(data);
        int rows = sample.StartDays.IsEmpty
            ? RiskTable.Fill(sample, GroupedSample.Without, GroupedSample.With, _rows)
            : RiskTable.FillWithLateEntry(sample, GroupedSample.Without, GroupedSample.With, _rows, _starts);
        return _rows.AsSpan(0, rows);
    }

    /// <summary>Patients and events that a row is about, after <see cref="Fill"/>.</summary>
    public ResultRow CountsOf(RowKey key) => _sample.CountsOf(key);
}
