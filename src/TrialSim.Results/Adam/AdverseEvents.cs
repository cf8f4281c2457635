using System.Globalization;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>ADAE: a row for each occurrence that came to be known of an event that has grades, or is put down to a treatment and recorded each time.</summary>
internal static class AdverseEvents
{
    // CTCAE grade 4 is life-threatening and 5 is death, which are serious by ICH E2A; admission to hospital is not simulated.
    private const int LowestSeriousGrade = 4;
    private const int FatalGrade = 5;

    private sealed record Row(AdamSubject Subject, int Event, int Sequence, int Grade, PatientDay Start, PatientDay End);

    public static AdamDataset? Of(AdamStudy study)
    {
        Row[] rows = [.. study.Subjects.SelectMany(subject => RowsOf(study, subject))];
        ClinicalEvent EventOf(Row row) => study.Trial.Truth.Events[row.Event];
        Column<Row>[] columns =
        [
            .. SubjectVariables.Identifiers<Row>(study, row => row.Subject),
            .. SubjectVariables.Treatment<Row>(study, row => row.Subject),
            new("AESEQ", ColumnType.WholeNumber, "", "Sequence Number", row => Number(row.Sequence)),
            new("AETERM", ColumnType.Text, "", "Reported Term for the Adverse Event", row => EventOf(row).Term),
            new("AEDECOD", ColumnType.Text, "", "Dictionary-Derived Term", row => EventOf(row).Term),
            new("AETOXGR", ColumnType.Text, "1, 2, 3, 4, 5 as in CTCAE", "Standard Toxicity Grade", row => row.Grade == 0 ? "" : Number(row.Grade)),
            new("ATOXGRN", ColumnType.WholeNumber, "1, 2, 3, 4, 5", "Analysis Toxicity Grade (N)", row => row.Grade == 0 ? "" : Number(row.Grade)),
            new("AESER", ColumnType.Text, "Y for grades 4 and 5, otherwise N", "Serious Event", row => row.Grade >= LowestSeriousGrade ? "Y" : "N"),
            new("AREL", ColumnType.Text, "RELATED, NOT RELATED", "Analysis Causality", row => AdverseEventFacts.TreatmentOf(study.Trial, EventOf(row)).Length > 0 ? "RELATED" : "NOT RELATED"),
            new("AERELTRT", ColumnType.Text, "not of the standard", "Treatment That It Is Related To", row => AdamLabels.TermOf(AdverseEventFacts.TreatmentOf(study.Trial, EventOf(row)))),
            new("AEOUT", ColumnType.Text, "RECOVERED/RESOLVED, NOT RECOVERED/NOT RESOLVED, FATAL", "Outcome of Adverse Event",
                row => row.Grade == FatalGrade ? "FATAL" : row.End < PatientDay.Never ? "RECOVERED/RESOLVED" : "NOT RECOVERED/NOT RESOLVED"),
            new("ASTDT", ColumnType.Text, SubjectVariables.Date, "Analysis Start Date", row => study.DateOf(row.Subject.Record, row.Start)),
            new("AENDT", ColumnType.Text, SubjectVariables.Date, "Analysis End Date", row => study.DateOf(row.Subject.Record, row.End)),
            new("ASTDY", ColumnType.WholeNumber, "day 1 is randomisation", "Analysis Start Relative Day", row => AdamStudy.StudyDayOf(row.Subject.Record, row.Start)),
            new("AENDY", ColumnType.WholeNumber, "day 1 is randomisation", "Analysis End Relative Day", row => AdamStudy.StudyDayOf(row.Subject.Record, row.End)),
            new("TRTEMFL", ColumnType.Text, "Y, empty", "Treatment Emergent Analysis Flag", row => row.Subject.FirstTreatment <= row.Start ? "Y" : ""),
        ];
        return rows.Length == 0 ? null : AdamDataset.Of("ADAE", "Adverse Event Analysis Dataset", "one row an occurrence that came to be known", columns, rows);
    }

    private static IEnumerable<Row> RowsOf(AdamStudy study, AdamSubject subject)
    {
        KnownRecord record = subject.Record;
        int sequence = 0;
        foreach (CourseEntry seen in record.Course.Where(entry => entry.Kind == CourseEntryKind.EventSeen && AdverseEventFacts.IsAdverseEvent(study.Trial.Truth.Events[entry.Subject])))
        {
            sequence++;
            CourseEntry[] over = [.. record.Course.Where(entry => entry.Kind == CourseEntryKind.EventResolutionSeen && entry.Subject == seen.Subject && entry.Number == seen.Number)];
            yield return new Row(subject, seen.Subject, sequence, (int)seen.Value, new(seen.Day), over.Length == 0 ? PatientDay.Never : new(over[0].Day));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
