using System.Globalization;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>ADTTE: a row for each patient and endpoint that is a time.</summary>
internal static class TimeToEvent
{
    private sealed record Row(AdamSubject Subject, int Endpoint, TimeToEventEndpoint Definition, EndpointTime Time, EventInterval Interval)
    {
        public bool IsCompeting => !Time.HasEvent && double.IsFinite(Time.CompetingDay);
    }

    public static AdamDataset? Of(AdamStudy study)
    {
        if (!study.Trial.Design.Endpoints.OfType<TimeToEventEndpoint>().Any())
        {
            return null;
        }

        Column<Row>[] columns =
        [
            .. SubjectVariables.Identifiers<Row>(study, row => row.Subject),
            .. SubjectVariables.Treatment<Row>(study, row => row.Subject),
            .. SubjectVariables.Covariates<Row>(study, row => row.Subject),
            new("PARAMCD", ColumnType.Text, string.Join(", ", Parameters(study)), "Parameter Code", row => study.Parameters[row.Endpoint]),
            new("PARAM", ColumnType.Text, "", "Parameter", row => ParameterOf(study, row.Definition)),
            new("PARAMN", ColumnType.WholeNumber, "", "Parameter (N)", row => Number(row.Endpoint + 1)),
            new("AVAL", ColumnType.Number, "days from STARTDT, exact", "Analysis Value", row => Cell.Of(row.Time.Days)),
            new("AVALU", ColumnType.Text, "DAYS", "Analysis Value Unit", _ => "DAYS"),
            new("CNSR", ColumnType.WholeNumber, "0 event, 1 censored, 2 competing event", "Censor", row => row.Time.HasEvent ? "0" : row.IsCompeting ? "2" : "1"),
            new("EVNTDESC", ColumnType.Text, "", "Event or Censoring Description", row => EventOf(study, row)),
            new("CNSDTDSC", ColumnType.Text, "", "Censor Date Description", row => CensorDateOf(study, row)),
            new("STARTDT", ColumnType.Text, SubjectVariables.Date, "Time-to-Event Origin Date for Subject", row => study.DateOf(row.Subject.Record, new PatientDay(row.Time.OriginDay))),
            new("ADT", ColumnType.Text, SubjectVariables.Date, "Analysis Date", row => study.DateOf(row.Subject.Record, new PatientDay(row.Time.EndDay))),
            new("ADY", ColumnType.WholeNumber, "day 1 is randomisation", "Analysis Relative Day", row => AdamStudy.StudyDayOf(row.Subject.Record, new PatientDay(row.Time.EndDay))),
            new("AVALLO", ColumnType.Number, "not of the standard; days from STARTDT, exact; the last assessment without the event", "Lower End of Analysis Interval", row => Cell.Of(row.Interval.LowerDay - row.Time.OriginDay)),
            new("AVALHI", ColumnType.Number, "not of the standard; days from STARTDT, exact; empty for censored", "Upper End of Analysis Interval",
                row => double.IsFinite(row.Interval.UpperDay) ? Cell.Of(row.Interval.UpperDay - row.Time.OriginDay) : Cell.Missing),
            new("CMPDAYS", ColumnType.Number, "not of the standard; days from STARTDT, exact", "Time to Competing Event", row => row.IsCompeting ? Cell.Of(row.Time.CompetingDays) : Cell.Missing),
        ];
        return AdamDataset.Of("ADTTE", "Time-to-Event Analysis Dataset", "one row a patient and parameter", columns, Rows(study));
    }

    private static IEnumerable<Row> Rows(AdamStudy study)
    {
        for (int endpoint = 0; endpoint < study.Trial.Design.Endpoints.Length; endpoint++)
        {
            if (study.Trial.Design.Endpoints[endpoint] is not TimeToEventEndpoint definition)
            {
                continue;
            }

            foreach (AdamSubject subject in study.Subjects)
            {
                if (study.Snapshot.Cut.TryTimeOf(definition, subject.Record.Patient, out EndpointTime time))
                {
                    yield return new Row(subject, endpoint, definition, time, study.Snapshot.Cut.IntervalOf(subject.Record.Patient, time));
                }
            }
        }
    }

    private static IEnumerable<string> Parameters(AdamStudy study) =>
        study.Trial.Design.Endpoints.Select((endpoint, index) => (endpoint, index)).Where(one => one.endpoint is TimeToEventEndpoint).Select(one => study.Parameters[one.index]);

    private static string ParameterOf(AdamStudy study, TimeToEventEndpoint endpoint) =>
        $"{endpoint.Name}: time to {string.Join(" or ", endpoint.Events.Select(index => study.Trial.Truth.Events[index].Name))} (days)";

    private static string EventOf(AdamStudy study, Row row)
    {
        if (row.Time.HasEvent)
        {
            return row.Time.ClinicalEvent == EndpointTime.NoEvent ? "INTERCURRENT EVENT" : AdamLabels.TermOf(study.Trial.Truth.Events[row.Time.ClinicalEvent].Name);
        }

        KnownRecord record = row.Subject.Record;
        return row.IsCompeting ? record.DeathDay.Value == row.Time.CompetingDay ? "DEATH" : "COMPETING EVENT"
            : record.LossDay < PatientDay.Never ? "LOST TO FOLLOW-UP"
            : record.LastDay.Value >= study.Trial.Design.MaxFollowUpDays ? "COMPLETED FOLLOW-UP"
            : "ONGOING AT DATA CUT-OFF";
    }

    private static string CensorDateOf(AdamStudy study, Row row)
    {
        KnownRecord record = row.Subject.Record;
        return row.Time.HasEvent ? ""
            : !row.Definition.AssessedAt.IsEmpty ? row.Time.EndDay == row.Time.OriginDay ? "RANDOMIZATION, NO ASSESSMENT AFTER IT" : "LAST ASSESSMENT"
            : row.Time.EndDay < record.LastDay.Value ? "INTERCURRENT EVENT"
            : record.DeathDay < PatientDay.Never ? "DEATH"
            : record.LossDay < PatientDay.Never ? "LAST CONTACT"
            : record.LastDay.Value >= study.Trial.Design.MaxFollowUpDays ? "END OF FOLLOW-UP"
            : "DATA CUT-OFF";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
