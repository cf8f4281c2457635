using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses;

/// <summary>The risk tables of an endpoint at a data cut, each worked out when it is first asked for: several analyses read the same one. One instance serves one worker.</summary>
/// <param name="arms">Arms of the trial.</param>
/// <param name="patients">Most patients.</param>
internal sealed class RiskTables(int arms, int patients)
{
    private const int Unknown = -1;

    private readonly RiskRow[][] _rows = new RiskRow[arms * arms][];
    private readonly int[] _counts = new int[arms * arms];

    /// <summary>Another endpoint or cut is about to be asked for.</summary>
    public void Forget() => Array.Fill(_counts, Unknown);

    /// <summary>The table of two arms.</summary>
    /// <param name="byDay">The endpoint by ascending day.</param>
    /// <param name="compare">The arms.</param>
    /// <returns>A view of this object's buffers, good until they are forgotten.</returns>
    public ReadOnlySpan<RiskRow> Of(scoped in SurvivalSample byDay, Comparison compare)
    {
        int place = (compare.Control * arms) + compare.Experimental;
        if (_counts[place] == Unknown)
        {
            _rows[place] ??= new RiskRow[patients];
            _counts[place] = RiskTable.Fill(byDay, (byte)compare.Control, (byte)compare.Experimental, _rows[place]);
        }

        return _rows[place].AsSpan(0, _counts[place]);
    }
}
