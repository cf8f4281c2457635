using System.Globalization;
using TrialSim.Charts.Swimmers;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Results.Courses;

namespace TrialSim.Cli.Replays;

/// <summary>One patient's whole course: a row for follow-up, each treatment, each schedule of visits, each state, event and marker.</summary>
internal sealed class CoursePicture
{
    private readonly Trial _trial;
    private readonly PatientRecord _record;
    private readonly CourseSpan _span;
    private readonly SwimmerCanvas _canvas = new();

    private CoursePicture(Trial trial, PatientRecord record)
    {
        _trial = trial;
        _record = record;
        _span = CourseSpan.Of(trial, record);
    }

    /// <summary>The picture.</summary>
    public static SwimmerPicture Of(Trial trial, uint replicate, PatientRecord record) => new CoursePicture(trial, record).Draw(replicate);

    private SwimmerPicture Draw(uint replicate)
    {
        AddFollowUp();
        for (int treatment = 0; treatment < _trial.Design.Protocol.Treatments.Length; treatment++)
        {
            AddTreatment(treatment);
        }

        for (int visit = 0; visit < _trial.Design.Protocol.Visits.Length; visit++)
        {
            AddVisits(visit);
        }

        for (int state = 0; state < _trial.Truth.States.Length; state++)
        {
            StateRows.Add(_canvas, _trial.Truth.States[state], [.. EntriesOf(state, CourseEntryKind.StateChanged, CourseEntryKind.StateSeen)], _span);
        }

        for (int marker = 0; marker < _trial.Truth.Markers.Length; marker++)
        {
            MarkerRow.Add(_canvas, _trial.Truth.Markers[marker], [.. EntriesOf(marker, CourseEntryKind.MarkerMeasured)]);
        }

        for (int index = 0; index < _trial.Truth.Events.Length; index++)
        {
            AddEvent(index);
        }

        string title = string.Create(CultureInfo.InvariantCulture, $"{_trial.Name}: patient {_record.Patient + 1} of replicate {replicate}");
        return _canvas.Finish(title, ReplaySubtitle.Of(_trial, _record), LookLines());
    }

    private IEnumerable<(double Day, string Name)> LookLines() => _record.LookDays
        .Select((day, look) => (Day: day, Name: _trial.Design.Looks[look].Name))
        .Where(look => look.Day < TrialDay.Never)
        .Select(look => ((look.Day - _record.Randomised).Value, $"look {look.Name}"));

    private void AddFollowUp()
    {
        int row = _canvas.AddRow("follow-up");
        _canvas.AddBar(row, 0, _span.FollowedDays, SwimmerColours.Followed, _trial.Design.Arms[_record.Arm].Name, $"followed in arm {_trial.Design.Arms[_record.Arm].Name}");
        _canvas.AddBar(row, _span.FollowedDays, _span.ShownDays, SwimmerColours.NotFollowed, "", "no longer followed");
        if (_record.LossDay.Value <= _span.ShownDays)
        {
            _canvas.AddMark(row, _record.LossDay.Value, SwimmerColours.Lost, "", "lost to follow-up");
        }
        else if (_span.FollowedDays == _span.LastLookDays)
        {
            _canvas.AddMark(row, _span.FollowedDays, SwimmerColours.StillFollowed, "", "still followed at the last look");
        }
    }

    private void AddTreatment(int index)
    {
        Treatment treatment = _trial.Design.Protocol.Treatments[index];
        if (!treatment.Arms.Contains(_record.Arm) && !EntriesOf(index, CourseEntryKind.Session, CourseEntryKind.DrugStarted).Any())
        {
            return;
        }

        int row = _canvas.AddRow(treatment.Name);
        foreach (CourseEntry session in EntriesOf(index, CourseEntryKind.Session))
        {
            _canvas.AddMark(row, session.Day, CourseColours.Session(_trial, index), session.Number.ToString(CultureInfo.InvariantCulture), $"{treatment.Name}, session {session.Number}");
        }

        if (treatment is Drug)
        {
            AddDrug(row, index);
        }
    }

    private void AddDrug(int row, int index)
    {
        string name = _trial.Design.Protocol.Treatments[index].Name;
        IReadOnlyList<DrugSpell> spells = DrugSpells.Of(_record.Course, index, DrugDose.FullMgPerDay(_trial.Design.Protocol.Treatments[index]), CourseSpan.TreatedUntil(_trial, _record));
        foreach (DrugSpell spell in spells)
        {
            string dose = spell.DoseMgPerDay is double mg ? string.Create(CultureInfo.InvariantCulture, $"{mg:0.##} mg") : "";
            (SwimmerCategory category, string tip) = spell.Status switch
            {
                DrugStatus.Held => (SwimmerColours.Held, $"{name} held for a procedure"),
                DrugStatus.Interrupted => (SwimmerColours.Interrupted, $"{name} interrupted"),
                _ when spell.DoseMgPerDay < DrugDose.FullMgPerDay(_trial.Design.Protocol.Treatments[index]) => (CourseColours.Reduced(_trial, index), $"{name} {dose} a day"),
                _ => (CourseColours.Taken(_trial, index), dose.Length > 0 ? $"{name} {dose} a day" : $"{name} taken"),
            };
            _canvas.AddBar(row, spell.FromDays, spell.ToDays, category, spell.Status == DrugStatus.Taken ? dose : "", tip);
        }
    }

    private void AddVisits(int index)
    {
        CourseEntry[] visits = [.. EntriesOf(index, CourseEntryKind.VisitKept, CourseEntryKind.VisitMissed)];
        if (visits.Length == 0)
        {
            return;
        }

        string name = _trial.Design.Protocol.Visits[index].Name;
        int row = _canvas.AddRow(name);
        foreach (CourseEntry visit in visits)
        {
            bool isKept = visit.Kind == CourseEntryKind.VisitKept;
            _canvas.AddMark(row, visit.Day, isKept ? SwimmerColours.VisitKept : SwimmerColours.VisitMissed, "", $"{name} visit {visit.Number}{(isKept ? "" : ", missed")}");
        }
    }

    private void AddEvent(int index)
    {
        string name = _trial.Truth.Events[index].Name;
        CourseEntry[] occurrences = [.. EntriesOf(index, CourseEntryKind.EventOccurred)];
        CourseEntry[] seen = [.. EntriesOf(index, CourseEntryKind.EventSeen)];
        if (occurrences.Length > 0 || seen.Length > 0)
        {
            AddOccurrences(_canvas.AddRow(name), index, occurrences, seen);
            return;
        }

        CourseEntry[] causes = [.. EntriesOf(index, CourseEntryKind.Cause)];
        name = causes.Length == 0 ? name : $"{name}, {_trial.Truth.Events[index].Causes[causes[0].Number]}";
        double happened = _record.EventDays[index].Value;
        double known = _record.SeenDays[index].Value;
        bool isKnown = known <= _span.FollowedDays;
        if (happened > _span.ShownDays && !isKnown)
        {
            return;
        }

        int row = _canvas.AddRow(_trial.Truth.Events[index].Name);
        if (happened <= _span.ShownDays && !(isKnown && known == happened))
        {
            _canvas.AddMark(row, happened, CourseColours.Happened(_trial, index), "", $"{name} happened{(isKnown ? "" : ", and was never seen")}");
        }

        if (isKnown)
        {
            _canvas.AddMark(row, known, CourseColours.Seen(_trial, index), "", known == happened ? name : happened > known ? $"{name} read where there was none" : $"{name} seen");
        }
    }

    private void AddOccurrences(int row, int index, CourseEntry[] occurrences, CourseEntry[] seen)
    {
        string name = _trial.Truth.Events[index].Name;
        foreach (CourseEntry occurrence in occurrences)
        {
            CourseEntry over = EntriesOf(index, CourseEntryKind.EventResolved).FirstOrDefault(entry => entry.Number == occurrence.Number);
            double until = over.Number == 0 ? _span.ShownDays : over.Day;
            int grade = (int)occurrence.Value;
            string tip = grade == 0 ? $"{name}, occurrence {occurrence.Number}" : $"{name}, grade {grade}";
            _canvas.AddBar(row, occurrence.Day, until, SwimmerColours.Grade(grade), grade == 0 ? "" : grade.ToString(CultureInfo.InvariantCulture), tip);
        }

        foreach (CourseEntry entry in seen.Where(entry => entry.Day <= _span.FollowedDays))
        {
            _canvas.AddMark(row, entry.Day, SwimmerColours.AdverseEventSeen, "", $"{name} known{(entry.Value > 0 ? string.Create(CultureInfo.InvariantCulture, $", grade {entry.Value:0}") : "")}");
        }
    }

    private IEnumerable<CourseEntry> EntriesOf(int subject, params CourseEntryKind[] kinds) =>
        _record.Course.Where(entry => entry.Subject == subject && entry.Day <= _span.ShownDays && kinds.Contains(entry.Kind));
}
