using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Endpoints: which keys belong to which kind, and what they refer to.</summary>
internal sealed class EndpointResolver(ResolutionContext context, ResolvedTruth truth, Named<VisitDocument>? visitDocuments)
{
    private readonly FindingResolver _findings = new(context);
    private readonly VisitNumberResolver _visits = new(context, visitDocuments);

    /// <summary>The endpoint; null, with the reason reported, when what was written makes none.</summary>
    public ResolvedEndpoint? Resolve(string name, EndpointDocument document, DocumentPath path)
    {
        EndpointKind kind = document.Kind ?? Defaults.EndpointKind;
        RefuseOtherKeys(document, kind, path);
        return kind switch
        {
            EndpointKind.TimeToEvent => TimeToEvent(name, document, path),
            EndpointKind.Binary => Binary(name, document, path),
            EndpointKind.Count => Count(name, document, path),
            _ => Continuous(name, document, path),
        };
    }

    private static string[] KeysOf(EndpointKind kind) => kind switch
    {
        EndpointKind.TimeToEvent => ["events", "causes", "assessed_at", "since", "intercurrent_events"],
        EndpointKind.Binary => [.. FindingResolver.Keys, "at", "by", "better", "intercurrent_events"],
        EndpointKind.Count => ["sessions_of", "better"],
        EndpointKind.Continuous => ["dose_intensity_of", "marker", "at", "change", "better"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    private void RefuseOtherKeys(EndpointDocument document, EndpointKind kind, DocumentPath path)
    {
        string[] allowed = KeysOf(kind);
        foreach (string key in Choice.Written(document).Except(allowed).Except(["kind"]))
        {
            string unwritten = document.Kind is null ? ", which it is where no kind is written" : string.Empty;
            IEnumerable<string> others = Enum.GetValues<EndpointKind>().Where(other => KeysOf(other).Contains(key)).Select(other => Words.Of(other));
            context.Problems.Error(
                path.Key(key),
                $"'{key}' belongs to an endpoint of kind {string.Join(" or ", others)}, and this one is {Words.Of(kind)}{unwritten}. Remove it, or write the other kind; {Words.Of(kind)} takes {Advice.List(allowed)}.");
        }
    }

    private ResolvedEndpoint? TimeToEvent(string name, EndpointDocument document, DocumentPath path)
    {
        if (IsMissing(document.Events, "events", "the events that count, such as events: [progression, death]", path))
        {
            return null;
        }

        ImmutableArray<Reference> events = context.Events.FindAll(document.Events, path.Key("events"));
        ImmutableArray<Reference> assessedAt = document.AssessedAt is { } written
            ? context.Visits.FindAll(written.Value, path.Key("assessed_at"))
            : VisitsThatSee(events);
        Finding since = _findings.Since(document.Since, path.Key("since"));
        RefuseOwnOrigin(document, path);
        (Named<IntercurrentEventStrategy?> strategies, ImmutableArray<IntercurrentEvent> intercurrent) = Intercurrent(document, events, path.Key("intercurrent_events"));
        return new ResolvedEndpoint(
            name,
            new EndpointDocument
            {
                Kind = EndpointKind.TimeToEvent,
                Events = NamesOf(events),
                AssessedAt = assessedAt.IsEmpty ? OrNone<Listed<string>>.None : new OrNone<Listed<string>>(NamesOf(assessedAt)),
                Causes = document.Causes,
                Since = document.Since ?? new SinceDocument { Event = Names.Randomisation },
                IntercurrentEvents = strategies,
            },
            new TimeToEventEndpoint(name, [.. events.Select(one => one.Index)])
            {
                AssessedAt = [.. assessedAt.Select(visit => visit.Index)],
                Since = since,
                Causes = CausesOf(document.Causes, events, path),
                IntercurrentEvents = intercurrent,
            });
    }

    private void RefuseOwnOrigin(EndpointDocument document, DocumentPath path)
    {
        int place = (document.Events?.Items ?? []).IndexOf(document.Since?.Event);
        if (document.Since?.Event is { } origin && place >= 0)
        {
            context.Problems.Error(path.Key("events")[place], $"'{origin}' starts the clock, and events up to that day do not count, so it never would. Remove it here, or name another origin in since.");
        }
    }

    private ResolvedEndpoint? Binary(string name, EndpointDocument document, DocumentPath path)
    {
        (Named<IntercurrentEventStrategy?> strategies, ImmutableArray<IntercurrentEvent> intercurrent) =
            Intercurrent(document, context.Events.All.Where(one => document.Events?.Items.Contains(one.Name) == true).ToImmutableArray(), path.Key("intercurrent_events"));
        VisitNumber? visit = document.At is null ? null : AtVisit(document, path);
        if (_findings.OfBinary(document, visit, path) is not { } yes || (document.At is not null && visit is null))
        {
            return null;
        }

        BetterDirection better = document.Better ?? (yes is BestLevelFound or LevelFoundAt ? BetterDirection.Higher : BetterDirection.Lower);
        return new ResolvedEndpoint(
            name,
            document with { By = document.By ?? OrNone<Duration>.None, Better = better, IntercurrentEvents = strategies },
            new BinaryEndpoint(name, yes, document.By?.Value?.Days ?? double.PositiveInfinity, better) { IntercurrentEvents = intercurrent });
    }

    private VisitNumber? AtVisit(EndpointDocument document, DocumentPath path)
    {
        string state = document.Best?.Names.FirstOrDefault() ?? string.Empty;
        if (document.Best is null && !context.Problems.HasErrorIn(path.Key("best")))
        {
            context.Problems.Error(path.Key("at"), "A level is read at a visit, and no levels are named. Write best: with a state and its levels, or by: with a time, or remove it.");
        }

        if (document.By?.Value is not null)
        {
            context.Problems.Error(path.Key("by"), "'at' and 'by' both say when it counts. Remove one of the two.");
        }

        ImmutableArray<Reference> seenAt = truth.States.FirstOrDefault(known => known.Name == state)?.SeenAt ?? [];
        return _visits.Resolve(document.At!, seenAt, state, path.Key("at"));
    }

    private ResolvedEndpoint? Count(string name, EndpointDocument document, DocumentPath path)
    {
        if (IsMissing(document.SessionsOf, "sessions_of", "the procedure whose sessions are counted, such as sessions_of: tace", path)
            || context.Treatments.Find(document.SessionsOf, path.Key("sessions_of")) is not { } procedure)
        {
            return null;
        }

        if (!context.Anchors.IsProcedure(procedure))
        {
            context.Problems.Error(
                path.Key("sessions_of"), $"'{procedure.Name}' is a drug, which has no sessions. Name a procedure, or write kind: continuous and dose_intensity_of: {procedure.Name}.");
        }

        return Numeric(name, document, new SessionCount(procedure.Index), BetterDirection.Higher);
    }

    private ResolvedEndpoint? Continuous(string name, EndpointDocument document, DocumentPath path) =>
        Choice.ExactlyOne(document, ["dose_intensity_of", "marker"], path, context.Problems) switch
        {
            "dose_intensity_of" => Intensity(name, document, path),
            "marker" => Marker(name, document, path),
            _ => null,
        };

    private ResolvedEndpoint? Intensity(string name, EndpointDocument document, DocumentPath path)
    {
        foreach (string key in Choice.Written(document).Intersect(["at", "change"]))
        {
            context.Problems.Error(path.Key(key), $"'{key}' belongs to a marker. Remove it.");
        }

        if (context.Treatments.Find(document.DoseIntensityOf, path.Key("dose_intensity_of")) is not { } drug)
        {
            return null;
        }

        if (context.Anchors.IsProcedure(drug))
        {
            context.Problems.Error(
                path.Key("dose_intensity_of"), $"'{drug.Name}' is a procedure, which is done on a day and not taken. Name a drug, or write kind: count and sessions_of: {drug.Name}.");
        }

        return Numeric(name, document, new DoseIntensity(drug.Index, context.DosesOf(drug).FirstOrDefault()), BetterDirection.Higher);
    }

    private ResolvedEndpoint? Marker(string name, EndpointDocument document, DocumentPath path)
    {
        if (context.Markers.Find(document.Marker, path.Key("marker")) is not { } marker
            || IsMissing(document.At, "at", "the visit, such as at: {visit: imaging, number: 2}", path))
        {
            return null;
        }

        ImmutableArray<Reference> measuredAt = truth.Markers.FirstOrDefault(known => known.Name == marker.Name)?.MeasuredAt ?? [];
        MarkerChange change = document.Change ?? Defaults.MarkerChange;
        if (_visits.Resolve(document.At!, measuredAt, marker.Name, path.Key("at")) is not { } visit)
        {
            return null;
        }

        if (change != MarkerChange.None && visit.Number == 1 && measuredAt.Length == 1)
        {
            context.Problems.Error(path.Key("at").Key("number"), "A change counts from an earlier measurement, and at the first visit there is none. Write 2 or more, or change: none.");
        }

        return Numeric(name, document with { Change = change }, new MarkerValue(marker.Index, visit, change), BetterDirection.Lower);
    }

    private static ResolvedEndpoint Numeric(string name, EndpointDocument document, Quantity quantity, BetterDirection usual)
    {
        BetterDirection better = document.Better ?? usual;
        return new ResolvedEndpoint(name, document with { Better = better }, new NumericEndpoint(name, quantity, better));
    }

    private (Named<IntercurrentEventStrategy?> Written, ImmutableArray<IntercurrentEvent> Compiled) Intercurrent(
        EndpointDocument document, ImmutableArray<Reference> events, DocumentPath path)
    {
        ImmutableArray<IntercurrentEvent>.Builder compiled = ImmutableArray.CreateBuilder<IntercurrentEvent>();
        foreach ((string name, IntercurrentEventStrategy? strategy) in document.IntercurrentEvents?.Entries ?? [])
        {
            DocumentPath place = path.Key(name);
            if (events.Any(one => one.Name == name))
            {
                context.Problems.Error(place, $"'{name}' is an event of the endpoint itself, so it does not intervene. Remove it here, or from events.");
            }
            else if (_findings.Had(name, place) is { } occurrence && strategy is { } known)
            {
                compiled.Add(new IntercurrentEvent(occurrence, known));
            }
        }

        return (document.IntercurrentEvents ?? new Named<IntercurrentEventStrategy?>(ImmutableArray<KeyValuePair<string, IntercurrentEventStrategy?>>.Empty), compiled.ToImmutable());
    }

    /// <summary>The causes that count of each event that has causes.</summary>
    private ImmutableArray<CountedCause> CausesOf(Listed<string>? causes, ImmutableArray<Reference> events, DocumentPath path)
    {
        if (causes is null)
        {
            return [];
        }

        (Reference Event, ImmutableArray<string> Causes)[] known =
            [.. events.Select(one => (one, truth.Events.FirstOrDefault(other => other.Name == one.Name)?.Causes ?? [])).Where(pair => !pair.Item2.IsEmpty)];
        NameTable names = new("a cause of the events of this endpoint", "Causes", known.SelectMany(pair => pair.Causes).Distinct(), context.Problems);
        string[] counted = [.. names.FindAll(causes, path.Key("causes")).Select(cause => cause.Name)];
        foreach ((Reference one, ImmutableArray<string> own) in known)
        {
            if (!own.Any(counted.Contains) && !context.Problems.HasErrorIn(path.Key("causes")))
            {
                context.Problems.Error(path.Key("causes"), $"None of these is a cause of '{one.Name}', so it would never count. Name one of {Advice.List(own)}, or remove it from events.");
            }
        }

        return [.. known.SelectMany(pair => pair.Causes.Where(counted.Contains).Select(cause => new CountedCause(pair.Event.Index, pair.Causes.IndexOf(cause))))];
    }

    private ImmutableArray<Reference> VisitsThatSee(ImmutableArray<Reference> events) =>
        [.. events.SelectMany(one => truth.Events.Where(known => known.Name == one.Name)).SelectMany(known => known.SeenAt).Distinct()];

    private bool IsMissing(object? value, string key, string advice, DocumentPath path)
    {
        if (value is null && !context.Problems.HasErrorIn(path))
        {
            context.Problems.Error(path, $"The key '{key}' is missing. Write {advice}.");
        }

        return value is null;
    }

    private static Listed<string> NamesOf(ImmutableArray<Reference> references) => new([.. references.Select(reference => reference.Name)]);
}
