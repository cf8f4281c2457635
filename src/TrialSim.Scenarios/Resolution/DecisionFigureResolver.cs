using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Model.Decisions;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Figures that decisions look at: whether the analysis has them, at these looks, and where they have to lie.</summary>
internal sealed class DecisionFigureResolver(ResolutionContext context, DecisionSubjects subjects, ImmutableArray<Reference> looks)
{
    /// <summary>The condition, as far as it could be understood.</summary>
    /// <param name="document">The figure and its limits.</param>
    /// <param name="asked">The figure.</param>
    /// <param name="path">Its place.</param>
    public DecisionCondition Resolve(FigureRangeDocument document, AskedFigure asked, DocumentPath path)
    {
        Reference? reference = context.Analyses.Find(document.Analysis, path.Key("analysis"));
        Reference? arm = context.Arms.Find(document.Arm, path.Key("arm"));
        if (document.Assuming is not null && asked.Figure is not (DecisionFigure.ConditionalPowerOfPlan or DecisionFigure.ConditionalPowerOfTrend))
        {
            context.Problems.Error(path.Key("assuming"), $"'assuming' has no meaning for {asked.Key}. Remove it.");
        }

        if (reference is { } found && subjects.Analysis(found) is { } analysis && !context.Problems.HasErrorIn(path))
        {
            RequireFigure(analysis, asked, path.Key("analysis"));
            CheckArm(analysis, document, asked.Figure, path);
            bool isTime = asked.Figure == DecisionFigure.Estimate && IsTime(analysis.Method);
            CheckUnit(document.Above, isTime, path.Key("above"));
            CheckUnit(document.Below, isTime, path.Key("below"));
        }

        if (asked.IsProbability)
        {
            CheckProbability(document.Above, asked.Key, path.Key("above"));
            CheckProbability(document.Below, asked.Key, path.Key("below"));
        }

        if (document.Above is null && document.Below is null && !context.Problems.HasErrorIn(path))
        {
            context.Problems.Error(path, "Neither above nor below is here. Write at least one of them.");
        }

        OpenRange range = new(document.Above?.Figure ?? double.NegativeInfinity, document.Below?.Figure ?? double.PositiveInfinity);
        if (!(range.Above < range.Below))
        {
            context.Problems.Error(path, "No number is above the one and below the other. Write above smaller than below.");
        }

        int row = arm is { } of && reference is not null ? of.Index : DecisionCondition.AnyArm;
        return new DecisionCondition.FigureWithin(reference?.Index ?? 0, row, asked.Figure, range);
    }

    /// <summary>Reports what keeps an analysis from having a figure at the looks of the decision.</summary>
    public void RequireFigure(ResolvedAnalysis analysis, AskedFigure asked, DocumentPath path)
    {
        string? lacks = asked.Figure switch
        {
            DecisionFigure.Z or DecisionFigure.PValue when !analysis.Method.IsTest => $"'{analysis.Name}' tests nothing, so it has no {asked.Key}. Name an analysis that tests.",
            DecisionFigure.Z or DecisionFigure.PValue when !analysis.Method.HasPValue =>
                $"'{analysis.Name}' weighs a probability, so it has no {asked.Key}. Write estimate: with limits of that probability.",
            DecisionFigure.Z when !analysis.Method.HasZ => $"'{analysis.Name}' tests against any difference, so it has no {asked.Key}. Write p_value.",
            DecisionFigure.Estimate when asked.Estimate == EstimateOf.HazardRatio && analysis.Method is not (ResolvedMethod.Cox or ResolvedMethod.GroupCox) =>
                $"'{analysis.Name}' estimates no hazard ratio. Name an analysis of method cox.",
            DecisionFigure.Estimate when asked.Estimate == EstimateOf.Probability && analysis.Method is not (ResolvedMethod.Posterior or ResolvedMethod.Predictive) =>
                $"'{analysis.Name}' weighs no probability. Name an analysis of method posterior_probability or predictive_probability.",
            DecisionFigure.Estimate when analysis.Method is ResolvedMethod.LogRank or ResolvedMethod.MaxCombo or ResolvedMethod.Trend or ResolvedMethod.GroupLogRank or ResolvedMethod.GlobalLogRank =>
                $"'{analysis.Name}' estimates nothing. Name an analysis that does, such as one of method cox.",
            _ when asked.IsConditional && subjects.KnowsTests && !IsSequential(analysis) =>
                $"'{analysis.Name}' has no bounds that it could still reach, so there is no {asked.Key}. Put it under testing.sequential.",
            _ => null,
        };
        if (lacks is not null)
        {
            context.Problems.Error(path, lacks);
            return;
        }

        foreach (Reference look in looks)
        {
            if (!analysis.Looks.Contains(look))
            {
                context.Problems.Error(path, $"'{analysis.Name}' is not done at '{look.Name}', so there is nothing to decide by. Name the look in its 'at', or decide where it is done.");
            }
            else if (asked.IsConditional && analysis.Looks[^1] == look)
            {
                context.Problems.Error(path, $"'{look.Name}' is the last look of '{analysis.Name}', after which no power is left. Decide earlier.");
            }
        }
    }

    private bool IsSequential(ResolvedAnalysis analysis) => subjects.Sequential.Any(test => test.Name == analysis.Name && !test.Compiled.Sequential.IsEmpty);

    private void CheckArm(ResolvedAnalysis analysis, FigureRangeDocument document, DecisionFigure figure, DocumentPath path)
    {
        ImmutableArray<Reference> described = analysis.Method.Described;
        bool isOfTest = figure is DecisionFigure.Z or DecisionFigure.PValue;
        if (document.Arm is { } name)
        {
            if (isOfTest || !described.Any(arm => arm.Name == name))
            {
                context.Problems.Error(path.Key("arm"), $"'{analysis.Name}' has no such figure of '{name}' alone. {(described.IsEmpty || isOfTest ? "Remove it." : $"Write one of {Advice.List(described.Select(arm => arm.Name))}.")}");
            }
        }
        else if (!isOfTest && described.Length > 1 && analysis.Method.Compared.IsEmpty)
        {
            context.Problems.Error(path, $"'{analysis.Name}' has a figure for each of {Advice.List(described.Select(arm => arm.Name))}. Write arm: with one of them.");
        }
    }

    private void CheckUnit(Amount? amount, bool isTime, DocumentPath path)
    {
        if (amount is Amount.Plain && isTime)
        {
            context.Problems.Error(path, "The estimate is a time, and this is a number. Write a duration, such as 12mo.");
        }
        else if (amount is Amount.Time && !isTime)
        {
            context.Problems.Error(path, "The figure is a number, and this is a duration. Write a number.");
        }
    }

    private void CheckProbability(Amount? amount, string key, DocumentPath path)
    {
        if (amount is Amount.Plain { Figure: var figure } && figure is not (>= 0.0 and <= 1.0))
        {
            context.Problems.Error(path, $"{figure.ToString(CultureInfo.InvariantCulture)} is no probability, and {key} is one. Write a number from 0 to 1.");
        }
    }

    private static bool IsTime(ResolvedMethod method) => method is ResolvedMethod.Median or ResolvedMethod.FollowUp or ResolvedMethod.GroupMedian or ResolvedMethod.RestrictedMean;
}
