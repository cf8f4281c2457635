using System.Globalization;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>ADEX: a row for each session of a procedure and each stretch of days on or off a drug.</summary>
internal static class Exposure
{
    private sealed record Row(AdamSubject Subject, AdamExposure Given);

    public static AdamDataset? Of(AdamStudy study)
    {
        if (study.Trial.Design.Protocol.Treatments.IsEmpty)
        {
            return null;
        }

        Column<Row>[] columns =
        [
            .. SubjectVariables.Identifiers<Row>(study, row => row.Subject),
            .. SubjectVariables.Treatment<Row>(study, row => row.Subject),
            new("EXTRT", ColumnType.Text, "", "Name of Treatment", row => AdamLabels.TermOf(row.Given.Treatment)),
            new("EXCAT", ColumnType.Text, "PROCEDURE, DRUG", "Category of Treatment", row => row.Given.IsProcedure ? "PROCEDURE" : "DRUG"),
            new("EXDOSE", ColumnType.Number, "0 where the drug is not taken; empty without doses", "Dose", row => row.Given.DoseText),
            new("EXDOSU", ColumnType.Text, "mg", "Dose Units", row => row.Given.DoseText.Length > 0 ? "mg" : ""),
            new("EXDOSFRQ", ColumnType.Text, "QD, ONCE", "Dosing Frequency per Interval", row => row.Given.IsProcedure ? "ONCE" : "QD"),
            new("EXADJ", ColumnType.Text, "HELD FOR PROCEDURE, INTERRUPTED, DOSE REDUCED", "Reason for Dose Adjustment", row => row.Given.Adjustment),
            new("EXSESS", ColumnType.WholeNumber, "not of the standard; of a procedure", "Number of Session", row => row.Given.IsProcedure ? row.Given.Number.ToString(CultureInfo.InvariantCulture) : ""),
            new("EXSTDTC", ColumnType.Text, SubjectVariables.Date, "Start Date/Time of Treatment", row => study.DateOf(row.Subject.Record, row.Given.From)),
            new("EXENDTC", ColumnType.Text, SubjectVariables.Date + "; empty for what goes on", "End Date/Time of Treatment", row => study.DateOf(row.Subject.Record, row.Given.To)),
            new("ASTDT", ColumnType.Text, SubjectVariables.Date, "Analysis Start Date", row => study.DateOf(row.Subject.Record, row.Given.From)),
            new("AENDT", ColumnType.Text, SubjectVariables.Date + "; empty for what goes on", "Analysis End Date", row => study.DateOf(row.Subject.Record, row.Given.To)),
            new("ASTDY", ColumnType.WholeNumber, "day 1 is randomisation", "Analysis Start Relative Day", row => AdamStudy.StudyDayOf(row.Subject.Record, row.Given.From)),
            new("AENDY", ColumnType.WholeNumber, "day 1 is randomisation", "Analysis End Relative Day", row => AdamStudy.StudyDayOf(row.Subject.Record, row.Given.To)),
            new("EXDURD", ColumnType.Number, "days until it ended or the look, exact", "Duration of Treatment (Days)", row => row.Given.IsProcedure ? "" : Cell.Of(row.Given.Days)),
        ];
        return AdamDataset.Of(
            "ADEX", "Exposure Analysis Dataset", "one row a session of a procedure, and a stretch of days on or off a drug", columns,
            study.Subjects.SelectMany(subject => AdamExposure.Of(study, subject.Record).Select(given => new Row(subject, given))));
    }
}
