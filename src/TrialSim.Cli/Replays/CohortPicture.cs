using System.Globalization;
using TrialSim.Charts;
using TrialSim.Charts.Swimmers;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Results.Courses;

namespace TrialSim.Cli.Replays;

/// <summary>Several patients beneath each other: follow-up in the colour of the arm, drugs in it, sessions, what happened and what was seen.</summary>
internal static class CohortPicture
{
    /// <summary>The picture; patients by arm, the longest first.</summary>
    public static SwimmerPicture Of(Trial trial, uint replicate, IReadOnlyList<PatientRecord> records)
    {
        SwimmerCanvas canvas = new();
        ArmPalette palette = new([.. trial.Design.Arms.Select(arm => arm.Name)]);
        foreach ((PatientRecord record, CourseSpan span) in records.Select(record => (record, Span: CourseSpan.Of(trial, record))).OrderBy(one => one.record.Arm).ThenByDescending(one => one.Span.FollowedDays))
        {
            string arm = trial.Design.Arms[record.Arm].Name;
            int row = canvas.AddRow(string.Create(CultureInfo.InvariantCulture, $"{record.Patient + 1} {arm}"));
            canvas.AddBar(row, 0, span.FollowedDays, SwimmerCategory.Bar(arm, SwimmerColours.Tint(palette.ColourOf(arm))), "", $"{ReplaySubtitle.Of(trial, record)}: followed");
            AddTreatments(canvas, trial, record, span, row);
            AddEvents(canvas, trial, record, span, row);
        }

        string title = string.Create(CultureInfo.InvariantCulture, $"{trial.Name}: {records.Count} patients of replicate {replicate}");
        return canvas.Finish(title, "A bar is the time of follow-up. Hollow: what happened and is not known yet; filled: known.", []);
    }

    private static void AddTreatments(SwimmerCanvas canvas, Trial trial, PatientRecord record, CourseSpan span, int row)
    {
        for (int index = 0; index < trial.Design.Protocol.Treatments.Length; index++)
        {
            string name = trial.Design.Protocol.Treatments[index].Name;
            if (trial.Design.Protocol.Treatments[index] is Drug)
            {
                foreach (DrugSpell spell in DrugSpells.Of(record.Course, index, DrugDose.FullMgPerDay(trial.Design.Protocol.Treatments[index]), Math.Min(span.FollowedDays, CourseSpan.TreatedUntil(trial, record))).Where(spell => spell.Status == DrugStatus.Taken))
                {
                    canvas.AddThinBar(row, spell.FromDays, spell.ToDays, CourseColours.TakenWithinABar(trial, index), $"{name} taken");
                }
            }

            foreach (CourseEntry session in record.Course.Where(entry => entry.Kind == CourseEntryKind.Session && entry.Subject == index && entry.Day <= span.FollowedDays))
            {
                canvas.AddMark(row, session.Day, CourseColours.Session(trial, index), "", $"{name}, session {session.Number}");
            }
        }
    }

    private static void AddEvents(SwimmerCanvas canvas, Trial trial, PatientRecord record, CourseSpan span, int row)
    {
        for (int index = 0; index < trial.Truth.Events.Length; index++)
        {
            string name = trial.Truth.Events[index].Name;
            double happened = record.EventDays[index].Value;
            double known = record.SeenDays[index].Value;
            if (happened <= span.FollowedDays && happened != known)
            {
                canvas.AddMark(row, happened, CourseColours.Happened(trial, index), "", $"{name} happened");
            }

            if (known <= span.FollowedDays)
            {
                canvas.AddMark(row, known, CourseColours.Seen(trial, index), "", happened == known ? name : $"{name} seen");
            }
        }

        if (record.LossDay.Value <= span.FollowedDays)
        {
            canvas.AddMark(row, span.FollowedDays, SwimmerColours.Lost, "", "lost to follow-up");
        }
        else if (span.FollowedDays < span.DeathDays)
        {
            canvas.AddMark(row, span.FollowedDays, SwimmerColours.StillFollowed, "", "still followed at the last look");
        }
    }
}
