using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What has to be so for a decision.</summary>
/// <param name="context">The names.</param>
/// <param name="subjects">What decisions are about.</param>
/// <param name="looks">The looks at which it is asked.</param>
/// <param name="earlier">The decisions before it in the list.</param>
/// <param name="names">All decisions.</param>
internal sealed class DecisionConditionResolver(
    ResolutionContext context, DecisionSubjects subjects, ImmutableArray<Reference> looks, ImmutableArray<Reference> earlier, NameTable names)
{
    private static readonly string[] Keys =
    [
        "rejected", "futile", "z", "hazard_ratio", "estimate", "p_value", "conditional_power", "predictive_power", "events", "patients", "decided", "any", "all", "not",
    ];

    private readonly DecisionFigureResolver _figures = new(context, subjects, looks);

    /// <summary>The condition, as far as it could be understood.</summary>
    public DecisionCondition Resolve(DecisionConditionDocument? document, DocumentPath path)
    {
        if (document is null || document.Word == DecisionConditionDocument.AlwaysWord)
        {
            return new DecisionCondition.Always();
        }

        if (document.Word is { } word)
        {
            context.Problems.Error(path, $"{Advice.Quote(word)} is no condition. Write {DecisionConditionDocument.AlwaysWord}, or a mapping such as {{rejected: …}}.");
            return new DecisionCondition.Always();
        }

        string key = Choice.ExactlyOne(document, Keys, path, context.Problems);
        DocumentPath place = path.Key(key);
        return key switch
        {
            "rejected" => new DecisionCondition.Rejected(TestOf(document.Rejected!, place)?.Index ?? 0),
            "futile" => new DecisionCondition.Futile(FutileOf(document.Futile!, place)?.Index ?? 0),
            "z" => _figures.Resolve(document.Z!, new AskedFigure(DecisionFigure.Z, key), place),
            "hazard_ratio" => _figures.Resolve(document.HazardRatio!, new AskedFigure(DecisionFigure.Estimate, key, EstimateOf.HazardRatio), place),
            "estimate" => _figures.Resolve(document.Estimate!, new AskedFigure(DecisionFigure.Estimate, key), place),
            "p_value" => _figures.Resolve(document.PValue!, new AskedFigure(DecisionFigure.PValue, key), place),
            "conditional_power" => _figures.Resolve(
                document.ConditionalPower!,
                new AskedFigure(document.ConditionalPower!.Assuming == EffectAssumption.Plan ? DecisionFigure.ConditionalPowerOfPlan : DecisionFigure.ConditionalPowerOfTrend, key),
                place),
            "predictive_power" => _figures.Resolve(document.PredictivePower!, new AskedFigure(DecisionFigure.PredictivePower, key), place),
            "events" => _figures.Resolve(document.Events!, new AskedFigure(DecisionFigure.Events, key), place),
            "patients" => _figures.Resolve(document.Patients!, new AskedFigure(DecisionFigure.Patients, key), place),
            "decided" => new DecisionCondition.Taken(EarlierOf(document.Decided!, place)?.Index ?? 0),
            "any" => new DecisionCondition.Any(ResolveParts(document.Any!, place)),
            "all" => new DecisionCondition.All(ResolveParts(document.All!, place)),
            "not" => new DecisionCondition.Negated(Resolve(document.Not, place)),
            _ => new DecisionCondition.Always(),
        };
    }

    private ImmutableArray<DecisionCondition> ResolveParts(Listed<DecisionConditionDocument> parts, DocumentPath path) =>
        [.. parts.Items.Select((part, i) => Resolve(part, path[i]))];

    private Reference? EarlierOf(string name, DocumentPath path)
    {
        if (names.Find(name, path) is not { } decision)
        {
            return null;
        }

        if (!earlier.Contains(decision))
        {
            context.Problems.Error(path, decision.Index == earlier.Length
                ? $"'{name}' asks whether it has been taken itself, which it never has by then. Name an earlier decision."
                : $"'{name}' is asked after this one, so it is never taken by then. Put it earlier in the list.");
        }

        return decision;
    }

    private Reference? TestOf(string name, DocumentPath path)
    {
        if (context.Analyses.Find(name, path) is not { } analysis)
        {
            return null;
        }

        if (subjects.Analysis(analysis) is { } known)
        {
            if (!known.Method.IsTest)
            {
                context.Problems.Error(path, $"'{name}' tests nothing, so it never rejects. Name an analysis that tests.");
            }
            else
            {
                RequireByThen(known, path);
            }
        }

        return analysis;
    }

    private Reference? FutileOf(string name, DocumentPath path)
    {
        Reference? analysis = TestOf(name, path);
        if (analysis is { } found && !context.Problems.HasErrorIn(path) && subjects.KnowsTests
            && subjects.Test(found) is not ({ Written.Futility.Value: not null } or { Written.TwoStage: not null }))
        {
            context.Problems.Error(path, $"'{name}' has no futility bounds, so it is never futile. Write futility under testing.sequential.{name}, or another condition.");
        }

        return analysis;
    }

    // A verdict stays, so that a look after the analysis may ask for it, too.
    private void RequireByThen(ResolvedAnalysis analysis, DocumentPath path)
    {
        foreach (Reference look in looks.Where(look => !analysis.Looks.Any(done => done.Index <= look.Index)))
        {
            context.Problems.Error(path, $"'{analysis.Name}' is not done at '{look.Name}' or before, so there is no verdict. Name the look in its 'at', or decide later.");
        }
    }
}
