using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Decisions by which arms end.</summary>
internal sealed class ArmChoiceResolver(ResolutionContext context, DecisionSubjects subjects, ImmutableArray<Reference> looks)
{
    private static readonly string[] FigureLimits = ["z_below", "hazard_ratio_above", "probability_below", "conditional_power_below"];

    private readonly DecisionFigureResolver _figures = new(context, subjects, looks);

    /// <summary>Arms that are dropped.</summary>
    public (DecisionActionDocument, DecisionAction)? Drop(DropArmsDocument document, DocumentPath path)
    {
        if (document.Arms is not null)
        {
            foreach (string key in Choice.Written(document).Where(key => key != "arms"))
            {
                context.Problems.Error(path.Key(key), $"'{key}' has no meaning beside arms. Remove one of the two.");
            }

            ImmutableArray<Reference> arms = context.Arms.FindAll(document.Arms, path.Key("arms"));
            RefuseControl(arms, path.Key("arms"));
            return (new DecisionActionDocument { DropArms = document }, new DecisionAction.DropArms([.. arms.Select(arm => arm.Index)]));
        }

        string limit = Choice.ExactlyOne(document, FigureLimits, path, context.Problems);
        (AskedFigure asked, OpenRange range) = limit switch
        {
            "z_below" => (new AskedFigure(DecisionFigure.Z, limit), new OpenRange(double.NegativeInfinity, document.ZBelow!.Value)),
            "hazard_ratio_above" => (new AskedFigure(DecisionFigure.Estimate, limit, EstimateOf.HazardRatio), new OpenRange(document.HazardRatioAbove!.Value, double.PositiveInfinity)),
            "probability_below" => (new AskedFigure(DecisionFigure.Estimate, limit, EstimateOf.Probability), new OpenRange(double.NegativeInfinity, document.ProbabilityBelow!.Value)),
            _ => (new AskedFigure(DecisionFigure.ConditionalPowerOfTrend, limit), new OpenRange(double.NegativeInfinity, document.ConditionalPowerBelow ?? 0.0)),
        };
        if (document.Analyses is null)
        {
            if (!context.Problems.HasErrorIn(path))
            {
                context.Problems.Error(path, "Nothing says which arms. Write analyses: with the comparisons whose experimental arms may go, or arms: with names.");
            }

            return null;
        }

        ImmutableArray<Reference> analyses = Comparisons(document.Analyses, asked, "probability_below", path.Key("analyses"));
        if (document.ZBelow is { } z)
        {
            RefuseBeyondEfficacy(analyses, z, path.Key("z_below"));
        }

        return (new DecisionActionDocument { DropArms = document }, new DecisionAction.DropArmsWithin([.. analyses.Select(analysis => analysis.Index)], asked.Figure, range));
    }

    /// <summary>Arms that stay.</summary>
    public (DecisionActionDocument, DecisionAction)? Keep(KeepBestDocument document, DocumentPath path)
    {
        RankedBy by = document.By ?? Defaults.RankedBy;
        int count = document.Count ?? Defaults.ArmsKept;
        AskedFigure asked = by switch
        {
            RankedBy.Z => new AskedFigure(DecisionFigure.Z, Words.Of(by)),
            RankedBy.HazardRatio => new AskedFigure(DecisionFigure.Estimate, Words.Of(by), EstimateOf.HazardRatio),
            _ => new AskedFigure(DecisionFigure.Estimate, Words.Of(by), EstimateOf.Probability),
        };
        ImmutableArray<Reference> analyses = Comparisons(document.Analyses, asked, $"by: {Words.Of(RankedBy.Probability)}", path.Key("analyses"));
        if (count >= analyses.Length && !context.Problems.HasErrorIn(path))
        {
            context.Problems.Error(path.Key("count"), $"{count} of the {analyses.Length} arms stay, so none is dropped. Write fewer, or remove the decision.");
        }

        DecisionAction action = new DecisionAction.KeepBestArms(
            [.. analyses.Select(analysis => analysis.Index)], count, asked.Figure, by == RankedBy.HazardRatio ? BetterDirection.Lower : BetterDirection.Higher);
        return (new DecisionActionDocument { KeepBest = document with { Count = count, By = by } }, action);
    }

    private ImmutableArray<Reference> Comparisons(Listed<string>? names, AskedFigure asked, string keyOfProbability, DocumentPath path)
    {
        ImmutableArray<Reference> analyses = context.Analyses.FindAll(names, path);
        List<Reference> experimental = [];
        foreach (Reference reference in analyses)
        {
            if (subjects.Analysis(reference) is not { } analysis)
            {
                continue;
            }

            DocumentPath place = path[Array.IndexOf([.. names!.Items], reference.Name)];
            if (analysis.Method.Compared.IsEmpty)
            {
                context.Problems.Error(place, $"'{analysis.Name}' does not compare two arms, so it tells of no arm whether to go on. Name comparisons with the control.");
                continue;
            }

            Reference arm = analysis.Method.Compared[0].Experimental;
            if (experimental.Contains(arm))
            {
                context.Problems.Error(place, $"'{arm.Name}' is compared twice, and only one of the two can decide. Remove one.");
            }

            experimental.Add(arm);
            RefuseControl([arm], place);
            if (analysis.Method is (ResolvedMethod.Posterior or ResolvedMethod.Predictive) && asked.Estimate != EstimateOf.Probability)
            {
                context.Problems.Error(place, $"'{analysis.Name}' weighs a probability, so it has no {asked.Key}. Write {keyOfProbability}.");
                continue;
            }

            _figures.RequireFigure(analysis, asked, place);
        }

        return analyses;
    }

    private void RefuseControl(ImmutableArray<Reference> arms, DocumentPath path)
    {
        foreach (Reference arm in arms.Where(arm => subjects.Arms[arm.Index].Role == ArmRole.Control))
        {
            context.Problems.Error(path, $"'{arm.Name}' is the control, against which the others are tested. Name experimental arms.");
        }

        if (arms.Length > 0 && arms.Length == subjects.Arms.Length)
        {
            context.Problems.Error(path, "No arm would be left. Write then: stop_accrual, or {stop: futility}.");
        }
    }

    private void RefuseBeyondEfficacy(ImmutableArray<Reference> analyses, double z, DocumentPath path)
    {
        foreach (ResolvedSequential test in analyses.Select(subjects.Test).OfType<ResolvedSequential>())
        {
            foreach (PlannedBound bound in PlannedBound.Of(test.Compiled).Where(bound => looks.Any(look => look.Index == bound.Look) && z > bound.Efficacy))
            {
                context.Problems.Error(
                    path, $"At '{context.Looks.All[bound.Look].Name}' an arm is dropped with a Z that has already passed the efficacy bound of {Figure.Of(bound.Efficacy)}. Write less.");
            }
        }
    }
}
