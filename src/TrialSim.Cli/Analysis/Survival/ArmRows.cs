using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>The risk table of an arm and the control.</summary>
/// <param name="Rows">Strata one after another.</param>
/// <param name="Ends">Where the rows of each stratum end; a single entry without strata.</param>
/// <param name="Patients">Patients of both arms.</param>
internal sealed record ArmRows(RiskRow[] Rows, int[] Ends, int Patients)
{
    /// <summary>Events of both arms.</summary>
    public int Events => Rows.Sum(row => row.Events);

    /// <summary>The table of a sample.</summary>
    /// <param name="sample">Its strata are all known where they count.</param>
    /// <param name="arm">Number of the experimental arm.</param>
    /// <param name="strata">Number of strata; 0 for an unstratified table.</param>
    public static ArmRows Of(SurvivalRows sample, int arm, int strata)
    {
        SurvivalSample sorted = sample.Sorted();
        RiskRow[] rows = new RiskRow[sorted.Length];
        int[] ends = new int[Math.Max(strata, 1)];
        if (strata == 0)
        {
            ends[0] = RiskTable.Fill(sorted, 0, (byte)arm, rows);
        }
        else
        {
            RiskTable.FillStratified(sorted, 0, (byte)arm, rows, ends);
        }

        return new ArmRows(rows[..ends[^1]], ends, sample.Arms.Count(own => own == 0 || own == arm));
    }
}
