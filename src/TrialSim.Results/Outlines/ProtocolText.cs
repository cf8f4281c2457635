using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Protocol;

namespace TrialSim.Results.Outlines;

/// <summary>When treatments and visits take place, in words.</summary>
/// <param name="Trial">The trial.</param>
internal sealed record ProtocolText(Trial Trial)
{
    // Beyond what any patient lives to; a protocol without a limit has more.
    private const int Unlimited = 100;

    private TrialProtocol Protocol => Trial.Design.Protocol;

    /// <summary>What a treatment is.</summary>
    public static ActivityKind KindOf(Treatment treatment) => treatment is Drug ? ActivityKind.Drug : ActivityKind.Procedure;

    /// <summary>The names of arms.</summary>
    public IReadOnlyList<string> ArmsOf(ImmutableArray<int> arms) => [.. arms.Select(arm => Trial.Design.Arms[arm].Name)];

    /// <summary>When a treatment takes place.</summary>
    public IReadOnlyList<string> Of(Treatment treatment) => [.. Parts(treatment)];

    /// <summary>When visits take place.</summary>
    public IReadOnlyList<string> Of(VisitSchedule visit) =>
    [
        After(visit.First, visit.After) + (visit.Next is TimeWindow next ? $", then every {DayText.Of(next)}{(visit.Clock == VisitClock.LastVisit ? " from the visit before" : "")}" : ""),
        .. visit.Until.IsEmpty ? Array.Empty<string>() : ["until a condition holds"],
    ];

    private IEnumerable<string> Parts(Treatment treatment)
    {
        yield return After(treatment.Start, treatment.After);
        if (treatment is Procedure procedure)
        {
            if (procedure.Repetition is RepeatedEvery every)
            {
                yield return $"then every {DayText.Of(every.Interval)}";
            }
            else if (procedure.Repetition is RepeatedOnDemand demand)
            {
                yield return $"again {DayText.Of(demand.Delay)} after each visit of {Protocol.Visits[demand.Visit].Name} that decides so";
            }

            if (procedure.Repetition is not NotRepeated && procedure.MaxSessions < Unlimited)
            {
                yield return $"{procedure.MaxSessions} sessions at most";
            }

            if (procedure.Need is ResourceNeed need)
            {
                yield return $"needs {Trial.Truth.Sites.Resources[need.Resource].Name.Replace('_', ' ')}";
            }
        }

        if (treatment is Drug drug)
        {
            foreach (Hold hold in drug.Holds)
            {
                yield return $"paused {DayText.Of(hold.BeforeDays)} before {Protocol.Treatments[hold.Procedure].Name} until {DayText.Of(hold.Resume)} after it";
            }

            if (double.IsFinite(drug.LengthDays))
            {
                yield return $"for {DayText.Of(drug.LengthDays)}";
            }
        }

        if (!treatment.StopIf.IsEmpty)
        {
            yield return "stopped for good when a condition holds";
        }
    }

    private string After(TimeWindow window, Anchor anchor) => window.LatestDays == 0 ? $"at {NameOf(anchor)}" : $"{DayText.Of(window)} after {NameOf(anchor)}";

    private string NameOf(Anchor anchor) => anchor switch
    {
        AtRandomisation => "randomisation",
        FirstSession first => $"the first {Protocol.Treatments[first.Treatment].Name}",
        EachSession each => $"each {Protocol.Treatments[each.Treatment].Name}",
        FirstSeen first => $"{Trial.Truth.Events[first.Event].Name} is seen",
        EachSeen each => $"each {Trial.Truth.Events[each.Event].Name} that is seen",
        EndOfTreatment end => $"the end of {Protocol.Treatments[end.Treatment].Name}",
        EndOfAllTreatments => "the end of all treatments",
        _ => throw new InvalidOperationException($"No words for {anchor.GetType().Name}."),
    };
}
