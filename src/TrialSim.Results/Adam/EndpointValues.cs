using TrialSim.Model.Design;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>ADEFF: endpoints that are a number, a row for each patient who has one.</summary>
internal static class EndpointValues
{
    private sealed record Row(AdamSubject Subject, int Endpoint, double Value);

    public static AdamDataset? Of(AdamStudy study)
    {
        Row[] rows = [.. Enumerable.Range(0, study.Trial.Design.Endpoints.Length).SelectMany(endpoint => study.Subjects.SelectMany(subject => Of(study, subject, endpoint)))];
        Column<Row>[] columns =
        [
            .. SubjectVariables.Identifiers<Row>(study, row => row.Subject),
            .. SubjectVariables.Treatment<Row>(study, row => row.Subject),
            .. SubjectVariables.Covariates<Row>(study, row => row.Subject),
            new("PARAMCD", ColumnType.Text, string.Join(", ", rows.Select(row => study.Parameters[row.Endpoint]).Distinct()), "Parameter Code", row => study.Parameters[row.Endpoint]),
            new("PARAM", ColumnType.Text, "", "Parameter", row => study.Trial.Design.Endpoints[row.Endpoint].Name),
            new("AVAL", ColumnType.Number, "", "Analysis Value", row => Cell.Of(row.Value)),
        ];
        return rows.Length == 0 ? null : AdamDataset.Of("ADEFF", "Efficacy Analysis Dataset", "one row a patient and parameter", columns, rows);
    }

    private static IEnumerable<Row> Of(AdamStudy study, AdamSubject subject, int endpoint) =>
        study.Trial.Design.Endpoints[endpoint] is NumericEndpoint numeric && study.Snapshot.Cut.TryValueOf(numeric, subject.Record.Patient, out double value)
            ? [new Row(subject, endpoint, value)]
            : [];
}
