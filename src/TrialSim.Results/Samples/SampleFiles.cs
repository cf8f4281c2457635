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
        Write(draft, ResultsFiles.BestLevels, BestLevelColumns.All, sample.BestLevels);
        Write(draft, ResultsFiles.MarkerCourses, MarkerCourseColumns.All, sample.MarkerCourses);
        Write(draft, ResultsFiles.BestChanges, BestChangeColumns.All, sample.BestChanges);
        Write(draft, ResultsFiles.AdverseEvents, AdverseEventColumns.All, sample.AdverseEvents);
        Write(draft, ResultsFiles.ResourceMonths, ResourceMonthColumns.All, sample.ResourceMonths);
        Write(draft, ResultsFiles.SeenDelays, SeenDelayColumns.All, sample.SeenDelays);
        Write(draft, ResultsFiles.Courses, CourseColumns.All, sample.Courses);
    }

    private static void Write<TRow>(ResultsDraft draft, string file, IEnumerable<Column<TRow>> columns, IReadOnlyList<TRow> rows)
    {
        if (rows.Count > 0)
        {
            draft.WriteTable(file, columns, rows);
        }
    }
}
