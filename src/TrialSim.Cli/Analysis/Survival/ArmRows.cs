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
        int[][] parts = strata == 0 ? [[.. Enumerable.Range(0, sample.Rows)]] : sample.RowsByStratum(strata);
        RiskRow[] rows = new RiskRow[sample.Rows];
        int[] ends = new int[parts.Length];
        int count = 0;
        for (int part = 0; part < parts.Length; part++)
        {
            count += RiskTable.Fill(sample.Take(parts[part]).Sorted(), 0, (byte)arm, rows.AsSpan(count));
            ends[part] = count;
        }

        return new ArmRows(rows[..count], ends, sample.Arms.Count(own => own == 0 || own == arm));
    }
}
