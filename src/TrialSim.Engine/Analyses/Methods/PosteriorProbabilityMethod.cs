using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Bayesian;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The posterior probability of what is hoped for. Without a patient it is the prior's; of a comparison both arms must have some.</summary>
internal sealed class PosteriorProbabilityMethod(PosteriorProbabilityAnalysis analysis, BetterDirection better) : IAnalysisMethod
{
    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        ResultRow counts = data.CountsOf(key);
        ArmResponses experimental = ArmResponses.Of(key, key.Arm, data);
        ArmResponses control = key.Control == RowKey.None ? experimental : ArmResponses.Of(key, key.Control, data);
        if (data.LackOfPatients(key) is not NotEstimable.None and NotEstimable lack)
        {
            return counts with { Reason = lack };
        }

        double probability = analysis.Question switch
        {
            PosteriorQuestion.Share share => OnBetterSide(experimental.After(share.Prior), share.Value),
            PosteriorQuestion.ShareDifference difference => better == BetterDirection.Higher
                ? experimental.After(difference.Prior).ProbabilityExceeds(control.After(difference.ControlPrior), difference.Difference)
                : control.After(difference.ControlPrior).ProbabilityExceeds(experimental.After(difference.Prior), difference.Difference),
            PosteriorQuestion.Median median => ArmFollowUp.Of(key, key.Arm, data).After(median.Prior).ProbabilityMedianAbove(median.Days),
            PosteriorQuestion.HazardRatio ratio => ArmFollowUp.Of(key, key.Arm, data).After(ratio.Prior)
                .ProbabilityRatioBelow(ArmFollowUp.Of(key, key.Control, data).After(ratio.ControlPrior), ratio.Ratio),
            _ => throw new InvalidOperationException($"No posterior for {analysis.Question.GetType().Name}."),
        };
        return counts.WithProbability(probability, analysis.Threshold);
    }

    private double OnBetterSide(BetaDistribution share, double value) =>
        better == BetterDirection.Higher ? share.ProbabilityAbove(value) : 1.0 - share.ProbabilityAbove(value);
}
