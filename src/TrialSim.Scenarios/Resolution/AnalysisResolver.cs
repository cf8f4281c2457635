using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Analyses: which keys belong to which method, and what they refer to.</summary>
internal sealed class AnalysisResolver(ResolutionContext context, ImmutableArray<ArmRole> roles, Named<EndpointDocument>? endpoints)
{
    private readonly ComparisonResolver _comparisons = new(context, roles);
    private readonly GroupsResolver _groups = new(context);
    private readonly SingleArmResolver _arms = new(context);

    /// <summary>The analysis; null, with the reason reported, when what was written makes none.</summary>
    public ResolvedAnalysis? Resolve(string name, AnalysisDocument document, DocumentPath path)
    {
        Reference? endpoint = context.Endpoints.Find(document.Endpoint, path.Key("endpoint"));
        ImmutableArray<Reference> looks = document.At is null ? context.Looks.All : context.Looks.FindAll(document.At, path.Key("at"));
        if (document.Method is not { } method)
        {
            return null;
        }

        RefuseOtherKind(endpoint, method, path);
        RefuseOtherKeys(document, method, path);
        ResolvedMethod? resolved = method is AnalysisMethod.PosteriorProbability or AnalysisMethod.PredictiveProbability
            ? new BayesianResolver(context, _comparisons, _arms).Resolve(document, method, KindOf(endpoint), path)
            : ResolveMethod(document, method, path);
        return resolved is null
            ? null
            : new ResolvedAnalysis(name, endpoint ?? default, looks, resolved) { FollowedFor = document.FollowedFor ?? Duration.Zero };
    }

    private static string[] KeysOf(AnalysisMethod method, bool isOfGroups) => method switch
    {
        AnalysisMethod.LogRank when isOfGroups => ["groups", "arms", "weight"],
        AnalysisMethod.Cox when isOfGroups => ["groups", "arms", "confidence"],
        AnalysisMethod.KaplanMeierMedian when isOfGroups => ["groups", "arms", "confidence", "interval"],
        AnalysisMethod.LogRank => ["compare", "strata", "weight", "margin"],
        AnalysisMethod.MaxCombo => ["compare", "strata", "weights"],
        AnalysisMethod.GlobalLogRank => ["strata", "weight"],
        AnalysisMethod.LogRankTrend => ["scores", "strata", "weight"],
        AnalysisMethod.Cox => ["compare", "strata", "confidence", "margin"],
        AnalysisMethod.KaplanMeierMedian or AnalysisMethod.MedianFollowUp => ["arms", "confidence", "interval"],
        AnalysisMethod.Milestone => ["time", "compare", "test", "arms", "confidence", "interval"],
        AnalysisMethod.Rmst => ["horizon", "compare", "contrast", "variance", "arms", "confidence"],
        AnalysisMethod.CumulativeIncidence => ["time", "arms", "confidence", "interval"],
        AnalysisMethod.Proportion => ["arms", "confidence", "interval"],
        AnalysisMethod.ChiSquare => ["compare", "correction", "confidence", "margin"],
        AnalysisMethod.Fisher => ["compare", "confidence"],
        AnalysisMethod.Mean => ["arms", "confidence"],
        AnalysisMethod.TTest => ["compare", "variances", "confidence", "margin"],
        AnalysisMethod.ExactBinomial => ["arm", "null_probability", "confidence", "interval"],
        AnalysisMethod.OneSampleLogRank => ["arm", "null_hazard", "confidence"],
        AnalysisMethod.PosteriorProbability => ["arm", "compare", "prior", "control_prior", "exceeds", "hazard_ratio_below", "threshold"],
        AnalysisMethod.PredictiveProbability => ["arm", "compare", "prior", "control_prior", "exceeds", "hazard_ratio_below", "patients_per_arm", "final_events", "final_threshold", "threshold"],
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method."),
    };

    private static bool IsFor(AnalysisMethod method, EndpointKind kind) => kind switch
    {
        EndpointKind.TimeToEvent => method is AnalysisMethod.PosteriorProbability or AnalysisMethod.PredictiveProbability || !(IsFor(method, EndpointKind.Binary) || IsFor(method, EndpointKind.Count)),
        EndpointKind.Binary => method is AnalysisMethod.Proportion or AnalysisMethod.ChiSquare or AnalysisMethod.Fisher or AnalysisMethod.ExactBinomial
            or AnalysisMethod.PosteriorProbability or AnalysisMethod.PredictiveProbability,
        _ => method is AnalysisMethod.Mean or AnalysisMethod.TTest,
    };

    private EndpointKind KindOf(Reference? endpoint) =>
        endpoint is { } found && endpoints!.Entries[found.Index].Value?.Kind is { } kind ? kind : Defaults.EndpointKind;

    private void RefuseOtherKind(Reference? endpoint, AnalysisMethod method, DocumentPath path)
    {
        if (endpoint is not { } found || endpoints!.Entries[found.Index].Value is null)
        {
            return;
        }

        EndpointKind kind = KindOf(endpoint);
        if (!IsFor(method, kind))
        {
            IEnumerable<string> fitting = Enum.GetValues<AnalysisMethod>().Where(other => IsFor(other, kind)).Select(Words.Of);
            context.Problems.Error(path.Key("method"), $"'{found.Name}' is a {Words.Of(kind)} endpoint, which {Words.Of(method)} cannot analyse. Write {Advice.OneOf([.. fitting])}.");
        }
    }

    private void RefuseOtherKeys(AnalysisDocument document, AnalysisMethod method, DocumentPath path)
    {
        bool isOfGroups = document.Groups is not null;
        string[] allowed = KeysOf(method, isOfGroups);
        string what = Words.Of(method) + (isOfGroups && allowed.Contains("groups") ? " with groups" : string.Empty);
        foreach (string key in Choice.Written(document).Except(allowed).Except(["endpoint", "method", "at", "followed_for"]))
        {
            context.Problems.Error(path.Key(key), $"'{key}' has no meaning for {what}. Remove it; {what} takes {Advice.List(allowed)}.");
        }
    }

    private ResolvedMethod? ResolveMethod(AnalysisDocument document, AnalysisMethod method, DocumentPath path) => method switch
    {
        AnalysisMethod.LogRank or AnalysisMethod.Cox or AnalysisMethod.KaplanMeierMedian when document.Groups is not null => OfGroups(document, method, path),
        AnalysisMethod.CumulativeIncidence => CumulativeIncidence(document, path),
        AnalysisMethod.Proportion => new ResolvedMethod.Proportion(ArmsOf(document, path), ConfidenceOf(document), ProportionIntervalOf(document, Defaults.ProportionInterval, path)),
        AnalysisMethod.ExactBinomial => _arms.ExactBinomial(document, ProportionIntervalOf(document, Defaults.ExactInterval, path), path),
        AnalysisMethod.OneSampleLogRank => _arms.LogRank(document, path),
        AnalysisMethod.Mean => new ResolvedMethod.Mean(ArmsOf(document, path), ConfidenceOf(document)),
        AnalysisMethod.KaplanMeierMedian => new ResolvedMethod.Median(ArmsOf(document, path), ConfidenceOf(document), IntervalOf(document, path)),
        AnalysisMethod.MedianFollowUp => new ResolvedMethod.FollowUp(ArmsOf(document, path), ConfidenceOf(document), IntervalOf(document, path)),
        AnalysisMethod.Milestone => Milestone(document, path),
        AnalysisMethod.Rmst => RestrictedMean(document, path),
        AnalysisMethod.GlobalLogRank => new ResolvedMethod.GlobalLogRank(WeightOf(document, path), StrataOf(document, path)),
        AnalysisMethod.LogRankTrend => Trend(document, path),
        _ => Comparison(document, method, path),
    };

    private ResolvedMethod? Comparison(AnalysisDocument document, AnalysisMethod method, DocumentPath path)
    {
        ImmutableArray<Reference> strata = StrataOf(document, path);
        ResolvedWeight weight = WeightOf(document, path);
        ImmutableArray<double> margin = MarginResolver.Resolve(document, method, path, context.Problems);
        ImmutableArray<ResolvedWeight> weights = WeightResolver.ResolveAll(document.Weights, path.Key("weights"), context.Problems);
        foreach (Pair pair in _comparisons.Required(document.Compare, method, path))
        {
            return method switch
            {
                AnalysisMethod.LogRank => new ResolvedMethod.LogRank(weight, pair, strata) { Margin = margin },
                AnalysisMethod.MaxCombo => new ResolvedMethod.MaxCombo(weights, pair, strata),
                AnalysisMethod.ChiSquare => new ResolvedMethod.ChiSquare(pair, document.Correction ?? Defaults.Correction, ConfidenceOf(document)) { Margin = margin },
                AnalysisMethod.Fisher => new ResolvedMethod.Fisher(pair, ConfidenceOf(document)),
                AnalysisMethod.TTest => new ResolvedMethod.TTest(pair, document.Variances ?? Defaults.Variances, ConfidenceOf(document)) { Margin = margin },
                _ => new ResolvedMethod.Cox(pair, strata, ConfidenceOf(document)) { Margin = margin },
            };
        }

        return null;
    }

    private ResolvedMethod? OfGroups(AnalysisDocument document, AnalysisMethod method, DocumentPath path)
    {
        ImmutableArray<Reference> arms = ArmsOf(document, path);
        ResolvedWeight weight = WeightOf(document, path);
        IntervalTransform interval = IntervalOf(document, path);
        return _groups.Resolve(document.Groups!, arms, path.Key("groups")) is not { } groups ? null
            : method switch
            {
                AnalysisMethod.LogRank => new ResolvedMethod.GroupLogRank(groups, arms, weight),
                AnalysisMethod.Cox => new ResolvedMethod.GroupCox(groups, arms, ConfidenceOf(document)),
                _ => new ResolvedMethod.GroupMedian(groups, arms, ConfidenceOf(document), interval),
            };
    }

    private ResolvedMethod.CumulativeIncidence? CumulativeIncidence(AnalysisDocument document, DocumentPath path)
    {
        ImmutableArray<Reference> arms = ArmsOf(document, path);
        IntervalTransform interval = IntervalOf(document, path);
        return context.IsMissing(document.Time, "time", "the time by which events count, such as time: 12mo", path)
            ? null
            : new ResolvedMethod.CumulativeIncidence(document.Time!, arms, ConfidenceOf(document), interval);
    }

    private ResolvedMethod.Milestone? Milestone(AnalysisDocument document, DocumentPath path)
    {
        ImmutableArray<Pair> compare = _comparisons.Optional(document.Compare, path);
        RequireComparison(document.Compare, document.Test is not null, path.Key("test"));
        ImmutableArray<Reference> arms = ArmsOf(document, path);
        return context.IsMissing(document.Time, "time", "the time at which survival is read off, such as time: 12mo", path)
            ? null
            : new ResolvedMethod.Milestone(
                document.Time!, document.Test ?? Defaults.MilestoneTest, arms, compare, ConfidenceOf(document), IntervalOf(document, path));
    }

    private ResolvedMethod.RestrictedMean? RestrictedMean(AnalysisDocument document, DocumentPath path)
    {
        ImmutableArray<Pair> compare = _comparisons.Optional(document.Compare, path);
        RequireComparison(document.Compare, document.Contrast is not null, path.Key("contrast"));
        ImmutableArray<Reference> arms = ArmsOf(document, path);
        return context.IsMissing(document.Horizon, "horizon", "the time up to which survival is averaged, such as horizon: 24mo", path)
            ? null
            : new ResolvedMethod.RestrictedMean(
                document.Horizon!,
                document.Contrast ?? Defaults.Contrast,
                document.Variance ?? Defaults.Variance,
                arms,
                compare,
                ConfidenceOf(document));
    }

    private ResolvedMethod.Trend? Trend(AnalysisDocument document, DocumentPath path)
    {
        const string Example = "a number for each arm, such as its dose";
        DocumentPath place = path.Key("scores");
        ResolvedWeight weight = WeightOf(document, path);
        ImmutableArray<Reference> strata = StrataOf(document, path);
        if (context.IsMissing(document.Scores, "scores", $"scores: with {Example}", path))
        {
            return null;
        }

        ImmutableArray<double> scores =
        [
            .. context.Arms.MatchAll([.. document.Scores!.Names], place, $"Write {Example}.").Select(index => document.Scores.Entries[index].Value ?? 0.0),
        ];
        if (!scores.IsEmpty && !context.Problems.HasErrorIn(place) && scores.Distinct().Count() == 1)
        {
            context.Problems.Error(place, "All arms have the same score, so there is no trend. Write different numbers.");
        }

        return new ResolvedMethod.Trend(scores, weight, strata);
    }

    private void RequireComparison(OrNone<Listed<string>>? compare, bool isNeeded, DocumentPath path)
    {
        if (isNeeded && compare?.Value is null && !context.Problems.HasErrorIn(path))
        {
            context.Problems.Error(path, "This says how two arms are tested, and none are compared. Write compare: [experimental arm, control arm], or remove it.");
        }
    }

    private ImmutableArray<Reference> ArmsOf(AnalysisDocument document, DocumentPath path) =>
        document.Arms is null ? context.Arms.All : context.Arms.FindAll(document.Arms, path.Key("arms"));

    private ImmutableArray<Reference> StrataOf(AnalysisDocument document, DocumentPath path) =>
        StrataResolver.Resolve(document.Strata, path.Key("strata"), context);

    private ResolvedWeight WeightOf(AnalysisDocument document, DocumentPath path) =>
        WeightResolver.Resolve(document.Weight, path.Key("weight"), context.Problems);

    private static double ConfidenceOf(AnalysisDocument document) => document.Confidence ?? Defaults.Confidence;

    private IntervalTransform IntervalOf(AnalysisDocument document, DocumentPath path)
    {
        if (document.Interval is AnalysisInterval.Wilson or AnalysisInterval.ClopperPearson)
        {
            context.Problems.Error(
                path.Key("interval"),
                $"'{Words.Of(document.Interval.Value)}' is an interval of a proportion. Write {Advice.OneOf(Words.AllOf(typeof(IntervalTransform)))}.");
            return Defaults.Interval;
        }

        return document.Interval is { } written ? Enum.Parse<IntervalTransform>(written.ToString()) : Defaults.Interval;
    }

    private ProportionInterval ProportionIntervalOf(AnalysisDocument document, ProportionInterval otherwise, DocumentPath path)
    {
        if (document.Interval is not (null or AnalysisInterval.Wilson or AnalysisInterval.ClopperPearson))
        {
            context.Problems.Error(
                path.Key("interval"),
                $"'{Words.Of(document.Interval.Value)}' is a scale of the interval of a curve. Write {Advice.OneOf(Words.AllOf(typeof(ProportionInterval)))}.");
        }

        return document.Interval switch
        {
            AnalysisInterval.ClopperPearson => ProportionInterval.ClopperPearson,
            AnalysisInterval.Wilson => ProportionInterval.Wilson,
            _ => otherwise,
        };
    }
}
