using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Treatments and visits in days, indices and masks. Its conditions are over what is known, which has bits of its own.</summary>
internal sealed class ProtocolCompiler
{
    private static readonly DocumentPath Path = DocumentPath.Root.Key("design");

    private readonly StateBitTable _known = new();
    private readonly ConditionCompiler _conditions;
    private readonly ProblemList _problems;

    private ProtocolCompiler(ProblemList problems)
    {
        _problems = problems;
        _conditions = new ConditionCompiler(_known, problems);
    }

    /// <summary>The compiled protocol; of no use when something was reported.</summary>
    public static TrialProtocol Compile(ResolvedProtocol protocol, ProblemList problems) => new ProtocolCompiler(problems).Compile(protocol);

    private TrialProtocol Compile(ResolvedProtocol protocol)
    {
        ImmutableArray<Treatment> treatments = [.. protocol.Treatments.Select(Compile)];
        ImmutableArray<VisitSchedule> visits = [.. protocol.Visits.Select(Compile)];
        if (_known.Count > Limits.StateBits)
        {
            _problems.Error(Path, $"The conditions of treatments and visits ask for {_known.Count} facts about a patient. Write at most {Limits.StateBits}.");
        }

        return treatments.IsEmpty && visits.IsEmpty
            ? TrialProtocol.None
            : new TrialProtocol(treatments, visits, _known.Bits) { IsFollowedToTheEnd = treatments.Any(one => IsLate(one.After)) || visits.Any(one => IsLate(one.After)) };
    }

    // What is done after progression, or after the end of treatment, is what a protocol that says so is about.
    private static bool IsLate(Anchor after) => after is FirstSeen or EachSeen or EndOfTreatment or EndOfAllTreatments;

    private Treatment Compile(ResolvedTreatment treatment)
    {
        DocumentPath place = Path.Key("treatments").Key(treatment.Name);
        uint purpose = NamedPurpose.Of("treatment", treatment.Name);
        ImmutableArray<StateMask> stopIf = CompileEnd(treatment.StopIf, place.Key("stop_if"));
        return treatment switch
        {
            ResolvedTreatment.Procedure procedure => new Procedure(
                treatment.Name, purpose, treatment.Arms, treatment.After, treatment.Start, Compile(procedure.Repetition, place.Key("repeat")), procedure.MaxSessions, stopIf)
            {
                Need = procedure.Need,
            },
            ResolvedTreatment.Drug drug => new Drug(treatment.Name, purpose, treatment.Arms, treatment.After, treatment.Start, drug.Holds, drug.LengthDays, stopIf)
            {
                Dosing = new Dosing(
                    drug.Dosing.MgPerDay,
                    CompileRule(drug.Dosing.ReduceIf, place.Key("reduce_if"), "so the dose is never reduced"),
                    CompileRule(drug.Dosing.InterruptIf, place.Key("interrupt_if"), "so the drug is never interrupted by it")),
            },
            _ => throw new InvalidOperationException("A treatment of an unknown kind."),
        };
    }

    private Repetition Compile(ResolvedRepetition repetition, DocumentPath place) => repetition switch
    {
        ResolvedRepetition.None => new NotRepeated(),
        ResolvedRepetition.Every every => new RepeatedEvery(every.Interval),
        ResolvedRepetition.OnDemand demand => new RepeatedOnDemand(demand.Visit.Index, CompileDecision(demand.If, place.Key("if")), demand.Delay),
        _ => throw new InvalidOperationException("A repetition of an unknown kind."),
    };

    private VisitSchedule Compile(ResolvedVisit visit) => new(
        visit.Name,
        NamedPurpose.Of("visit", visit.Name),
        visit.Arms,
        visit.After,
        visit.First,
        visit.Next,
        visit.Clock,
        CompileEnd(visit.Until, Path.Key("visits").Key(visit.Name).Key("until")));

    private ImmutableArray<StateMask> CompileEnd(ResolvedCondition condition, DocumentPath place) => CompileRule(condition, place, "so nothing is ever stopped by it");

    private ImmutableArray<StateMask> CompileRule(ResolvedCondition condition, DocumentPath place, string consequence)
    {
        ImmutableArray<StateMask> terms = _conditions.Compile(condition, place);
        if (terms.IsEmpty && condition != ConditionResolver.Never)
        {
            _problems.Warning(place, $"This can never hold, {consequence}.");
        }

        return terms;
    }

    private ImmutableArray<StateMask> CompileDecision(ResolvedCondition condition, DocumentPath place)
    {
        ImmutableArray<StateMask> terms = _conditions.Compile(condition, place);
        if (terms.IsEmpty)
        {
            _problems.Warning(place, "This can never hold, so there is never a second session.");
        }

        return terms;
    }
}
