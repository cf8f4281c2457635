using TrialSim.Results.Folder;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>Writes what the first replicates show of their patients.</summary>
public static class SampleFiles
{
    /// <summary>A file for each list that is not empty.</summary>
    /// <param name="draft">The folder.</param>
    /// <param name="sample">The lists.</param>
    public static void Write(ResultsDraft draft, TrialSample sample)
    {
        Write(draft, ResultsFiles.Accrual, AccrualColumns.All, sample.Accrual);
        Write(draft, ResultsFiles.TrueCurves, TrueCurveColumns.All, sample.TrueCurves);
    }

    private static void Write<TRow>(ResultsDraft draft, string file, IEnumerable<Column<TRow>> columns, IReadOnlyList<TRow> rows)
    {
        if (rows.Count > 0)
        {
            draft.WriteTable(file, columns, rows);
        }
    }
}
