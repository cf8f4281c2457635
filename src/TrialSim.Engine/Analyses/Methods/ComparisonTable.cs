using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The risk table of two arms, stratum after stratum, within buffers that it owns.</summary>
/// <param name="compare">The arms.</param>
/// <param name="strata">The factors; none means one stratum.</param>
/// <param name="patients">Most patients.</param>
internal sealed class ComparisonTable(Comparison compare, Stratification strata, int patients)
{
    private readonly StratifiedOrder _order = new(strata, patients);
    private readonly RiskRow[] _rows = new RiskRow[patients];
    private readonly int[] _ends = new int[strata.StratumCount];

    /// <summary>Where the rows of each stratum end, after <see cref="Fill"/>.</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>The table of an endpoint.</summary>
    /// <returns>A view of this object's buffer, good until the next call.</returns>
    public ReadOnlySpan<RiskRow> Fill(in EndpointData data)
    {
        SurvivalSample sorted = _order.Sort(data);
        if (_order.HasStrata)
        {
            return _rows.AsSpan(0, RiskTable.FillStratified(sorted, (byte)compare.Control, (byte)compare.Experimental, _rows, _ends));
        }

        _ends[0] = RiskTable.Fill(sorted, (byte)compare.Control, (byte)compare.Experimental, _rows);
        return _rows.AsSpan(0, _ends[0]);
    }
}
