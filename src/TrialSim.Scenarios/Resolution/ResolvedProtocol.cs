using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What is done to patients and when they are seen.</summary>
/// <param name="Treatments">The treatments.</param>
/// <param name="Visits">The schedules of visits.</param>
internal sealed record ResolvedProtocol(ImmutableArray<ResolvedTreatment> Treatments, ImmutableArray<ResolvedVisit> Visits)
{
    /// <summary>All conditions over what is known, each in its parts.</summary>
    public IEnumerable<ResolvedCondition> Conditions() => Treatments
        .SelectMany(ConditionsOf)
        .Concat(Visits.Select(visit => visit.Until))
        .SelectMany(condition => condition.Leaves());

    private static IEnumerable<ResolvedCondition> ConditionsOf(ResolvedTreatment treatment) => treatment switch
    {
        ResolvedTreatment.Procedure { Repetition: ResolvedRepetition.OnDemand demand } => [treatment.StopIf, demand.If],
        ResolvedTreatment.Drug drug => [treatment.StopIf, drug.Dosing.ReduceIf, drug.Dosing.InterruptIf],
        _ => [treatment.StopIf],
    };
}

/// <summary>A treatment. A closed set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Written">How it is written in full.</param>
/// <param name="Arms">Indices of the arms that get it.</param>
/// <param name="After">What its start is counted from.</param>
/// <param name="Start">When it starts after that.</param>
/// <param name="StopIf">When it is stopped for good.</param>
internal abstract record ResolvedTreatment(
    string Name, TreatmentDocument Written, ImmutableArray<int> Arms, Anchor After, TimeWindow Start, ResolvedCondition StopIf)
{
    /// <summary>Done on a day.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Written">How it is written in full.</param>
    /// <param name="Arms">Indices of the arms that get it.</param>
    /// <param name="After">What its first session is counted from.</param>
    /// <param name="Start">When it takes place after that.</param>
    /// <param name="StopIf">When there is no further session.</param>
    /// <param name="Repetition">What brings further sessions.</param>
    /// <param name="MaxSessions">No session after so many.</param>
    public sealed record Procedure(
        string Name,
        TreatmentDocument Written,
        ImmutableArray<int> Arms,
        Anchor After,
        TimeWindow Start,
        ResolvedCondition StopIf,
        ResolvedRepetition Repetition,
        int MaxSessions) : ResolvedTreatment(Name, Written, Arms, After, Start, StopIf)
    {
        /// <summary>What each session needs of the site; null for nothing.</summary>
        public ResourceNeed? Need { get; init; }
    }

    /// <summary>Taken from day to day.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Written">How it is written in full.</param>
    /// <param name="Arms">Indices of the arms that get it.</param>
    /// <param name="After">What its first dose is counted from.</param>
    /// <param name="Start">When it is taken after that.</param>
    /// <param name="StopIf">When it is stopped for good.</param>
    /// <param name="Holds">Pauses.</param>
    /// <param name="LengthDays">How long it is taken.</param>
    public sealed record Drug(
        string Name,
        TreatmentDocument Written,
        ImmutableArray<int> Arms,
        Anchor After,
        TimeWindow Start,
        ResolvedCondition StopIf,
        ImmutableArray<Hold> Holds,
        double LengthDays) : ResolvedTreatment(Name, Written, Arms, After, Start, StopIf)
    {
        /// <summary>How much of it is taken.</summary>
        public ResolvedDosing Dosing { get; init; } = new([], ConditionResolver.Never, ConditionResolver.Never);
    }
}

/// <summary>How much of a drug is taken.</summary>
/// <param name="MgPerDay">The doses, the full one first; empty where none are written.</param>
/// <param name="ReduceIf">Each time that this comes to hold, the next one.</param>
/// <param name="InterruptIf">As long as this holds, none.</param>
internal sealed record ResolvedDosing(ImmutableArray<double> MgPerDay, ResolvedCondition ReduceIf, ResolvedCondition InterruptIf);

/// <summary>What brings further sessions. A closed set.</summary>
internal abstract record ResolvedRepetition
{
    /// <summary>Nothing.</summary>
    public sealed record None : ResolvedRepetition;

    /// <summary>The clock.</summary>
    /// <param name="Interval">Days from one session to the next.</param>
    public sealed record Every(TimeWindow Interval) : ResolvedRepetition;

    /// <summary>A decision at a visit.</summary>
    /// <param name="Visit">The visits.</param>
    /// <param name="If">When the decision is yes.</param>
    /// <param name="Delay">Days from the decision to the session.</param>
    public sealed record OnDemand(Reference Visit, ResolvedCondition If, TimeWindow Delay) : ResolvedRepetition;
}

/// <summary>A schedule of visits.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Written">How it is written in full.</param>
/// <param name="Arms">Indices of the arms that have it.</param>
/// <param name="After">What the first visit is counted from.</param>
/// <param name="First">When the first visit takes place.</param>
/// <param name="Next">Days from one visit to the next; null for a single visit.</param>
/// <param name="Clock">What those are counted from.</param>
/// <param name="Until">When there is no further visit.</param>
internal sealed record ResolvedVisit(
    string Name,
    VisitDocument Written,
    ImmutableArray<int> Arms,
    Anchor After,
    TimeWindow First,
    TimeWindow? Next,
    VisitClock Clock,
    ResolvedCondition Until);
