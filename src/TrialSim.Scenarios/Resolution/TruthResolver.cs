using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What nature and the sites do.</summary>
internal static class TruthResolver
{
    /// <summary>The truth, as far as it could be understood: whole when nothing was reported.</summary>
    public static ResolvedTruth Resolve(TruthDocument? document, int? patients, ResolutionContext context)
    {
        DocumentPath path = DocumentPath.Root.Key("truth");
        ImmutableArray<ResolvedCovariate?> covariates = ResolveCovariates(document?.Covariates, path.Key("covariates"), context.Problems);
        context.Distributions = [.. covariates.Select(covariate => covariate?.Distribution)];
        ImmutableArray<bool> isFatal = EventResolver.Fatality(document?.Events);
        ConditionResolver conditions = new(context, isFatal);
        OccasionResolver occasions = new(context);
        ImmutableArray<ResolvedEvent?> events =
            document?.Events is null ? [] : new EventResolver(context, conditions, occasions).Resolve(document.Events, path.Key("events"));
        ResolvedSites sites = SitesResolver.Resolve(document?.Sites, path.Key("sites"), context.Problems);
        ResolvedAccrual? accrual =
            document?.Accrual is null ? null : AccrualResolver.Resolve(document.Accrual, patients, sites.Compiled, path.Key("accrual"), context.Problems);
        ImmutableArray<ResolvedState> states = ResolveStates(document?.States, new StateResolver(context, conditions, occasions), path.Key("states"), context);
        if (events.All(one => one is not null) && states.Length == context.States.All.Length)
        {
            new EventCircleCheck([.. events.OfType<ResolvedEvent>()], states, context).Report(path.Key("events"));
        }

        return new ResolvedTruth(
            accrual ?? new ResolvedAccrual(new AccrualDocument(), new Accrual(AccrualPattern.Uniform, new PiecewiseExponentialHazard([0.0], [1.0]))),
            [.. covariates.OfType<ResolvedCovariate>()],
            ReadingResolver.Resolve(document?.ReadingErrors, [.. events.OfType<ResolvedEvent>()], path.Key("reading_errors"), context),
            ResolveEffects(document?.Effects, new EffectResolver(context, conditions), path.Key("effects")),
            ConductResolver.Resolve(document, path, context),
            LossResolver.Resolve(document?.LossToFollowUp, path.Key("loss_to_follow_up"), context, conditions))
        {
            Sites = sites,
            Source = document?.Source,
            Markers = ResolveMarkers(document?.Markers, new MarkerResolver(context, conditions), path.Key("markers")),
            States = states,
            Frailties = FrailtyResolver.Resolve(document?.Frailty, events, path.Key("frailty"), context),
        };
    }

    private static ImmutableArray<ResolvedMarker> ResolveMarkers(Named<MarkerDocument>? markers, MarkerResolver resolver, DocumentPath path) =>
    [
        .. (markers?.Entries ?? [])
            .Select(entry => entry.Value is null ? null : resolver.Resolve(entry.Key, entry.Value, path.Key(entry.Key)))
            .OfType<ResolvedMarker>(),
    ];

    private static ImmutableArray<ResolvedState> ResolveStates(Named<StateDocument>? states, StateResolver resolver, DocumentPath path, ResolutionContext context) =>
    [
        .. (states?.Entries ?? [])
            .Select((entry, i) => entry.Value is null ? null : resolver.Resolve(context.States.All[i], entry.Value, path.Key(entry.Key)))
            .OfType<ResolvedState>(),
    ];

    private static ImmutableArray<ResolvedCovariate?> ResolveCovariates(Named<CovariateDocument>? covariates, DocumentPath path, ProblemList problems) =>
    [
        .. (covariates?.Entries ?? []).Select(
            entry => entry.Value is null ? null : CovariateResolver.Resolve(entry.Key, entry.Value, path.Key(entry.Key), problems)),
    ];

    private static ImmutableArray<ResolvedEffect> ResolveEffects(Listed<EffectDocument>? effects, EffectResolver resolver, DocumentPath path) =>
    [
        .. (effects?.Items ?? [])
            .Select((effect, i) => effect is null ? null : resolver.Resolve(effect, path[i]))
            .OfType<ResolvedEffect>(),
    ];
}
