using System.Globalization;
using TrialSim.Model.Time;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>ADSL: a row for each patient.</summary>
internal static class SubjectLevel
{
    public static AdamDataset Of(AdamStudy study)
    {
        Column<AdamSubject>[] columns =
        [
            .. SubjectVariables.Identifiers<AdamSubject>(study, row => row),
            new("ARM", ColumnType.Text, "", "Description of Planned Arm", row => row.Arm),
            .. SubjectVariables.OfPeriod<AdamSubject>(study, row => row),
            .. SubjectVariables.Covariates<AdamSubject>(study, row => row),
            new("RANDDT", ColumnType.Text, SubjectVariables.Date, "Date of Randomization", row => study.DateOf(row.Record.Randomised)),
            new("RANDTDY", ColumnType.Number, "not of the standard; days since the trial opened, exact", "Trial Day of Randomization", row => Cell.Of(row.Record.Randomised.Value)),
            new("TRTSDT", ColumnType.Text, SubjectVariables.Date, "Date of First Exposure to Treatment", row => study.DateOf(row.Record, row.FirstTreatment)),
            new("TRTEDT", ColumnType.Text, SubjectVariables.Date + ", the last one known", "Date of Last Exposure to Treatment", row => study.DateOf(row.Record, row.LastTreatment)),
            new("ITTFL", ColumnType.Text, "Y", "Intent-To-Treat Population Flag", _ => "Y"),
            new("SAFFL", ColumnType.Text, "Y, N", "Safety Population Flag", row => SubjectVariables.IsTreated(study, row) ? "Y" : "N"),
            new("DTHFL", ColumnType.Text, "Y, empty", "Subject Death Flag", row => row.Record.DeathDay < PatientDay.Never ? "Y" : ""),
            new("DTHDT", ColumnType.Text, SubjectVariables.Date, "Date of Death", row => study.DateOf(row.Record, row.Record.DeathDay)),
            new("DTHCAUS", ColumnType.Text, "", "Cause of Death", row => row.CauseOfDeath(study)),
            new("EOSSTT", ColumnType.Text, "COMPLETED, DISCONTINUED, ONGOING", "End of Study Status", row => StatusOf(study, row).Status),
            new("EOSDT", ColumnType.Text, SubjectVariables.Date, "End of Study Date", row => StatusOf(study, row).Status == Ongoing ? "" : study.DateOf(row.Record, row.Record.LastDay)),
            new("DCSREAS", ColumnType.Text, "DEATH, LOST TO FOLLOW-UP", "Reason for Discontinuation from Study", row => StatusOf(study, row).Reason),
            new("LSTALVDT", ColumnType.Text, SubjectVariables.Date, "Date Last Known Alive", row => study.DateOf(row.Record, row.Record.LastDay)),
            new("DCUTDT", ColumnType.Text, SubjectVariables.Date + "; not of the standard", "Date of Data Cut-Off", _ => study.DateOf(study.Snapshot.Cut.Day)),
            new("DCUTDESC", ColumnType.Text, "not of the standard", "Description of Data Cut-Off", _ => string.Create(CultureInfo.InvariantCulture, $"Look {study.Trial.Design.Looks[study.Snapshot.Look].Name}")),
        ];
        return AdamDataset.Of("ADSL", "Subject-Level Analysis Dataset", "one row a patient randomised by the look", columns, study.Subjects);
    }

    private const string Ongoing = "ONGOING";

    private static (string Status, string Reason) StatusOf(AdamStudy study, AdamSubject subject) =>
        subject.Record.DeathDay < PatientDay.Never ? ("DISCONTINUED", "DEATH")
        : subject.Record.LossDay < PatientDay.Never ? ("DISCONTINUED", "LOST TO FOLLOW-UP")
        : subject.Record.LastDay.Value >= study.Trial.Design.MaxFollowUpDays ? ("COMPLETED", "")
        : (Ongoing, "");
}
