using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Analyses: which keys belong to which method, and what they refer to.</summary>
internal sealed class AnalysisResolver(ResolutionContext context, ImmutableArray<ArmRole> roles)
{
    private const string Pairs = "[experimental arm, control arm]";

    /// <summary>The analysis; null, with the reason reported, when what was written makes none.</summary>
    public ResolvedAnalysis? Resolve(string name, AnalysisDocument document, DocumentPath path)
    {
        Reference? endpoint = context.Endpoints.Find(document.Endpoint, path.Key("endpoint"));
        ImmutableArray<Reference> looks = document.At is null ? context.Looks.All : context.Looks.FindAll(document.At, path.Key("at"));
        if (document.Method is not { } method)
        {
            return null;
        }

        RefuseOtherKeys(document, method, path);
        ResolvedMethod? resolved = ResolveMethod(document, method, path);
        return resolved is null ? null : new ResolvedAnalysis(name, endpoint ?? default, looks, resolved);
    }

    private void RefuseOtherKeys(AnalysisDocument document, AnalysisMethod method, DocumentPath path)
    {
        string[] allowed = method switch
        {
            AnalysisMethod.LogRank => ["compare", "strata"],
            AnalysisMethod.Cox => ["compare", "strata", "confidence"],
            AnalysisMethod.KaplanMeierMedian => ["arms", "confidence", "interval"],
            _ => ["time", "compare", "arms", "confidence", "interval"],
        };
        foreach (string key in Choice.Written(document).Except(allowed).Except(["endpoint", "method", "at"]))
        {
            context.Problems.Error(path.Key(key), $"'{key}' has no meaning for {Words.Of(method)}. Remove it; {Words.Of(method)} takes {Advice.List(allowed)}.");
        }
    }

    private ResolvedMethod? ResolveMethod(AnalysisDocument document, AnalysisMethod method, DocumentPath path)
    {
        double confidence = document.Confidence ?? Defaults.Confidence;
        IntervalTransform interval = document.Interval ?? Defaults.Interval;
        ImmutableArray<Reference> arms = document.Arms is null ? context.Arms.All : context.Arms.FindAll(document.Arms, path.Key("arms"));
        if (method == AnalysisMethod.KaplanMeierMedian)
        {
            return new ResolvedMethod.Median(arms, confidence, interval);
        }

        if (method == AnalysisMethod.Milestone)
        {
            ImmutableArray<Pair> compare = document.Compare?.Value is null ? [] : ResolvePair(document.Compare.Value, path.Key("compare"));
            if (document.Time is null && !context.Problems.HasErrorIn(path.Key("time")))
            {
                context.Problems.Error(path, "The key 'time' is missing. Write the time at which survival is read off, such as time: 12mo.");
            }

            return document.Time is null ? null : new ResolvedMethod.Milestone(document.Time, arms, compare, confidence, interval);
        }

        ImmutableArray<Reference> strata = StrataResolver.Resolve(document.Strata, path.Key("strata"), context);
        foreach (Pair pair in RequiredPair(document.Compare, method, path))
        {
            return method == AnalysisMethod.LogRank ? new ResolvedMethod.LogRank(pair, strata) : new ResolvedMethod.Cox(pair, strata, confidence);
        }

        return null;
    }

    private ImmutableArray<Pair> RequiredPair(OrNone<Listed<string>>? written, AnalysisMethod method, DocumentPath path)
    {
        DocumentPath place = path.Key("compare");
        if (written is not null)
        {
            if (written.Value is null)
            {
                context.Problems.Error(place, $"A {Words.Of(method)} analysis compares two arms. Write {Pairs}.");
                return [];
            }

            return ResolvePair(written.Value, place);
        }

        ImmutableArray<Reference> all = context.Arms.All;
        ImmutableArray<Reference> controls = [.. all.Where(arm => roles[arm.Index] == ArmRole.Control)];
        if (all.Length == 2 && controls.Length == 1)
        {
            return [new Pair(all[1 - controls[0].Index], controls[0])];
        }

        if (!all.IsEmpty && !context.Problems.HasErrorIn(place))
        {
            context.Problems.Error(path, $"The key 'compare' is missing; only of two arms one of which is the control is it known. Write compare: {Pairs}.");
        }

        return [];
    }

    private ImmutableArray<Pair> ResolvePair(Listed<string> written, DocumentPath path)
    {
        if (written.Items is [string same, string other] && same == other)
        {
            context.Problems.Error(path, $"'{same}' is compared with itself. Write two different arms: {Pairs}.");
            return [];
        }

        ImmutableArray<Reference> arms = context.Arms.FindAll(written, path);
        if (arms.Length != 2 || written.Items.Length != 2)
        {
            return [];
        }

        if (roles[arms[0].Index] == ArmRole.Control && roles[arms[1].Index] == ArmRole.Experimental)
        {
            context.Problems.Error(
                path,
                $"'{arms[0].Name}' stands in the place of the experimental arm, and its role is control. Write [{arms[1].Name}, {arms[0].Name}].");
        }

        return [new Pair(arms[0], arms[1])];
    }
}
