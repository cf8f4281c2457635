using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Results.Summary;

namespace TrialSim.Results.Samples;

/// <summary>Counts, for a resource of the sites, sessions in each month of a trial and those that wait at its end; whole months up to the end of the trial.</summary>
internal sealed class ResourceMonthAccumulator(Trial trial, int resource) : ITrialReader
{
    // Of each replicate, month by month.
    private readonly List<int[]> _sessions = [];
    private readonly List<int[]> _waiting = [];

    /// <inheritdoc/>
    public void Add(ReplayedTrial replayed)
    {
        SiteVisit[] visits = [.. Enumerable.Range(0, replayed.Ledger.Enrolled).SelectMany(patient => VisitsOf(replayed.Ledger, patient))];
        double end = replayed.Outcome.EndDay < TrialDay.Never
            ? replayed.Outcome.EndDay.Value
            : visits.Select(visit => visit.UntilDay).Where(double.IsFinite).DefaultIfEmpty(0.0).Max();
        int[] sessions = new int[(int)(end / DaysPer.Month)];
        int[] waiting = new int[sessions.Length];
        foreach (SiteVisit visit in visits)
        {
            int month = Math.Max(0, (int)Math.Ceiling(visit.UntilDay / DaysPer.Month) - 1);
            if (visit.IsSession && month < sessions.Length)
            {
                sessions[month]++;
            }

            // Who waits from the end of a month on waits at it; whose wait ends with it does not.
            for (int at = Math.Max(1, (int)Math.Ceiling(visit.WantedDay / DaysPer.Month)); at <= waiting.Length && at * DaysPer.Month < visit.UntilDay; at++)
            {
                waiting[at - 1]++;
            }
        }

        _sessions.Add(sessions);
        _waiting.Add(waiting);
    }

    /// <summary>A row for each month that is over before the end of any replicate, over those replicates.</summary>
    public IEnumerable<ResourceMonth> Summarise()
    {
        for (int month = 0; month < _sessions.Max(months => months.Length); month++)
        {
            double[] sessions = [.. _sessions.Where(months => month < months.Length).Select(months => (double)months[month]).Order()];
            double[] waiting = [.. _waiting.Where(months => month < months.Length).Select(months => (double)months[month]).Order()];
            yield return new ResourceMonth(
                trial.Truth.Sites.Resources[resource].Name,
                month + 1,
                sessions.Average(),
                LinearQuantile.Of<double>(sessions, 0.025),
                LinearQuantile.Of<double>(sessions, 0.975),
                waiting.Average(),
                LinearQuantile.Of<double>(waiting, 0.025),
                LinearQuantile.Of<double>(waiting, 0.975),
                sessions.Length);
        }
    }

    private IEnumerable<SiteVisit> VisitsOf(Ledger ledger, int patient)
    {
        CourseEntry[] course = [.. ledger.CourseOf(patient)];
        double randomised = ledger.ArrivalOf(patient).Value;
        double atSiteUntil = Math.Min(ledger.LossOf(patient).Value, ledger.MaxFollowUp.Value); // Then they are treated elsewhere, unseen.
        for (int index = 0; index < trial.Design.Protocol.Treatments.Length; index++)
        {
            if (trial.Design.Protocol.Treatments[index] is not Procedure { Need: ResourceNeed need } || need.Resource != resource)
            {
                continue;
            }

            double? wanted = null;
            foreach (CourseEntry entry in course.Where(entry => entry.Subject == index))
            {
                switch (entry.Kind)
                {
                    case CourseEntryKind.SlotAwaited:
                        wanted = entry.Day;
                        break;
                    case CourseEntryKind.Session:
                        bool isElsewhere = entry.Day >= atSiteUntil || (need.Then == AfterWaiting.Treat && entry.Day == wanted + need.MaxWaitDays);
                        yield return new SiteVisit(randomised + (wanted ?? entry.Day), randomised + Math.Min(entry.Day, atSiteUntil), !isElsewhere);
                        wanted = null;
                        break;
                    case CourseEntryKind.SessionSkipped or CourseEntryKind.TreatmentEnded when wanted is double since:
                        yield return new SiteVisit(randomised + since, randomised + Math.Min(entry.Day, atSiteUntil), IsSession: false);
                        wanted = null;
                        break;
                }
            }

            if (wanted is double still)
            {
                double death = trial.Truth.Events.Select((one, number) => one.Ending == Model.Truth.CourseEnding.Fatal ? ledger.EventDaysOf(patient)[number] : double.PositiveInfinity).Min();
                yield return new SiteVisit(randomised + still, randomised + Math.Min(death, atSiteUntil), IsSession: false);
            }
        }
    }

    // From when a session was wanted to when it took place, or was wanted no more.
    private readonly record struct SiteVisit(double WantedDay, double UntilDay, bool IsSession);
}
