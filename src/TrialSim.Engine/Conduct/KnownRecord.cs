using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>All that is known of one patient at a data cut, and nothing that has merely happened.</summary>
/// <param name="Patient">Order of randomisation, from 0.</param>
/// <param name="Randomised">Trial day of randomisation.</param>
/// <param name="Arm">Index of the arm.</param>
/// <param name="Covariates">One value per covariate; for a categorical one the index of its level.</param>
/// <param name="SeenDays">Day since randomisation on which each event first came to be known; never for those that are not known.</param>
/// <param name="Course">What was done and what came to be known, in the order of time.</param>
/// <param name="LossDay">Day of being lost to follow-up; never where that has not been by the cut.</param>
/// <param name="DeathDay">Day of the fatal event; never where none is known.</param>
/// <param name="LastDay">The last day of which anything is known.</param>
public sealed record KnownRecord(
    int Patient,
    TrialDay Randomised,
    int Arm,
    ImmutableArray<double> Covariates,
    ImmutableArray<PatientDay> SeenDays,
    ImmutableArray<CourseEntry> Course,
    PatientDay LossDay,
    PatientDay DeathDay,
    PatientDay LastDay)
{
    /// <summary>Index of the site; 0 where there are none.</summary>
    public int Site { get; init; }

    internal static KnownRecord Of(Ledger ledger, int patient, TrialDay cutDay)
    {
        KnownPatient known = new(ledger, patient, cutDay);
        PatientDay IfKnown(double day) => known.Knows(day) ? new PatientDay(day) : PatientDay.Never;
        ImmutableArray<PatientDay>.Builder seen = ImmutableArray.CreateBuilder<PatientDay>();
        foreach (double day in ledger.SeenDaysOf(patient))
        {
            seen.Add(IfKnown(day));
        }

        ImmutableArray<CourseEntry>.Builder course = ImmutableArray.CreateBuilder<CourseEntry>();
        foreach (CourseEntry entry in known.Course)
        {
            if (IsKnown(entry, known.Course, seen))
            {
                course.Add(entry);
            }
        }

        PatientDay loss = ledger.LossOf(patient);
        return new KnownRecord(
            patient,
            ledger.ArrivalOf(patient),
            ledger.ArmOf(patient),
            [.. ledger.CovariatesOf(patient)],
            seen.ToImmutable(),
            course.ToImmutable(),
            loss.Value <= known.LastDay ? loss : PatientDay.Never,
            new PatientDay(known.DeathDay),
            new PatientDay(known.LastDay))
        { Site = ledger.SiteOf(patient) };
    }

    private static bool IsKnown(CourseEntry entry, ReadOnlySpan<CourseEntry> course, ImmutableArray<PatientDay>.Builder seenDays) => entry.Kind switch
    {
        CourseEntryKind.EventOccurred or CourseEntryKind.EventResolved or CourseEntryKind.StateChanged => false,
        CourseEntryKind.Cause => IsCauseKnown(entry, course, seenDays[entry.Subject] < PatientDay.Never),
        _ => true,
    };

    /// <summary>A cause is known when its occurrence is: the n-th of an event once the event has been seen n times.</summary>
    private static bool IsCauseKnown(CourseEntry cause, ReadOnlySpan<CourseEntry> course, bool isEventSeen)
    {
        int causes = 0;
        int occurrences = 0;
        foreach (CourseEntry entry in course)
        {
            causes += entry.Kind == CourseEntryKind.Cause && entry.Subject == cause.Subject && entry.Day <= cause.Day ? 1 : 0;
            occurrences += entry.Kind == CourseEntryKind.EventSeen && entry.Subject == cause.Subject ? 1 : 0;
        }

        return causes <= Math.Max(occurrences, isEventSeen ? 1 : 0);
    }
}
