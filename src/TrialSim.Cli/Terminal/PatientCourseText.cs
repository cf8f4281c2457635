using System.Globalization;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Cli.Terminal;

/// <summary>Prints one virtual patient's course, day by day.</summary>
internal static class PatientCourseText
{
    /// <summary>A heading, what is known at randomisation, and a line for each thing that happens, in the order of time.</summary>
    public static void Print(TextWriter text, Trial trial, uint replicate, PatientRecord record)
    {
        text.WriteLine(Invariant($"{trial.Name}, seed {trial.Run.Seed}: patient {record.Patient + 1} of replicate {replicate}"));
        text.WriteLine(ArmSentence(trial.Design, record));
        if (trial.Truth.Sites.Count > 0)
        {
            text.WriteLine(Invariant($"site: {record.Site + 1} of {trial.Truth.Sites.Count}"));
        }

        for (int index = 0; index < trial.Truth.Covariates.Length; index++)
        {
            text.WriteLine($"{trial.Truth.Covariates[index].Name}: {ValueOf(trial.Truth.Covariates[index], record.Covariates[index])}");
        }

        foreach (Effect drawn in trial.Truth.Effects.Where(effect => effect.IsDrawn))
        {
            double hazardRatio = Math.Exp(DrawnTruth.LogHazardRatioOf(drawn, trial.Run.Seed, replicate));
            text.WriteLine(Invariant($"hazard ratio on {trial.Truth.Events[drawn.Event].Name}, drawn for this replicate: {hazardRatio:F3} (median {Math.Exp(drawn.LogHazardRatio):F3})"));
        }

        text.WriteLine();
        text.WriteLine("     trial day   patient day    month");
        foreach ((PatientDay day, string what) in Happenings(trial, record).OrderBy(entry => entry.Day))
        {
            TrialDay trialDay = record.Randomised + day;
            text.WriteLine(Invariant($"{trialDay.Value,14:F1}{day.Value,14:F1}{day.Value / DaysPer.Month,9:F2}   {what}"));
        }
    }

    private static string ArmSentence(TrialDesign design, PatientRecord record)
    {
        string allocated = design.Arms[record.AllocatedArm].Name;
        return record.Arm == record.AllocatedArm
            ? $"arm: {allocated}"
            : $"arm: {design.Arms[record.Arm].Name}, with the luck of the patient whom allocation gave {allocated}";
    }

    private static IEnumerable<(PatientDay Day, string What)> Happenings(Trial trial, PatientRecord record)
    {
        PatientDay followUpEnds = new(Math.Min(record.LossDay.Value, trial.Design.MaxFollowUpDays));
        yield return (new PatientDay(0), $"randomised to {trial.Design.Arms[record.Arm].Name}");
        for (int index = 0; index < record.EventDays.Length; index++)
        {
            // Where each occurrence is recorded, the course says more of it.
            if (record.EventDays[index] < PatientDay.Never && !trial.Truth.Events[index].IsRecorded)
            {
                yield return (record.EventDays[index], trial.Truth.Events[index].Name + Unseen(record.EventDays[index], record.SeenDays[index], followUpEnds));
            }
        }

        foreach (CourseEntry entry in record.Course)
        {
            // What is seen is said with the visit, or is plain from what happens.
            if (entry.Kind is CourseEntryKind.StateSeen or CourseEntryKind.EventSeen or CourseEntryKind.EventResolutionSeen)
            {
                continue;
            }

            yield return (new PatientDay(entry.Day), TextOf(trial, record, entry));
        }

        PatientDay lastSign = LastSign(trial.Truth, record);
        if (record.LossDay < lastSign)
        {
            yield return (record.LossDay, "lost to follow-up");
        }

        if (trial.Design.MaxFollowUpDays < lastSign.Value)
        {
            yield return (new PatientDay(trial.Design.MaxFollowUpDays), "follow-up ends by protocol");
        }

        for (int look = 0; look < record.LookDays.Length; look++)
        {
            if (record.LookDays[look] < TrialDay.Never)
            {
                PatientDay day = record.LookDays[look] - record.Randomised;
                yield return (day, $"look {trial.Design.Looks[look].Name}: what has happened by now is known" + (day.Value < 0 ? ", this patient is not" : ""));
            }
        }

        for (int decision = 0; decision < record.DecisionLooks.Length; decision++)
        {
            if (record.DecisionLooks[decision] is int look and >= 0)
            {
                PatientDay day = new((record.LookDays[look] - record.Randomised).Value + trial.Design.Looks[look].DecidedAfterDays);
                yield return (day, $"decided upon look {trial.Design.Looks[look].Name}: {trial.Design.Decisions[decision].Name}{WhatItDid(trial.Design, record, decision)}");
            }
        }
    }

    private static string WhatItDid(TrialDesign design, PatientRecord record, int decision)
    {
        string[] dropped = [.. Enumerable.Range(0, record.DroppedBy.Length).Where(arm => record.DroppedBy[arm] == decision).Select(arm => design.Arms[arm].Name)];
        IEnumerable<string> sizes = PlannedSize.Of(design, design.Decisions[decision].Then).Select(planned => Invariant($" ({record.NewSizes[decision]} {(planned.Unit == SizeUnit.Events ? "events" : "patients")} instead of {planned.Count})"));
        return dropped.Length > 0 ? $" ({string.Join(" and ", dropped)} dropped)" : string.Concat(sizes);
    }

    private static string Unseen(PatientDay happened, PatientDay seen, PatientDay followUpEnds) =>
        seen < happened ? " (reported before, in error)"
        : happened > followUpEnds ? " (after follow-up has ended: not seen)"
        : seen == happened ? ""
        : seen < PatientDay.Never ? " (not yet seen)" : " (never seen)";

    private static string TextOf(Trial trial, PatientRecord record, CourseEntry entry) => entry.Kind switch
    {
        CourseEntryKind.Session => $"{trial.Design.Protocol.Treatments[entry.Subject].Name}, session {entry.Number}{Waited(record, entry)}",
        CourseEntryKind.DrugStarted => $"{trial.Design.Protocol.Treatments[entry.Subject].Name} {(entry.Number == 1 ? "started" : "taken again")}",
        CourseEntryKind.DrugHeld => $"{trial.Design.Protocol.Treatments[entry.Subject].Name} held",
        CourseEntryKind.DoseReduced => Invariant($"{trial.Design.Protocol.Treatments[entry.Subject].Name} reduced to {entry.Value} mg a day"),
        CourseEntryKind.DrugInterrupted => $"{trial.Design.Protocol.Treatments[entry.Subject].Name} interrupted",
        CourseEntryKind.MarkerMeasured => $"{trial.Truth.Markers[entry.Subject].Name} {entry.Value.ToString("G5", CultureInfo.InvariantCulture)} {trial.Truth.Markers[entry.Subject].Unit}".TrimEnd(),
        CourseEntryKind.SlotAwaited => $"{trial.Design.Protocol.Treatments[entry.Subject].Name}, session {entry.Number}: waits for a slot",
        CourseEntryKind.SessionSkipped => $"{trial.Design.Protocol.Treatments[entry.Subject].Name}: not done, no slot in time{Waited(record, entry)}",
        CourseEntryKind.TreatmentEnded => $"{trial.Design.Protocol.Treatments[entry.Subject].Name} ended",
        CourseEntryKind.VisitMissed => $"{trial.Design.Protocol.Visits[entry.Subject].Name} visit {entry.Number}: missed",
        CourseEntryKind.VisitKept => $"{trial.Design.Protocol.Visits[entry.Subject].Name} visit {entry.Number}: {SeenAt(trial, record, entry)}",
        CourseEntryKind.StateChanged => $"{trial.Truth.States[entry.Subject].Name} is {LevelOf(trial.Truth.States[entry.Subject], entry.Number)}{(trial.Truth.States[entry.Subject].IsSeenAtOnce ? "" : " (not yet seen)")}",
        CourseEntryKind.EventOccurred => Occurrence(trial.Truth.Events[entry.Subject], entry) + (trial.Truth.Events[entry.Subject].IsSeenAtOnce ? "" : " (not yet seen)"),
        CourseEntryKind.EventResolved => $"{trial.Truth.Events[entry.Subject].Name} over",
        CourseEntryKind.Cause => $"cause of {trial.Truth.Events[entry.Subject].Name}: {trial.Truth.Events[entry.Subject].Causes[entry.Number]}",
        _ => throw new InvalidOperationException($"No words for {entry.Kind}."),
    };

    // A session, or its being given up, ends the last wait for it.
    private static string Waited(PatientRecord record, CourseEntry entry)
    {
        CourseEntry[] waits = [.. record.Course.Where(other => other.Subject == entry.Subject && other.Day <= entry.Day
            && (other.Kind == CourseEntryKind.SlotAwaited || (other.Kind is CourseEntryKind.Session or CourseEntryKind.SessionSkipped && other != entry)))];
        return waits is [.., { Kind: CourseEntryKind.SlotAwaited } wait] ? Invariant($" (waited {entry.Day - wait.Day:F1} days)") : "";
    }

    private static string SeenAt(Trial trial, PatientRecord record, CourseEntry entry)
    {
        string[] seen =
        [
            .. Enumerable.Range(0, record.SeenDays.Length)
                .Where(index => !trial.Truth.Events[index].IsRecorded && trial.Truth.Events[index].SeenAt.Contains(entry.Subject) && record.SeenDays[index].Value == entry.Day)
                .Select(index => trial.Truth.Events[index].Name + (record.EventDays[index] > record.SeenDays[index] ? " (in error)" : "")),
            .. record.Course
                .Where(seen => (seen.Kind is CourseEntryKind.EventSeen or CourseEntryKind.EventResolutionSeen) && seen.Day == entry.Day && trial.Truth.Events[seen.Subject].SeenAt.Contains(entry.Subject))
                .Select(seen => seen.Kind == CourseEntryKind.EventSeen ? Occurrence(trial.Truth.Events[seen.Subject], seen) : $"the end of {trial.Truth.Events[seen.Subject].Name}"),
            .. record.Course
                .Where(seen => seen.Kind == CourseEntryKind.StateSeen && seen.Day == entry.Day && trial.Truth.States[seen.Subject].SeenAt.Contains(entry.Subject))
                .Select(seen => $"{trial.Truth.States[seen.Subject].Name} {LevelOf(trial.Truth.States[seen.Subject], seen.Number)}"),
        ];
        return seen.Length == 0 ? "nothing new" : $"{string.Join(" and ", seen)} seen";
    }

    private static string Occurrence(ClinicalEvent one, CourseEntry entry) =>
        one.Name + (entry.Value > 0 ? Invariant($" of grade {entry.Value:0}") : "") + (one.Recurrence == Recurrence.Recurs ? Invariant($", occurrence {entry.Number}") : "");

    private static string LevelOf(ClinicalState state, int level) => level == ClinicalState.NoLevel ? "none yet" : state.Levels[level];

    /// <summary>The day of the fatal event, after which nobody can be lost.</summary>
    private static PatientDay LastSign(TrialTruth truth, PatientRecord record)
    {
        double last = double.PositiveInfinity;
        for (int index = 0; index < record.EventDays.Length; index++)
        {
            if (truth.Events[index].Ending == CourseEnding.Fatal)
            {
                last = Math.Min(last, record.EventDays[index].Value);
            }
        }

        return new PatientDay(last);
    }

    private static string ValueOf(Covariate covariate, double value) => covariate.Distribution is CategoricalDistribution categorical
        ? categorical.Levels[(int)value]
        : value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
