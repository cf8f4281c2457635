using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>What is known of one patient at a data cut, and nothing else. Days are since randomisation, +∞ for what is not known to have been.</summary>
internal readonly struct KnownPatient
{
    private readonly Ledger _ledger;
    private readonly int _patient;
    private readonly TrialDay _cutDay;
    private readonly TrialDay _randomised;
    private readonly double _observedUntil;

    public KnownPatient(Ledger ledger, int patient, TrialDay cutDay)
    {
        _ledger = ledger;
        _patient = patient;
        _cutDay = cutDay;
        _randomised = ledger.ArrivalOf(patient);
        _observedUntil = ledger.ObservedUntil(patient).Value;
    }

    /// <summary>The last day of which anything is known.</summary>
    public double LastDay => Math.Min(_observedUntil, (_cutDay - _randomised).Value);

    /// <summary>The day of death.</summary>
    public double DeathDay => IfKnown(_ledger.DeathOf(_patient).Value);

    /// <summary>Whether what happens on a day is known.</summary>
    // On the calendar, because the cut of an event-driven look is the calendar day of one of these very events.
    public bool Knows(double day) => day <= _observedUntil && HasPassed(day);

    /// <summary>Whether the day lies in the past, whoever was there to see it.</summary>
    public bool HasPassed(double day) => _randomised + new PatientDay(day) <= _cutDay;

    /// <summary>What was logged, in the order of time, up to the last entry that is known; what is true and unknown stands among it.</summary>
    public ReadOnlySpan<CourseEntry> Course
    {
        get
        {
            ReadOnlySpan<CourseEntry> all = _ledger.CourseOf(_patient);
            int known = all.Length;
            while (known > 0 && !Knows(all[known - 1].Day))
            {
                known--;
            }

            return all[..known];
        }
    }

    /// <summary>The schedules of visits at which an event is looked for; none for one that is known on its day.</summary>
    public ImmutableArray<int> LookedForAt(int clinicalEvent) => _ledger.SeenAt[clinicalEvent];

    /// <summary>The first day after another on which an event came to be known.</summary>
    /// <param name="clinicalEvent">Index of the event.</param>
    /// <param name="afterDay">Days up to this one do not count; −∞ for none.</param>
    public double FirstDayOf(int clinicalEvent, double afterDay)
    {
        double first = _ledger.SeenDaysOf(_patient)[clinicalEvent];
        if (first > afterDay)
        {
            return IfKnown(first);
        }

        foreach (CourseEntry entry in Course)
        {
            if (entry.Kind == CourseEntryKind.EventSeen && entry.Subject == clinicalEvent && entry.Day > afterDay)
            {
                return entry.Day;
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>The first day on which something was found, by what is known by the end of another.</summary>
    /// <param name="finding">What is to be known.</param>
    /// <param name="byDay">What is found later does not count; +∞ for no limit.</param>
    public double FirstDayOf(Finding finding, double byDay)
    {
        double day = FirstDayInAllOf(finding, byDay);
        return day <= byDay ? day : double.PositiveInfinity;
    }

    private double FirstDayInAllOf(Finding finding, double byDay)
    {
        switch (finding)
        {
            case Randomised:
                return 0;
            case EventFound found:
                return FirstDayOf(found.Events);
            case LevelFoundAt found:
                return DayOfVisit(found.Visit) is double day && LevelOn(day, found.State) is int level && found.Levels.Contains(level) ? day : double.PositiveInfinity;
            case BestLevelFound best:
                return FirstDayOf(best, byDay);
            default:
                foreach (CourseEntry entry in Course)
                {
                    if (Shows(finding, entry))
                    {
                        return entry.Day;
                    }
                }

                return double.PositiveInfinity;
        }
    }

    /// <summary>The day of a visit that was kept; +∞ for one that was not.</summary>
    public double DayOfVisit(VisitNumber visit)
    {
        foreach (CourseEntry entry in Course)
        {
            if (entry.Kind == CourseEntryKind.VisitKept && entry.Subject == visit.Schedule && entry.Number == visit.Number)
            {
                return entry.Day;
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>The last kept visit of some schedules before a day.</summary>
    /// <param name="schedules">Indices of the schedules.</param>
    /// <param name="day">Visits on it or later do not count.</param>
    /// <returns>Its day; 0 where there was none.</returns>
    public double LastVisitBefore(ImmutableArray<int> schedules, double day)
    {
        ReadOnlySpan<CourseEntry> course = Course;
        for (int index = course.Length - 1; index >= 0; index--)
        {
            ref readonly CourseEntry entry = ref course[index];
            if (entry.Kind == CourseEntryKind.VisitKept && entry.Day < day && schedules.Contains(entry.Subject))
            {
                return entry.Day;
            }
        }

        return 0;
    }

    private static bool Shows(Finding finding, CourseEntry entry) => finding switch
    {
        LevelFound level => entry.Kind == CourseEntryKind.StateSeen && entry.Subject == level.State && level.Levels.Contains(entry.Number),
        AdverseEventFound adverse => entry.Kind == CourseEntryKind.EventSeen && entry.Value >= adverse.Grade && adverse.Events.Contains(entry.Subject),
        TreatmentGiven given => entry.Kind is CourseEntryKind.Session or CourseEntryKind.DrugStarted && entry.Subject == given.Treatment,
        _ => throw new InvalidOperationException($"Nothing shows a {finding.GetType().Name}."),
    };

    private double FirstDayOf(BestLevelFound found, double byDay)
    {
        double first = double.PositiveInfinity;
        int best = int.MaxValue;
        foreach (CourseEntry entry in Course)
        {
            if (entry.Kind == CourseEntryKind.StateSeen && entry.Subject == found.State && entry.Number >= 0 && entry.Day <= byDay)
            {
                best = Math.Min(best, entry.Number);
                first = found.Levels.Contains(entry.Number) ? Math.Min(first, entry.Day) : first;
            }
        }

        return found.Levels.Contains(best) ? first : double.PositiveInfinity;
    }

    private double FirstDayOf(ImmutableArray<int> events)
    {
        double first = double.PositiveInfinity;
        foreach (int clinicalEvent in events)
        {
            first = Math.Min(first, FirstDayOf(clinicalEvent, double.NegativeInfinity));
        }

        return first;
    }

    /// <summary>The level of a state as it was last seen by the end of a day; -1 for none.</summary>
    private int LevelOn(double day, int state)
    {
        int level = -1;
        foreach (CourseEntry entry in Course)
        {
            if (entry.Kind == CourseEntryKind.StateSeen && entry.Subject == state && entry.Day <= day)
            {
                level = entry.Number;
            }
        }

        return level;
    }

    private double IfKnown(double day) => Knows(day) ? day : double.PositiveInfinity;
}
