using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Results.Courses;

namespace TrialSim.Results.Samples;

/// <summary>Tells the courses of a trial's first patients, as many of each arm.</summary>
internal static class CourseReader
{
    /// <summary>Patients of a replicate; more are not told apart in a picture.</summary>
    public const int MostPatients = 24;

    /// <summary>Rows of one kind and name in the course of a patient: visits of every hour are not told apart in a picture either, and the first ones tell how it goes on.</summary>
    public const int MostOfAKind = 200;

    /// <summary>The rows of a replicate: patients in their order, within one of them follow-up first and then by the day on which each begins.</summary>
    /// <param name="trial">The compiled scenario, as it was run.</param>
    /// <param name="replicate">Its number.</param>
    public static IReadOnlyList<CourseRow> Read(Trial trial, uint replicate)
    {
        List<CourseRow> rows = [];
        ReplayCampaign.Run(trial, trial.Run.Seed, new ReplicateRange(replicate, 1), threads: 1, replayed =>
            rows.AddRange(FirstOfEachArm(trial, replayed).SelectMany(patient => RowsOf(trial, replicate, replayed.RecordOf(patient)))));
        return rows;
    }

    private static IEnumerable<int> FirstOfEachArm(Trial trial, ReplayedTrial replayed)
    {
        int ofAnArm = Math.Max(1, MostPatients / trial.Design.Arms.Length);
        return Enumerable.Range(0, replayed.Patients).GroupBy(replayed.Ledger.ArmOf).SelectMany(arm => arm.Take(ofAnArm)).Order().Take(MostPatients);
    }

    private static IEnumerable<CourseRow> RowsOf(Trial trial, uint replicate, PatientRecord record)
    {
        CourseSpan span = CourseSpan.Of(trial, record);
        double followed = double.IsFinite(span.FollowedDays) ? span.FollowedDays : LastThing(record);
        CourseRow Row(CourseRowKind kind, string name, double from, double to) => new(replicate, record.Patient + 1, trial.Design.Arms[record.Arm].Name, kind, name, from, to);
        IEnumerable<CourseRow> inIt =
        [
            .. Treatments(trial, record, Math.Min(followed, CourseSpan.TreatedUntil(trial, record)), Row),
            .. Entries(trial, record, followed, Row),
            .. Events(trial, record, followed, Row),
        ];
        CourseRowKind? end = record.LossDay.Value <= followed ? CourseRowKind.Lost : followed < span.DeathDays ? CourseRowKind.StillFollowed : null;
        return
        [
            Row(CourseRowKind.Followed, "", 0, followed),
            .. inIt.Where(row => row.FromDays <= followed).GroupBy(row => (row.Kind, row.Name)).SelectMany(kind => kind.Take(MostOfAKind)).OrderBy(row => row.FromDays).ThenBy(row => row.Kind),
            .. end is CourseRowKind kind ? [Row(kind, "", followed, followed)] : Array.Empty<CourseRow>(),
        ];
    }

    private static IEnumerable<CourseRow> Treatments(Trial trial, PatientRecord record, double until, Func<CourseRowKind, string, double, double, CourseRow> row)
    {
        for (int index = 0; index < trial.Design.Protocol.Treatments.Length; index++)
        {
            Treatment treatment = trial.Design.Protocol.Treatments[index];
            if (treatment is Drug)
            {
                foreach (DrugSpell spell in DrugSpells.Of(record.Course, index, DrugDose.FullMgPerDay(treatment), until))
                {
                    yield return row(spell.Status == DrugStatus.Taken ? CourseRowKind.DrugTaken : CourseRowKind.DrugPaused, treatment.Name, spell.FromDays, spell.ToDays);
                }
            }
        }
    }

    private static IEnumerable<CourseRow> Entries(Trial trial, PatientRecord record, double until, Func<CourseRowKind, string, double, double, CourseRow> row)
    {
        int[] levels = [.. trial.Truth.States.Select(_ => ClinicalState.NoLevel)];
        foreach (CourseEntry entry in record.Course.Where(entry => entry.Day <= until))
        {
            switch (entry.Kind)
            {
                case CourseEntryKind.Session:
                    yield return row(CourseRowKind.Session, trial.Design.Protocol.Treatments[entry.Subject].Name, entry.Day, entry.Day);
                    break;
                case CourseEntryKind.VisitKept:
                    yield return row(CourseRowKind.Visit, trial.Design.Protocol.Visits[entry.Subject].Name, entry.Day, entry.Day);
                    break;
                case CourseEntryKind.StateSeen when entry.Number != levels[entry.Subject] && entry.Number != ClinicalState.NoLevel:
                    levels[entry.Subject] = entry.Number; // Seeing the same level again tells nothing.
                    yield return row(CourseRowKind.LevelSeen, $"{trial.Truth.States[entry.Subject].Name} {trial.Truth.States[entry.Subject].Levels[entry.Number]}", entry.Day, entry.Day);
                    break;
            }
        }
    }

    private static IEnumerable<CourseRow> Events(Trial trial, PatientRecord record, double until, Func<CourseRowKind, string, double, double, CourseRow> row)
    {
        for (int index = 0; index < trial.Truth.Events.Length; index++)
        {
            ClinicalEvent one = trial.Truth.Events[index];
            double[] happened = one.IsRecorded ? DaysOf(record, index, CourseEntryKind.EventOccurred) : [record.EventDays[index].Value];
            double[] known = one.IsRecorded ? DaysOf(record, index, CourseEntryKind.EventSeen) : [record.SeenDays[index].Value];
            foreach (double day in happened.Where(day => day <= until && !known.Contains(day)))
            {
                yield return row(CourseRowKind.EventHappened, one.Name, day, day);
            }

            foreach (double day in known.Where(day => day <= until))
            {
                yield return row(CourseRowKind.EventKnown, one.Name, day, day);
            }
        }
    }

    private static double[] DaysOf(PatientRecord record, int subject, CourseEntryKind kind) =>
        [.. record.Course.Where(entry => entry.Kind == kind && entry.Subject == subject).Select(entry => entry.Day)];

    private static double LastThing(PatientRecord record) =>
        record.EventDays.Where(day => day < PatientDay.Never).Select(day => day.Value).Concat(record.Course.Select(entry => entry.Day)).Append(0.0).Max();
}
