using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Treatments and the arms that get them.</summary>
internal sealed class TreatmentResolver(ResolutionContext context, ConditionResolver conditions, ImmutableArray<ImmutableArray<int>> treatmentsOfArms)
{
    private static readonly string[] OfProcedures = ["first", "repeat", "needs"];
    private static readonly string[] OfDrugs = ["start", "hold", "length", "dose_mg_per_day", "reduce_if", "interrupt_if"];

    /// <summary>The treatment; null where what was written makes none.</summary>
    public ResolvedTreatment? Resolve(string name, TreatmentDocument document, DocumentPath path)
    {
        if (name == Names.Randomisation || context.Events.All.Any(one => one.Name == name))
        {
            context.Problems.Error(path, $"'{name}' is the name of {(name == Names.Randomisation ? "the origin of clocks" : "an event")} too. Give the treatment another name.");
        }

        if (name == AnchorResolver.AllTreatments)
        {
            context.Problems.Error(path, $"'{name}' stands for all treatments of an arm, in 'end of {name}'. Give this one another name.");
        }

        if (document.Kind is not { } kind)
        {
            return null;
        }

        bool isProcedure = kind == TreatmentKind.Procedure;
        string noun = isProcedure ? "a procedure" : "a drug";
        foreach (string key in Choice.Written(document).Intersect(isProcedure ? OfDrugs : OfProcedures))
        {
            context.Problems.Error(path.Key(key), $"'{key}' does not fit {noun}. {noun[..1].ToUpperInvariant()}{noun[1..]} has {Advice.List(isProcedure ? OfProcedures : OfDrugs)}.");
        }

        string startKey = isProcedure ? "first" : "start";
        if ((isProcedure ? document.First : document.Start) is not { } start)
        {
            if (!context.Problems.HasErrorIn(path.Key(startKey)))
            {
                context.Problems.Error(path, $"The key '{startKey}' is missing. Write '{startKey}:' with the days allowed, such as {{within: 0d..14d}}.");
            }

            return null;
        }

        Anchor? after = context.Anchors.Resolve(start.After, path.Key(startKey).Key("after"));
        if (after is EndOfAllTreatments)
        {
            context.Problems.Error(path.Key(startKey).Key("after"), "No treatment can wait for the end of all, itself among them. Write 'end of …' with the treatment before it.");
        }

        ResolvedCondition stopIf = document.StopIf?.Value is { } condition ? conditions.Resolve(condition, path.Key("stop_if")) : ConditionResolver.Never;
        if (after is null || start.Within is not { } window)
        {
            return null;
        }

        int own = context.Treatments.Find(name, path)!.Value.Index;
        ImmutableArray<int> arms = [.. Enumerable.Range(0, treatmentsOfArms.Length).Where(arm => treatmentsOfArms[arm].Contains(own))];
        StartDocument writtenStart = new() { After = context.Anchors.TextOf(after), Within = window };
        TreatmentDocument written = new() { Kind = kind, StopIf = document.StopIf ?? OrNone<ConditionDocument>.None };
        return isProcedure
            ? ResolveProcedure(document, path, new ResolvedTreatment.Procedure(
                name, written with { First = writtenStart }, arms, after, window.Days, stopIf, new ResolvedRepetition.None(), Defaults.MaxSessions))
            : ResolveDrug(document, path, new ResolvedTreatment.Drug(name, written with { Start = writtenStart }, arms, after, window.Days, stopIf, [], double.PositiveInfinity));
    }

    private ResolvedTreatment.Procedure ResolveProcedure(TreatmentDocument document, DocumentPath path, ResolvedTreatment.Procedure alone)
    {
        (OrNone<NeedDocument> needs, ResourceNeed? need) = NeedResolver.Resolve(document.Needs, path.Key("needs"), context);
        ResolvedTreatment.Procedure procedure = alone with { Written = alone.Written with { Needs = needs }, Need = need };
        DocumentPath place = path.Key("repeat");
        if (document.Repeat?.Value is not { } repeat)
        {
            return procedure with { Written = procedure.Written with { Repeat = OrNone<RepeatDocument>.None } };
        }

        RepeatDocument written = repeat with { MaxSessions = repeat.MaxSessions ?? Defaults.MaxSessions };
        ResolvedRepetition repetition = new ResolvedRepetition.None();
        if (Choice.ExactlyOne(repeat, ["every", "decided_at"], place, context.Problems) == "every")
        {
            foreach (string key in Choice.Written(repeat).Where(key => key is "if" or "delay"))
            {
                context.Problems.Error(place.Key(key), $"'{key}' needs visits that decide. Write decided_at: with a schedule of visits, or remove '{key}'.");
            }

            repetition = new ResolvedRepetition.Every(repeat.Every!.Days);
            if (repeat.Every.Days.EarliestDays <= 0)
            {
                context.Problems.Error(place.Key("every"), $"The next session may come {repeat.Every} after the last, which is never later. Write a window that begins after 0d.");
            }
        }
        else if (context.Visits.Find(repeat.DecidedAt, place.Key("decided_at")) is { } visit)
        {
            Window delay = repeat.Delay ?? new Window(TimeWindow.Exactly(0), "0d");
            repetition = new ResolvedRepetition.OnDemand(visit, conditions.Resolve(repeat.If, place.Key("if")), delay.Days);
            written = written with { If = repeat.If ?? ConditionDocument.Always, Delay = delay };
        }

        return procedure with
        {
            Written = procedure.Written with { Repeat = new OrNone<RepeatDocument>(written) },
            Repetition = repetition,
            MaxSessions = written.MaxSessions ?? Defaults.MaxSessions,
        };
    }

    private ResolvedTreatment.Drug ResolveDrug(TreatmentDocument document, DocumentPath path, ResolvedTreatment.Drug drug)
    {
        OrNone<Duration> length = document.Length ?? OrNone<Duration>.None;
        ImmutableArray<(Hold Hold, HoldDocument Written)> holds =
        [
            .. (document.Hold?.Items ?? []).Select((hold, i) => hold is null ? null : ResolveHold(hold, drug, path.Key("hold")[i])).OfType<(Hold, HoldDocument)>(),
        ];
        foreach (IGrouping<int, Hold> twice in holds.Select(hold => hold.Hold).GroupBy(hold => hold.Procedure).Where(same => same.Count() > 1))
        {
            context.Problems.Error(path.Key("hold"), $"'{context.Treatments.All[twice.Key].Name}' has {twice.Count()} holds. Write one for each procedure.");
        }

        return drug with
        {
            Written = drug.Written with
            {
                Hold = new Listed<HoldDocument>([.. holds.Select(hold => hold.Written)]),
                Length = length,
                DoseMgPerDay = document.DoseMgPerDay ?? new Listed<double?>(ImmutableArray<double?>.Empty),
                ReduceIf = document.ReduceIf ?? OrNone<ConditionDocument>.None,
                InterruptIf = document.InterruptIf ?? OrNone<ConditionDocument>.None,
            },
            Dosing = DosingResolver.Resolve(document, path, conditions, context.Problems),
            Holds = [.. holds.Select(hold => hold.Hold)],
            LengthDays = length.Value?.Days ?? double.PositiveInfinity,
        };
    }

    private (Hold Hold, HoldDocument Written)? ResolveHold(HoldDocument document, ResolvedTreatment.Drug drug, DocumentPath path)
    {
        if (context.Treatments.Find(document.Before, path.Key("before")) is not { } procedure || document.By is not { } by)
        {
            return null;
        }

        if (!context.Anchors.IsProcedure(procedure))
        {
            context.Problems.Error(path.Key("before"), $"'{procedure.Name}' is a drug. Name a procedure.");
            return null;
        }

        Window? resume = document.Resume ?? (drug.After is EachSession each && each.Treatment == procedure.Index ? drug.Written.Start!.Within : null);
        if (resume is null)
        {
            context.Problems.Error(path, $"Nothing says when the drug is taken again after {procedure.Name}. Write resume: with the days allowed, such as 3d..7d.");
            return null;
        }

        return (new Hold(procedure.Index, by.Days, resume.Days), document with { Resume = resume });
    }
}
