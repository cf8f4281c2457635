using System.Collections.Immutable;
using TrialSim.Model.Targets;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What a run is to show. Whether an analysis has the figure is found out where results are laid out.</summary>
internal static class TargetResolver
{
    /// <summary>The targets, as far as they could be understood.</summary>
    public static ImmutableArray<ResolvedTarget> Resolve(Named<TargetDocument>? targets, ResolutionContext context)
    {
        DocumentPath path = DocumentPath.Root.Key("targets");
        return
        [
            .. (targets?.Entries ?? [])
                .Where(entry => entry.Value is not null)
                .Select(entry => Resolve(entry.Key, entry.Value!, path.Key(entry.Key), context))
                .OfType<ResolvedTarget>(),
        ];
    }

    private static ResolvedTarget? Resolve(string name, TargetDocument document, DocumentPath path, ResolutionContext context)
    {
        TargetFigure figure = document.Figure ?? Defaults.TargetFigure;
        Reference? analysis = context.Analyses.Find(document.Analysis, path.Key("analysis"));
        Reference? endpoint = context.Endpoints.Find(document.Endpoint, path.Key("endpoint"));
        Reference? look = context.Looks.Find(document.Look, path.Key("look"));
        Reference? arm = context.Arms.Find(document.Arm, path.Key("arm"));
        ImmutableArray<Reference> compare = document.Compare is null ? [] : context.Arms.FindAll(document.Compare, path.Key("compare"));
        CheckSubject(document, figure, path, context.Problems);
        TargetCriterion? criterion = CriterionOf(document, path, context.Problems);
        if (context.Problems.HasErrorIn(path) || criterion is null || document.Reported is not { } reported)
        {
            return null;
        }

        bool isExact = document.Exact == true;
        bool isAssumption = document.Assumption == true;
        TargetDocument written = document with
        {
            Figure = figure,
            Exact = isExact,
            FalseAlarm = (criterion as WithinMonteCarloError)?.FalseAlarm,
            Source = document.Source ?? string.Empty,
            Assumption = isAssumption,
        };
        return new ResolvedTarget(
            written,
            new Target(
                name,
                figure,
                look?.Index ?? Target.Unstated,
                endpoint?.Index ?? Target.Unstated,
                analysis?.Index ?? Target.Unstated,
                compare.IsEmpty ? arm?.Index ?? Target.Unstated : compare[0].Index,
                compare.IsEmpty ? Target.Unstated : compare[1].Index,
                reported.Figure,
                reported is Amount.Time,
                criterion,
                isAssumption ? TargetBasis.Assumption : isExact ? TargetBasis.Exact : TargetBasis.Reported,
                written.Source)
            { Group = document.Group, Decision = document.Decision ?? string.Empty });
    }

    private static void CheckSubject(TargetDocument document, TargetFigure figure, DocumentPath path, ProblemList problems)
    {
        bool isOfLook = figure is TargetFigure.LookTime or TargetFigure.LookReached;
        bool isOfEndpoint = figure is TargetFigure.Events or TargetFigure.Patients or TargetFigure.TrialEvents;
        bool isOfTrial = figure is TargetFigure.TrialPatients or TargetFigure.TrialDuration or TargetFigure.StopProbability or TargetFigure.DecisionProbability;
        bool isOfFamily = figure is TargetFigure.DisjunctivePower or TargetFigure.ConjunctivePower or TargetFigure.FamilyWiseError;
        if ((document.Decision is not null) != (figure == TargetFigure.DecisionProbability))
        {
            problems.Error(path, document.Decision is null
                ? "decision_probability is a figure of a decision, and none is named. Write decision: with its name."
                : $"A decision has no {Words.Of(figure)}. Write figure: decision_probability, or remove decision.");
        }
        if (document.Analysis is not null && document.Endpoint is not null)
        {
            problems.Error(path, "analysis and endpoint stand together. Write one of them.");
        }
        else if (isOfLook && (document.Analysis ?? document.Endpoint ?? document.Arm) is not null)
        {
            problems.Error(path, $"{Words.Of(figure)} is a figure of a look. Remove analysis, endpoint and arm.");
        }
        else if (isOfTrial && (document.Analysis ?? document.Endpoint ?? document.Arm) is not null)
        {
            problems.Error(path, $"{Words.Of(figure)} is a figure of the trial. Remove analysis, endpoint and arm.");
        }
        else if (isOfFamily && (document.Analysis ?? document.Arm) is not null)
        {
            problems.Error(path, $"{Words.Of(figure)} is a figure of several tests. Remove analysis and arm; where the tests of each endpoint are a family of their own, write endpoint.");
        }
        else if (!isOfLook && !isOfTrial && !isOfFamily && document.Analysis is null && document.Endpoint is null && !problems.HasErrorIn(path))
        {
            problems.Error(path, isOfEndpoint
                ? $"{Words.Of(figure)} is a figure of an endpoint, and none is named. Write endpoint: with its name."
                : $"{Words.Of(figure)} is a figure of an analysis, and none is named. Write analysis: with its name.");
        }
        else if (document.Endpoint is not null && !isOfEndpoint && !isOfFamily)
        {
            problems.Error(path.Key("endpoint"), $"An endpoint has events and patients, and no {Words.Of(figure)}. Write analysis: with the analysis that gives it, or figure: events.");
        }

        if (document.Group is not null && (document.Arm is not null || document.Compare is not null))
        {
            problems.Error(path.Key("group"), "A group stands beside an arm or compare. Write one of them.");
        }

        if (document.Arm is not null && document.Compare is not null)
        {
            problems.Error(path, "arm and compare stand together. Write one of them.");
        }
    }

    private static TargetCriterion? CriterionOf(TargetDocument document, DocumentPath path, ProblemList problems)
    {
        if (document.Exact == true)
        {
            if (document.Tolerance is not null)
            {
                problems.Error(path.Key("tolerance"), "An exact target has no tolerance. Remove it, or exact.");
            }

            return new WithinMonteCarloError(document.FalseAlarm ?? Defaults.FalseAlarm);
        }

        if (document.FalseAlarm is not null)
        {
            problems.Error(path.Key("false_alarm"), "A false alarm belongs to an exact target. Remove it, or write exact: true instead of a tolerance.");
        }

        switch (document.Reported, document.Tolerance)
        {
            case (_, null):
                if (!problems.HasErrorIn(path))
                {
                    problems.Error(path, "The key 'tolerance' is missing. Write how far the simulated figure may lie from the reported one, or exact: true where a formula gives it.");
                }

                return null;
            case (Amount.Time, Amount.Plain):
                problems.Error(path.Key("tolerance"), "The reported figure is a time, and this is a number. Write a duration, such as 0.5mo.");
                return null;
            case (Amount.Plain, Amount.Time):
                problems.Error(path.Key("tolerance"), "The reported figure is a number, and this is a duration. Write a number.");
                return null;
            default:
                return new WithinTolerance(document.Tolerance.Figure);
        }
    }
}
