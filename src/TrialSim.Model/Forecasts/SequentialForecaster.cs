using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Model.Forecasts;

/// <summary>Puts the power by bounds in the place of the power of single looks, for tests that are judged over looks.</summary>
/// <param name="Design">The Design.</param>
internal sealed record SequentialForecaster(TrialDesign Design)
{
    /// <summary>Revises a forecast that knows each look for itself.</summary>
    /// <param name="single">What is foretold of single looks.</param>
    public TrialForecast Revise(TrialForecast single)
    {
        TrialForecast revised = single;
        foreach (SequentialTest test in Design.Testing.Sequential)
        {
            revised = WhyNot(test, single) is { Length: > 0 } why
                ? revised with { Figures = Without(test.Analysis, revised), Gaps = revised.Gaps.Add(new ForecastGap(Forecast.None, Design.Analyses[test.Analysis].Endpoint, test.Analysis, Forecast.None, why)) }
                : revised with { Figures = [.. revised.Figures.SelectMany(figure => Revise(figure, test, single))] };
        }

        foreach (FamilyMember member in Design.Testing.Families.SelectMany(family => family.Members))
        {
            revised = revised with
            {
                Figures = [.. revised.Figures.Where(figure => figure.Analysis != member.Analysis || figure.Measure is not (ForecastMeasure.Power or ForecastMeasure.CumulativePower))],
                Gaps = revised.Gaps.Add(new ForecastGap(
                    Forecast.None, Design.Analyses[member.Analysis].Endpoint, member.Analysis, Forecast.None, "its power depends on what else its family of tests rejects; the formulas know one test.")),
            };
        }

        foreach (TwoStageTest test in Design.Testing.TwoStage)
        {
            revised = revised with { Figures = Without(test.Analysis, revised) };
        }

        return revised;
    }

    private static ImmutableArray<Forecast> Without(int analysis, TrialForecast forecast) =>
        [.. forecast.Figures.Where(figure => figure.Analysis != analysis || figure.Measure != ForecastMeasure.Power)];

    /// <summary>Why the bounds' power cannot be foretold; empty where it can.</summary>
    private string WhyNot(SequentialTest test, TrialForecast single)
    {
        if (test.Sides == RejectionSides.Both)
        {
            return "its bounds lie on both sides; the formula follows one.";
        }

        if (Design.Decisions.FirstOrDefault(decision => !IsOwnStop(decision, test.Analysis)) is Decision other)
        {
            return $"the decision {other.Name} changes the trial by more than this test's bounds.";
        }

        if (!test.Looks.All(look => HasMeanZ(test, look, single)))
        {
            return "its mean Z is not foretold at each of its looks.";
        }

        double[] information = InformationOf(test, single);
        return information.Zip(information.Skip(1)).All(pair => pair.First < pair.Second) ? "" : "its looks are not expected in their order, each with more events than the last.";
    }

    private static bool HasMeanZ(SequentialTest test, int look, TrialForecast single) =>
        single.Figures.Any(figure => figure.Look == look && figure.Analysis == test.Analysis && figure.Measure == ForecastMeasure.MeanZ);

    /// <summary>Whether a decision stops the trial by nothing but bounds of its tests.</summary>
    public static bool IsStopByBounds(Decision decision) => decision.Then is DecisionAction.StopTrial && IsOfBounds(decision.If);

    private static bool IsOfBounds(DecisionCondition condition) => condition switch
    {
        DecisionCondition.Rejected or DecisionCondition.Futile => true,
        DecisionCondition.All all => all.Parts.All(IsOfBounds),
        DecisionCondition.Any any => any.Parts.All(IsOfBounds),
        _ => false,
    };

    private static bool IsOwnStop(Decision decision, int analysis) => decision.Then is DecisionAction.StopTrial && IsOwn(decision.If, analysis);

    private static bool IsOwn(DecisionCondition condition, int analysis) => condition switch
    {
        DecisionCondition.Rejected rejected => rejected.Analysis == analysis,
        DecisionCondition.Futile futile => futile.Analysis == analysis,
        DecisionCondition.All { Parts: [var part] } => IsOwn(part, analysis),
        DecisionCondition.Any { Parts: [var part] } => IsOwn(part, analysis),
        _ => false,
    };

    private IEnumerable<Forecast> Revise(Forecast figure, SequentialTest test, TrialForecast single)
    {
        if (figure.Analysis != test.Analysis || figure.Measure != ForecastMeasure.Power)
        {
            return [figure];
        }

        return figure.Method == ForecastMethod.Lakatos
            ? [figure with { Measure = ForecastMeasure.CumulativePower, Method = ForecastMethod.GroupSequential, Value = PowerBy(figure.Look, test, single) }]
            : [];
    }

    private double PowerBy(int look, SequentialTest test, TrialForecast single)
    {
        double[] fractions = [.. InformationOf(test, single).Select(information => information / test.PlannedInformation[^1])];
        double[] meanZ = [.. test.Looks.Select(own => single.Figures.First(figure => figure.Look == own && figure.Analysis == test.Analysis && figure.Measure == ForecastMeasure.MeanZ).Value)];
        SequentialBounds bounds = test.Plan.BoundsAt(fractions, test.Drift);
        bool stopsForFutility = Design.Decisions.Any(decision => decision.Then is DecisionAction.StopTrial { Reason: StopReason.Futility });
        return (stopsForFutility ? bounds : bounds.WithoutFutility()).CrossingFor(meanZ).Efficacy.Take(test.Looks.IndexOf(look) + 1).Sum();
    }

    private double[] InformationOf(SequentialTest test, TrialForecast single) => test.Combination == StageCombination.InverseNormal
        ? [.. test.PlannedInformation]
        : [.. test.Looks.Select(look => EventsAt(look, test, single))];

    private double EventsAt(int look, SequentialTest test, TrialForecast single)
    {
        Comparison compare = ((LogRankAnalysis)Design.Analyses[test.Analysis]).Compare;
        return single.Figures
            .Where(figure => figure.Look == look
                && figure.Endpoint == Design.Analyses[test.Analysis].Endpoint
                && figure.Analysis == Forecast.None
                && figure.Measure == ForecastMeasure.Events
                && (figure.Arm == compare.Experimental || figure.Arm == compare.Control))
            .Sum(figure => figure.Value);
    }
}
