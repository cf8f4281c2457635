using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Compilation;

/// <summary>The truth in days, indices and masks.</summary>
internal sealed class TruthCompiler
{
    private static readonly DocumentPath Path = DocumentPath.Root.Key("truth");

    private readonly ResolvedTruth _truth;
    private readonly ProblemList _problems;
    private readonly StateBitTable _bits = new();
    private readonly ConditionCompiler _conditions;
    private readonly HazardCompiler _hazards;

    private TruthCompiler(ResolvedTruth truth, ProblemList problems)
    {
        _truth = truth;
        _problems = problems;
        _conditions = new ConditionCompiler(_bits, problems);
        _hazards = new HazardCompiler(_bits, _conditions, problems);
    }

    /// <summary>The compiled truth; of no use when something was reported.</summary>
    public static TrialTruth Compile(ResolvedTruth truth, ProblemList problems) => new TruthCompiler(truth, problems).Compile();

    private TrialTruth Compile()
    {
        ImmutableArray<ClinicalEvent> events = [.. _truth.Events.Select(CompileEvent)];
        ImmutableArray<HazardChoice> loss = _hazards.Compile(_truth.Loss.Hazard, Path.Key("loss_to_follow_up"));
        ImmutableArray<InformativeLoss> informative = [.. _truth.Loss.Informative.Select(CompileInformative)];
        ImmutableArray<Effect> effects = [.. _truth.Effects.SelectMany((effect, i) => CompileEffect(effect, i))];
        ImmutableArray<ClinicalState> states = [.. _truth.States.Select(CompileState)];
        ImmutableArray<Marker> markers = [.. _truth.Markers.Select(CompileMarker)];
        ReportCollisions();
        if (_bits.Count > Limits.StateBits)
        {
            _problems.Error(
                Path,
                $"Hazards and effects ask for {_bits.Count} facts about a patient (arms, levels, thresholds, events, states, times). Write at most {Limits.StateBits}: fewer levels, thresholds or times.");
        }

        return new TrialTruth(
            _truth.Accrual.Compiled,
            [.. _truth.Covariates.Select(covariate => new Covariate(covariate.Name, NamedPurpose.Of("covariate", covariate.Name), covariate.Distribution))],
            events,
            _bits.Bits,
            effects,
            [.. _truth.Effects.OfType<ResolvedEffect.Slope>().SelectMany(CompileSlope)],
            loss.All(choice => choice.Hazard is NoHazard) ? [] : loss)
        { Sites = _truth.Sites.Compiled, InformativeLosses = informative, Conduct = _truth.Conduct, States = states, Markers = markers, Frailties = [.. _truth.Frailties.Select(CompileFrailty)] };
    }

    private static IEnumerable<CovariateSlope> CompileSlope(ResolvedEffect.Slope slope) =>
        slope.On.Select(on => new CovariateSlope(on.Index, slope.Covariate.Index, slope.From, Math.Log(slope.HazardRatio) / slope.Increase));

    private ClinicalEvent CompileEvent(ResolvedEvent one)
    {
        DocumentPath path = Path.Key("events").Key(one.Name);
        return new ClinicalEvent(
            one.Name,
            NamedPurpose.Of("event", one.Name),
            one.Ending,
            one.Since.Index,
            _hazards.Compile(one.Hazard, path.Key("hazard")),
            one.WaitsForEvent ? _hazards.Compile(one.Before, path.Key("before")) : [])
        {
            SeenAt = [.. one.SeenAt.Select(visit => visit.Index)],
            Chances =
            [
                .. one.Chances.GroupBy(chance => chance.At).Select(same => new EventChance(
                    same.Key,
                    [.. same.SelectMany(chance => CompileRule(
                        new ResolvedCondition.All([chance.If, one.OnlyWhile]), path.Key("chances")[chance.Place], terms => new ChanceRule(terms, chance.Probability)))])),
            ],
            When = one.When == ConditionResolver.Never ? [] : CompileWhen(new ResolvedCondition.All([one.When, one.OnlyWhile]), path.Key("when")),
            Reading = one.Reading,
            Recurrence = one.Recurrence,
            OccurrencePurpose = NamedPurpose.Of("occurrence", one.Name),
            Grades = one.Grades,
            GradeProbabilities = one.GradeProbabilities,
            Lasts = one.Lasts,
            Causes = one.Causes,
            CauseProbabilities = one.CauseProbabilities,
            Term = one.Written.Term ?? one.Name,
            RelatedTo = one.RelatedTo,
            OnlyWhile = CompileOnlyWhile(one.OnlyWhile, path.Key("only_while")),
        };
    }

    private ImmutableArray<StateMask> CompileWhen(ResolvedCondition condition, DocumentPath path)
    {
        ImmutableArray<StateMask> terms = _conditions.Compile(condition, path);
        if (terms.IsEmpty)
        {
            _problems.Warning(path, "This can never hold, so it never brings the event about.");
        }

        return terms;
    }

    private ImmutableArray<StateMask> CompileOnlyWhile(ResolvedCondition condition, DocumentPath path)
    {
        ImmutableArray<StateMask> terms = _conditions.Compile(condition, path);
        if (terms.IsEmpty)
        {
            _problems.Warning(path, "This can never hold, so the event never happens.");
        }

        return terms;
    }

    // Nothing for a rule that can never hold.
    private IEnumerable<TRule> CompileRule<TRule>(ResolvedCondition condition, DocumentPath path, Func<ImmutableArray<StateMask>, TRule> rule)
    {
        ImmutableArray<StateMask> terms = _conditions.Compile(condition, path.Key("if"));
        if (terms.IsEmpty)
        {
            _problems.Warning(path.Key("if"), "This can never hold, so the rule is never used.");
            return [];
        }

        return [rule(terms)];
    }

    // Its draws are by its place: two losses before the same event are two draws.
    private InformativeLoss CompileInformative(ResolvedInformativeLoss loss, int place) => new(
        NamedPurpose.Of("informative_loss", PlaceName(place)),
        loss.Before.Index,
        _conditions.Compile(loss.If, Path.Key("loss_to_follow_up").Key("informative")[place].Key("if")),
        loss.Probability,
        loss.Within);

    // Its draw is by its place: two frailties on the same events are two draws.
    private static Frailty CompileFrailty(ResolvedFrailty frailty, int place)
    {
        uint purpose = NamedPurpose.Of("frailty", PlaceName(place));
        ImmutableArray<int> on = [.. frailty.On.Select(one => one.Index)];
        return frailty.Written.Distribution == FrailtyDistribution.Gamma
            ? Frailty.Gamma(purpose, frailty.Written.Variance!.Value, on)
            : Frailty.LogNormal(purpose, frailty.Written.Variance!.Value, on);
    }

    private static string PlaceName(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);

    private ClinicalState CompileState(ResolvedState state) => new(
        state.Name,
        NamedPurpose.Of("state", state.Name),
        state.Levels,
        state.Starts.Probabilities,
        [.. state.SeenAt.Select(visit => visit.Index)],
        [
            .. state.Changes.GroupBy(change => change.At).Select(same => new StateChange(
                same.Key,
                NamedPurpose.Of("state", ChangeNameOf(state, same.First())),
                [.. same.SelectMany(change => CompileRule(
                    change.If, Path.Key("states").Key(state.Name).Key("changes")[change.Place], terms => new LevelRule(terms, change.Becomes.Probabilities, change.Becomes.Next)))])),
        ]);

    private Marker CompileMarker(ResolvedMarker marker) => new(
        marker.Name,
        NamedPurpose.Of("marker", marker.Name),
        marker.Written.Unit?.Value ?? string.Empty,
        marker.Written.Distribution ?? Defaults.MarkerDistribution,
        marker.Written.Correlation ?? 0.0,
        [.. marker.MeasuredAt.Select(visit => new MarkerVisit(visit.Index, NamedPurpose.Of("marker", $"{marker.Name} at {visit.Name}")))],
        [
            .. marker.Profiles.SelectMany(profile => CompileRule(
                profile.If, Path.Key("markers").Key(marker.Name).Key("profiles")[profile.Place], terms => new MarkerProfile(terms, profile.Since, profile.Points))),
        ]);

    // An occasion has draws of its own, so that more of one do not shift those of another.
    private static string ChangeNameOf(ResolvedState state, ResolvedChange change) => $"{state.Name} at {change.AtText}";

    private IEnumerable<Effect> CompileEffect(ResolvedEffect effect, int place)
    {
        DocumentPath path = Path.Key("effects")[place];
        if (effect is not ResolvedEffect.Conditional conditional)
        {
            return [];
        }

        ImmutableArray<StateMask> terms = _conditions.Compile(conditional.While, path.Key("while"));
        if (terms.IsEmpty)
        {
            _problems.Warning(path.Key("while"), "No patient ever meets this condition, so the effect does nothing.");
            return [];
        }

        // Its draw is by its place, so that another effect after it leaves it its luck; all events that it is on share it.
        Effect full = new(0, terms, Math.Log(conditional.HazardRatio))
        {
            Draw = conditional.LogDeviation > 0.0 ? place : Effect.NotDrawn,
            LogHazardRatioPerDeviation = conditional.LogDeviation,
        };
        return conditional.On.SelectMany(on => CompileDoses(full with { Event = on.Index }, conditional, path.Key("while")).Prepend(full with { Event = on.Index }));
    }

    // At each lower dose the difference to the dose above it is added: together they give log × (dose / full)^exponent.
    private IEnumerable<Effect> CompileDoses(Effect full, ResolvedEffect.Conditional effect, DocumentPath path)
    {
        for (int level = 1; level < (effect.Dose?.MgPerDay.Length ?? 0); level++)
        {
            double ShareAt(int dose) => Math.Pow(effect.Dose!.MgPerDay[dose] / effect.Dose.MgPerDay[0], effect.Dose.Exponent);
            ResolvedCondition.All reduced = new([effect.While, new ResolvedCondition.ReducedTo(effect.Dose!.Treatment, level)]);
            double share = ShareAt(level) - ShareAt(level - 1);
            yield return full with
            {
                While = _conditions.Compile(reduced, path),
                LogHazardRatio = full.LogHazardRatio * share,
                LogHazardRatioPerDeviation = full.LogHazardRatioPerDeviation * share,
            };
        }
    }

    // Two names with one key would share their draws.
    private void ReportCollisions()
    {
        Dictionary<uint, string> seen = [];
        IEnumerable<(DocumentPath Place, string Kind, string Name)> named = _truth.Covariates.Select(covariate => (Path.Key("covariates").Key(covariate.Name), "covariate", covariate.Name))
            .Concat(_truth.Events.Select(one => (Path.Key("events").Key(one.Name), "event", one.Name)))
            .Concat(_truth.Events.Select(one => (Path.Key("events").Key(one.Name), "occurrence", one.Name)))
            .Concat(_truth.Frailties.Select((_, place) => (Path.Key("frailty")[place], "frailty", PlaceName(place))))
            .Concat(_truth.Loss.Informative.Select((_, place) => (Path.Key("loss_to_follow_up").Key("informative")[place], "informative_loss", PlaceName(place))))
            .Concat(_truth.States.SelectMany(state => state.Changes.Select(change => ChangeNameOf(state, change)).Distinct().Prepend(state.Name)
                .Select(name => (Path.Key("states").Key(state.Name), "state", name))))
            .Concat(_truth.Markers.SelectMany(marker => marker.MeasuredAt.Select(visit => $"{marker.Name} at {visit.Name}").Prepend(marker.Name)
                .Select(name => (Path.Key("markers").Key(marker.Name), "marker", name))));
        foreach ((DocumentPath place, string kind, string name) in named)
        {
            uint purpose = NamedPurpose.Of(kind, name);
            if (!seen.TryAdd(purpose, $"{kind} '{name}'"))
            {
                _problems.Error(
                    place,
                    $"By chance {kind} '{name}' has the same key for random draws as {seen[purpose]}. Give one of them another name.");
            }
        }
    }
}
