using System.Text;
using TrialSim.Results.Comparisons;
using TrialSim.Results.Samples;
using TrialSim.Results.Sweeps;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Tests.Tables;

public sealed class ColumnsTests
{
    private const string Update = "TRIALSIM_UPDATE_GOLDEN";

    // The page is made from the columns, so that what it says of a file is what the writer does.
    [Fact]
    public void ResultFilesPage_Tables_AreThoseOfTheColumns()
    {
        StringBuilder page = new("# The columns of the result files\n\nMade from the program's own list of columns; a test keeps it in step.\n");
        Append(page, "replicates.csv", ReplicateColumns.All);
        Append(page, "operating-characteristics.csv", OperatingCharacteristicColumns.All);
        Append(page, "sweep.csv (trialsim sweep), here of a sweep over a key design.patients", SweepColumns.Of(["design.patients"]));
        Append(page, "cells.csv (trialsim sweep), of the same", SweepColumns.OfCells(["design.patients"]));
        Append(page, "differences.csv (trialsim sweep)", DifferenceColumns.All);
        Append(page, "sensitivity.csv (trialsim sweep)", SensitivityColumns.All);
        Append(page, "compare.csv (trialsim compare), of two runs; of sweeps with the varied keys before these", ComparisonColumns.Of([]));
        Append(page, "formulas.csv (of a sweep with the cell and its values before these)", FormulaColumns.All);
        Append(page, "curves.csv", CurveColumns.All);
        Append(page, "distributions.csv", DistributionColumns.All);
        Append(page, "paths.csv", SequentialPathColumns.All);
        Append(page, "examples.csv", ExampleColumns.All);
        Append(page, "accrual.csv", AccrualColumns.All);
        Append(page, "true-curves.csv", TrueCurveColumns.All);
        Append(page, "best-levels.csv", BestLevelColumns.All);
        Append(page, "marker-courses.csv", MarkerCourseColumns.All);
        Append(page, "best-changes.csv", BestChangeColumns.All);
        Append(page, "adverse-events.csv", AdverseEventColumns.All);
        Append(page, "resource-months.csv", ResourceMonthColumns.All);
        Append(page, "seen-delays.csv", SeenDelayColumns.All);
        Append(page, "courses.csv", CourseColumns.All);
        Append(page, "evaluations.csv (trialsim size)", SizeColumns.Evaluations);
        Append(page, "curve.csv (trialsim size)", SizeColumns.Curve);
        Append(page, "analysis.csv (trialsim analyze), fits.csv (trialsim fit)", AnalysisFigureColumns.All);
        Append(page, "km.csv (trialsim analyze)", PatientCurveColumns.All);
        Append(page, "patients.csv (trialsim fit, of a published curve)", ReconstructedPatientColumns.All);
        string path = Repository.PathOf("docs", "result-files.md");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, page.ToString());
        }

        Assert.Equal(page.ToString(), File.ReadAllText(path));
    }

    private static void Append<TRow>(StringBuilder page, string file, IEnumerable<Column<TRow>> columns)
    {
        page.Append($"\n## {file}\n\n| column | type | unit | |\n|---|---|---|---|\n");
        foreach (Column<TRow> column in columns)
        {
            page.Append($"| `{column.Name}` | {TypeName(column.Type)} | {column.Unit} | {column.Description} |\n");
        }
    }

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.WholeNumber => "whole number",
        _ => "number",
    };
}
