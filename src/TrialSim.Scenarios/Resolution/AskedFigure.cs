using TrialSim.Model.Decisions;

namespace TrialSim.Scenarios.Resolution;

/// <summary>A figure by which a scenario decides.</summary>
/// <param name="Figure">Which figure.</param>
/// <param name="Key">As it is written.</param>
/// <param name="Estimate">Of an estimate, what it has to be of.</param>
internal sealed record AskedFigure(DecisionFigure Figure, string Key, EstimateOf Estimate = EstimateOf.Anything)
{
    /// <summary>Whether it asks what the rest of a sequential test will bring.</summary>
    public bool IsConditional => Figure is DecisionFigure.ConditionalPowerOfPlan or DecisionFigure.ConditionalPowerOfTrend or DecisionFigure.PredictivePower;

    /// <summary>Whether it lies between 0 and 1.</summary>
    public bool IsProbability => Figure is DecisionFigure.PValue || IsConditional;
}
