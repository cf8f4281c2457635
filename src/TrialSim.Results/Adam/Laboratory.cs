using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Engine.Patients;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>ADLB: a row for each measurement of a marker.</summary>
internal static class Laboratory
{
    private sealed record Row(AdamSubject Subject, int Marker, double Value, double Baseline, bool IsBaseline, VisitName Visit, PatientDay Day)
    {
        public double Change => Value - Baseline;
    }

    public static AdamDataset? Of(AdamStudy study)
    {
        ImmutableArray<Marker> markers = study.Trial.Truth.Markers;
        ImmutableArray<string> codes = AdamNames.Of(markers.Select(marker => marker.Name), []);
        Row[] rows = [.. study.Subjects.SelectMany(subject => RowsOf(study, subject))];
        Column<Row>[] columns =
        [
            .. SubjectVariables.Identifiers<Row>(study, row => row.Subject),
            .. SubjectVariables.Treatment<Row>(study, row => row.Subject),
            .. SubjectVariables.Covariates<Row>(study, row => row.Subject),
            new("PARAMCD", ColumnType.Text, string.Join(", ", codes), "Parameter Code", row => codes[row.Marker]),
            new("PARAM", ColumnType.Text, "", "Parameter", row => ParameterOf(markers[row.Marker])),
            new("AVAL", ColumnType.Number, "in the unit of PARAM", "Analysis Value", row => Cell.Of(row.Value)),
            new("BASE", ColumnType.Number, "the patient's first measurement", "Baseline Value", row => Cell.Of(row.Baseline)),
            new("CHG", ColumnType.Number, "AVAL - BASE", "Change from Baseline", row => row.IsBaseline ? Cell.Missing : Cell.Of(row.Change)),
            new("PCHG", ColumnType.Number, "100 * (AVAL - BASE) / BASE", "Percent Change from Baseline",
                row => row.IsBaseline || row.Baseline == 0 ? Cell.Missing : Cell.Of(100 * row.Change / row.Baseline)),
            new("ABLFL", ColumnType.Text, "Y, empty", "Baseline Record Flag", row => row.IsBaseline ? "Y" : ""),
            new("AVISIT", ColumnType.Text, "", "Analysis Visit", row => row.Visit.Name),
            new("AVISITN", ColumnType.WholeNumber, "", "Analysis Visit (N)", row => row.Visit.Number.ToString(CultureInfo.InvariantCulture)),
            new("ADT", ColumnType.Text, SubjectVariables.Date, "Analysis Date", row => study.DateOf(row.Subject.Record, row.Day)),
            new("ADY", ColumnType.WholeNumber, "day 1 is randomisation", "Analysis Relative Day", row => AdamStudy.StudyDayOf(row.Subject.Record, row.Day)),
        ];
        return rows.Length == 0 ? null : AdamDataset.Of("ADLB", "Laboratory Analysis Dataset", "one row a patient, parameter and visit", columns, rows);
    }

    private static IEnumerable<Row> RowsOf(AdamStudy study, AdamSubject subject)
    {
        for (int index = 0; index < study.Trial.Truth.Markers.Length; index++)
        {
            CourseEntry[] measured = [.. subject.Record.Course.Where(entry => entry.Kind == CourseEntryKind.MarkerMeasured && entry.Subject == index)];
            int[] schedules = [.. study.Trial.Truth.Markers[index].MeasuredAt.Select(visit => visit.Visit)];
            foreach (CourseEntry entry in measured)
            {
                VisitName visit = VisitName.On(study.Trial, subject.Record, entry.Day, schedules);
                yield return new Row(subject, index, entry.Value, measured[0].Value, entry == measured[0], visit, new(entry.Day));
            }
        }
    }

    private static string ParameterOf(Marker marker) => marker.Unit.Length == 0 ? AdamLabels.TermOf(marker.Name) : $"{AdamLabels.TermOf(marker.Name)} ({marker.Unit})";
}
