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
    private readonly RiskRow[] _rows = new RiskRow[strata.Factors.IsEmpty ? 0 : patients];
    private readonly int[] _ends = new int[strata.StratumCount];

    /// <summary>Where the rows of each stratum end, after <see cref="Fill"/>.</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>The table of an endpoint.</summary>
    /// <returns>A view of a buffer, good until the next call, or the next endpoint.</returns>
    public ReadOnlySpan<RiskRow> Fill(in EndpointData data)
    {
        if (_order.HasStrata)
        {
            return _rows.AsSpan(0, RiskTable.FillStratified(_order.Sort(data), (byte)compare.Control, (byte)compare.Experimental, _rows, _ends));
        }

        ReadOnlySpan<RiskRow> rows = data.RiskRowsOf(compare);
        _ends[0] = rows.Length;
        return rows;
    }
}
