using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Engine.Patients;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>ADRS: the level of each state at each visit, its best level, and endpoints that are a yes or no.</summary>
internal static class Response
{
    private static readonly string[] TumourResponses = ["CR", "PR", "SD", "PD", "NE", "NON-CR/NON-PD"];

    private sealed record Row(AdamSubject Subject, string Code, string Parameter, string Value, double? Number, VisitName Visit, PatientDay Day);

    public static AdamDataset? Of(AdamStudy study)
    {
        Row[] rows = [.. study.Subjects.SelectMany(subject => Levels(study, subject)), .. study.Subjects.SelectMany(subject => Answers(study, subject))];
        Column<Row>[] columns =
        [
            .. SubjectVariables.Identifiers<Row>(study, row => row.Subject),
            .. SubjectVariables.Treatment<Row>(study, row => row.Subject),
            .. SubjectVariables.Covariates<Row>(study, row => row.Subject),
            new("PARAMCD", ColumnType.Text, string.Join(", ", rows.Select(row => row.Code).Distinct()), "Parameter Code", row => row.Code),
            new("PARAM", ColumnType.Text, "", "Parameter", row => row.Parameter),
            new("AVALC", ColumnType.Text, "the level, or Y, N", "Analysis Value (C)", row => row.Value),
            new("AVAL", ColumnType.Number, "number of the level from 1, or 1 for Y and 0 for N", "Analysis Value", row => Cell.Of(row.Number)),
            new("AVISIT", ColumnType.Text, "", "Analysis Visit", row => row.Visit.Name ?? ""),
            new("AVISITN", ColumnType.WholeNumber, "", "Analysis Visit (N)", row => row.Visit.Number == 0 ? "" : row.Visit.Number.ToString(CultureInfo.InvariantCulture)),
            new("ADT", ColumnType.Text, SubjectVariables.Date, "Analysis Date", row => study.DateOf(row.Subject.Record, row.Day)),
            new("ADY", ColumnType.WholeNumber, "day 1 is randomisation", "Analysis Relative Day", row => AdamStudy.StudyDayOf(row.Subject.Record, row.Day)),
        ];
        return rows.Length == 0 ? null : AdamDataset.Of("ADRS", "Response Analysis Dataset", "one row a patient, parameter and visit; best levels and answers one a patient", columns, rows);
    }

    private static IEnumerable<Row> Levels(AdamStudy study, AdamSubject subject)
    {
        ImmutableArray<ClinicalState> states = study.Trial.Truth.States;
        ImmutableArray<string> codes = AdamNames.Of(states.Select(state => IsTumourResponse(state) ? "OVR" : state.Name), study.Parameters);
        ImmutableArray<string> best = AdamNames.Of(states.Select(state => IsTumourResponse(state) ? "BOR" : "b" + state.Name), [.. study.Parameters, .. codes]);
        for (int index = 0; index < states.Length; index++)
        {
            ClinicalState state = states[index];
            CourseEntry[] seen = [.. subject.Record.Course.Where(entry => entry.Kind == CourseEntryKind.StateSeen && entry.Subject == index && entry.Number != ClinicalState.NoLevel)];
            foreach (CourseEntry entry in seen)
            {
                yield return new Row(
                    subject, codes[index], IsTumourResponse(state) ? $"Overall Response: {state.Name}" : state.Name, state.Levels[entry.Number], entry.Number + 1, VisitName.On(study.Trial, subject.Record, entry.Day, state.SeenAt), new(entry.Day));
            }

            if (seen.Length > 0)
            {
                CourseEntry first = seen.MinBy(entry => entry.Number);
                yield return new Row(
                    subject, best[index], IsTumourResponse(state) ? $"Best Overall Response: {state.Name}" : $"best {state.Name}", state.Levels[first.Number], first.Number + 1, VisitName.On(study.Trial, subject.Record, first.Day, state.SeenAt), new(first.Day));
            }
        }
    }

    // Those have parameter codes that oncology knows.
    private static bool IsTumourResponse(ClinicalState state) => state.Levels.All(level => TumourResponses.Contains(level));

    private static IEnumerable<Row> Answers(AdamStudy study, AdamSubject subject)
    {
        for (int index = 0; index < study.Trial.Design.Endpoints.Length; index++)
        {
            if (study.Trial.Design.Endpoints[index] is BinaryEndpoint binary && study.Snapshot.Cut.TryAnswerOf(binary, subject.Record.Patient, out bool isYes))
            {
                PatientDay day = isYes ? study.Snapshot.Cut.FirstDayOf(binary.Yes, subject.Record.Patient, new PatientDay(binary.ByDays)) : PatientDay.Never;
                yield return new Row(subject, study.Parameters[index], binary.Name, isYes ? "Y" : "N", isYes ? 1 : 0, default, day);
            }
        }
    }
}
