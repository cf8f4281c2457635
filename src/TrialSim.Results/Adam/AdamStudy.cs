using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Results.Adam;

/// <summary>What all datasets of an export share: the trial, the look, the calendar and the names in the standard's form.</summary>
internal sealed class AdamStudy
{
    private static readonly string[] OwnVariables =
    [
        "STUDYID", "USUBJID", "SUBJID", "ARM", "ARMCD", "TRT01P", "TRT01PN", "TRT01A", "TRT01AN", "TRTP", "TRTPN", "RANDDT", "TRTSDT", "TRTEDT", "ITTFL", "SAFFL", "DTHFL", "DTHDT", "DTHCAUS", "EOSSTT", "EOSDT", "DCSREAS",
        "LSTALVDT", "DCUTDT", "RANDTDY", "PARAM", "PARAMCD", "PARAMN", "AVAL", "AVALC", "AVALU", "CNSR", "EVNTDESC", "CNSDTDSC", "STARTDT", "ADT", "ADY", "AVISIT", "AVISITN", "AVALLO", "AVALHI", "CMPDAYS", "BASE", "CHG", "PCHG", "ABLFL",
    ];

    public AdamStudy(Trial trial, LookSnapshot snapshot, DateOnly startDate)
    {
        Trial = trial;
        Snapshot = snapshot;
        StartDate = startDate;
        Covariates = AdamNames.Of(trial.Truth.Covariates.Select(covariate => covariate.Name), OwnVariables);
        Parameters = AdamNames.Of(trial.Design.Endpoints.Select(endpoint => endpoint.Name), []);
        ImmutableArray<Arm> arms = trial.Design.Arms;
        ArmNumbers = [.. arms.Select((arm, index) => 1 + arms.Where((other, place) => (other.Role, place).CompareTo((arm.Role, index)) < 0).Count())];
        Subjects = [.. Enumerable.Range(0, snapshot.Cut.Patients).Select(patient => AdamSubject.Of(this, snapshot.PatientAt(patient)))];
    }

    /// <summary>The compiled scenario.</summary>
    public Trial Trial { get; }

    /// <summary>What is known.</summary>
    public LookSnapshot Snapshot { get; }

    /// <summary>The date of trial day 0.</summary>
    public DateOnly StartDate { get; }

    /// <summary>A variable for each covariate.</summary>
    public ImmutableArray<string> Covariates { get; }

    /// <summary>PARAMCD of each endpoint.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>TRT01PN of each arm: control arms first, then in the order of the scenario.</summary>
    public ImmutableArray<int> ArmNumbers { get; }

    /// <summary>The patients randomised by the look.</summary>
    public ImmutableArray<AdamSubject> Subjects { get; }

    /// <summary>The date on which a patient's day lies: whole days are counted, so a date is up to a day before the moment.</summary>
    public string DateOf(KnownRecord record, PatientDay day) => day < PatientDay.Never ? DateOf(record.Randomised + day) : "";

    /// <summary>The date of a trial day.</summary>
    public string DateOf(TrialDay day) => StartDate.AddDays((int)Math.Floor(day.Value)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Study day of a patient's day: 1 on the date of randomisation; there is no day 0.</summary>
    public static string StudyDayOf(KnownRecord record, PatientDay day)
    {
        if (day == PatientDay.Never)
        {
            return "";
        }

        int days = (int)Math.Floor((record.Randomised + day).Value) - (int)Math.Floor(record.Randomised.Value);
        return (days >= 0 ? days + 1 : days).ToString(CultureInfo.InvariantCulture);
    }
}
