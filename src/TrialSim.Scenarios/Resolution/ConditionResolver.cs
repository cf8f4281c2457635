using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Conditions on patients.</summary>
internal sealed class ConditionResolver(ResolutionContext context, ImmutableArray<bool> isFatal)
{
    private static readonly string[] Keys = ["arm", "covariate", "had", "taking", "state", "adverse_event", "passed", "any", "all", "not"];

    /// <summary>Holds always.</summary>
    public static ResolvedCondition Always { get; } = new ResolvedCondition.All([]);

    /// <summary>Holds never.</summary>
    public static ResolvedCondition Never { get; } = new ResolvedCondition.Any([]);

    /// <summary>The condition, as far as it could be understood.</summary>
    public ResolvedCondition Resolve(ConditionDocument? document, DocumentPath path)
    {
        if (document is null || document.Word == ConditionDocument.AlwaysWord)
        {
            return Always;
        }

        if (document.Word is { } name)
        {
            return ResolveWord(name, path);
        }

        string key = Choice.ExactlyOne(document, Keys, path, context.Problems);
        DocumentPath place = path.Key(key);
        return key switch
        {
            "arm" => new ResolvedCondition.InArm(Indices(context.Arms.FindAll(document.Arm, place))),
            "covariate" => ResolveCovariates(document.Covariate!, place),
            "had" => ResolveHad(document.Had!, place),
            "taking" => ResolveTaking(document.Taking!, place),
            "state" => ResolveStates(document.State!, place),
            "adverse_event" => ResolveAdverseEvent(document.AdverseEvent!, place),
            "passed" => ResolvePassed(document.Passed!, place),
            "any" => new ResolvedCondition.Any(ResolveParts(document.Any!, place)),
            "all" => new ResolvedCondition.All(ResolveParts(document.All!, place)),
            "not" => new ResolvedCondition.Not(Resolve(document.Not, place)),
            _ => Always,
        };
    }

    private static ImmutableArray<int> Indices(ImmutableArray<Reference> references) => [.. references.Select(reference => reference.Index)];

    private ImmutableArray<ResolvedCondition> ResolveParts(Listed<ConditionDocument> parts, DocumentPath path) =>
        [.. parts.Items.Select((part, i) => Resolve(part, path[i]))];

    // A word is short for 'had'.
    private ResolvedCondition ResolveWord(string word, DocumentPath path)
    {
        string[] names = [.. context.Events.All.Concat(context.Treatments.All).Select(reference => reference.Name)];
        if (names.Contains(word))
        {
            return ResolveHad(word, path);
        }

        context.Problems.Error(
            path,
            $"{Advice.Quote(word)} is no condition.{Advice.DidYouMean(word, names.Prepend(ConditionDocument.AlwaysWord))} Write {ConditionDocument.AlwaysWord}, a mapping such as {{arm: …}}, or the name of what the patient has had: {Advice.List(names)}.");
        return Always;
    }

    private ResolvedCondition ResolveHad(string name, DocumentPath path)
    {
        if (context.Treatments.All.Any(treatment => treatment.Name == name))
        {
            return new ResolvedCondition.Treated(context.Treatments.Find(name, path)!.Value.Index);
        }

        if (context.Events.Find(name, path) is not { } happened)
        {
            return Always;
        }

        if (isFatal[happened.Index])
        {
            context.Problems.Error(path, $"'{name}' is fatal, so nothing can follow it. Name an event that is not.");
        }

        return new ResolvedCondition.Had(happened.Index);
    }

    private ResolvedCondition ResolveTaking(string name, DocumentPath path)
    {
        if (context.Treatments.Find(name, path) is not { } drug)
        {
            return Always;
        }

        if (context.Anchors.IsProcedure(drug))
        {
            context.Problems.Error(path, $"'{name}' is a procedure, which is done on a day and not taken. Write {{had: {name}}}.");
        }

        return new ResolvedCondition.Taking(drug.Index);
    }

    private ResolvedCondition.All ResolveStates(Named<Listed<string>> tests, DocumentPath path)
    {
        ImmutableArray<ResolvedCondition>.Builder parts = ImmutableArray.CreateBuilder<ResolvedCondition>();
        foreach ((string name, Listed<string>? levels) in tests.Entries)
        {
            DocumentPath place = path.Key(name);
            if (context.States.Find(name, place) is { } state && levels is not null)
            {
                parts.Add(new ResolvedCondition.InState(state.Index, Indices(context.LevelsOfState(state).FindAll(levels, place))));
            }
        }

        return new ResolvedCondition.All(parts.ToImmutable());
    }

    private ResolvedCondition.AdverseEvent ResolveAdverseEvent(AdverseEventDocument document, DocumentPath path)
    {
        (int grade, ImmutableArray<int> events) = AdverseEventResolver.Resolve(document, path, context);
        return new ResolvedCondition.AdverseEvent(grade, events);
    }

    private ResolvedCondition ResolvePassed(PassedDocument document, DocumentPath path)
    {
        Anchor? since = context.Anchors.ResolveSession(document.Since, path.Key("since"));
        if ((document.Duration ?? document.Time) is not { } time)
        {
            if (!context.Problems.HasErrorIn(path))
            {
                context.Problems.Error(path, "Nothing says how much time. Write time: with a duration, such as {since: each tace, time: 6w}.");
            }

            return Always;
        }

        return since is null or AtRandomisation ? new ResolvedCondition.Elapsed(time.Days) : new ResolvedCondition.SinceSession(since, time.Days);
    }

    private ResolvedCondition.All ResolveCovariates(Named<CovariateTestDocument> tests, DocumentPath path)
    {
        ImmutableArray<ResolvedCondition>.Builder parts = ImmutableArray.CreateBuilder<ResolvedCondition>();
        foreach ((string name, CovariateTestDocument? test) in tests.Entries)
        {
            DocumentPath place = path.Key(name);
            if (context.Covariates.Find(name, place) is { } covariate && test is not null)
            {
                parts.AddRange(test.Levels is null ? ResolveRange(covariate, test, place) : ResolveLevels(covariate, test.Levels, place));
            }
        }

        return new ResolvedCondition.All(parts.ToImmutable());
    }

    private IEnumerable<ResolvedCondition> ResolveLevels(Reference covariate, Listed<string> levels, DocumentPath path) =>
        context.LevelsOf(covariate, path, "Write a range: {at_least: 200} or {below: 200}.") is { } known
            ? [new ResolvedCondition.HasLevel(covariate.Index, Indices(known.FindAll(levels, path)))]
            : [];

    private IEnumerable<ResolvedCondition> ResolveRange(Reference covariate, CovariateTestDocument test, DocumentPath path)
    {
        if (context.Problems.HasErrorIn(path))
        {
            yield break;
        }

        if (context.Distributions[covariate.Index] is CategoricalDistribution categorical)
        {
            context.Problems.Error(path, $"'{covariate.Name}' has levels, not numbers. Write one or several of them: {Advice.List(categorical.Levels)}.");
            yield break;
        }

        if (test.AtLeast is null && test.Below is null)
        {
            context.Problems.Error(path, "Neither at_least nor below is here. Write at least one of them.");
        }

        if (test.AtLeast >= test.Below)
        {
            context.Problems.Error(path, "No value is at_least the one and below the other. Write at_least smaller than below.");
        }

        if (test.AtLeast is { } lower)
        {
            yield return new ResolvedCondition.AtLeast(covariate.Index, lower);
        }

        if (test.Below is { } upper)
        {
            yield return new ResolvedCondition.Not(new ResolvedCondition.AtLeast(covariate.Index, upper));
        }
    }
}
