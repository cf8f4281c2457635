using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Results.Costs;

/// <summary>What is simulated of a patient beside events that happen once: visits, sessions, occurrences.</summary>
/// <param name="Key">The key of the scenario that brings it about, such as <c>design.visits.imaging</c>.</param>
/// <param name="Entries">How many a patient has on average, roughly.</param>
internal readonly record struct CourseWork(string Key, double Entries)
{
    // Where a window begins on day 0 the engine still goes on by some time.
    private const double ShortestIntervalDays = 1.0 / 24.0;

    /// <summary>Everything that the course of an average patient has, without the protocol that no result depends on.</summary>
    /// <param name="trial">The compiled scenario, its protocol the essential one.</param>
    public static IReadOnlyList<CourseWork> Of(Trial trial)
    {
        TrialProtocol protocol = trial.Design.Protocol;
        int arms = trial.Design.Arms.Length;
        double[] days = [.. Enumerable.Range(0, arms).Select(arm => CourseLength.MeanDays(trial, arm))];
        double mean = days.Average();
        return
        [
            .. protocol.Visits.Select((schedule, index) => new CourseWork($"design.visits.{schedule.Name}", Enumerable.Range(0, arms).Where(arm => schedule.Arms.Contains(arm)).Sum(arm => VisitsOf(protocol, index, days[arm])) / arms)),
            .. protocol.Treatments.Select((treatment, index) => new CourseWork($"design.treatments.{treatment.Name}", Enumerable.Range(0, arms).Where(arm => treatment.Arms.Contains(arm)).Sum(arm => SessionsOf(protocol, index, days[arm])) / arms)),
            .. trial.Truth.Events.Select((one, index) => (one, index)).Where(pair => pair.one.Recurrence == Recurrence.Recurs).Select(pair => new CourseWork(
                $"truth.events.{pair.one.Name}", HazardMultiple.OfEffects(trial.Truth, pair.index) * pair.one.Hazards.Max(choice => choice.Hazard.Cumulative(mean)))),
        ];
    }

    // However often a schedule begins anew, it does not run twice at the same time.
    private static double VisitsOf(TrialProtocol protocol, int visit, double days)
    {
        VisitSchedule schedule = protocol.Visits[visit];
        double begun = schedule.After is EachSession each && each.Treatment >= 0 ? Most(protocol, each.Treatment) : 1.0;
        return schedule.Next is TimeWindow next ? Math.Max(1.0, days / Math.Max(next.TargetDays, ShortestIntervalDays)) : begun;
    }

    private static double SessionsOf(TrialProtocol protocol, int treatment, double days) => protocol.Treatments[treatment] switch
    {
        Procedure { Repetition: RepeatedEvery every } procedure => Math.Min(procedure.MaxSessions, 1.0 + (days / Math.Max(every.Interval.TargetDays, ShortestIntervalDays))),
        Procedure { Repetition: RepeatedOnDemand demand } procedure => Math.Min(procedure.MaxSessions, 1.0 + (0.5 * VisitsOf(protocol, demand.Visit, days))), // Not every visit decides for one.
        Procedure { After: EachSession } procedure => procedure.MaxSessions,
        Drug drug => 1.0 + drug.Holds.Sum(hold => SessionsOf(protocol, hold.Procedure, days)),
        _ => 1.0,
    };

    private static double Most(TrialProtocol protocol, int treatment) => protocol.Treatments[treatment] is Procedure procedure ? procedure.MaxSessions : 1.0;
}
