using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>Which arms an analysis sets against each other.</summary>
public static class ComparedArms
{
    /// <summary>The comparison that an analysis tests; empty for one that tests none, or not two arms.</summary>
    public static ImmutableArray<Comparison> Of(Analysis analysis) => analysis switch
    {
        LogRankAnalysis logRank => [logRank.Compare],
        MaxComboAnalysis maxCombo => [maxCombo.Compare],
        CoxAnalysis cox => [cox.Compare],
        MilestoneAnalysis milestone => milestone.Compare,
        RestrictedMeanAnalysis mean => mean.Compare,
        ChiSquareAnalysis chiSquare => [chiSquare.Compare],
        FisherAnalysis fisher => [fisher.Compare],
        TTestAnalysis test => [test.Compare],
        PosteriorProbabilityAnalysis posterior => Of(posterior.Question),
        PredictiveProbabilityAnalysis predictive => Of(predictive.Question),
        _ => [],
    };

    private static ImmutableArray<Comparison> Of(PosteriorQuestion question) => question switch
    {
        PosteriorQuestion.ShareDifference difference => [difference.Compare],
        PosteriorQuestion.HazardRatio ratio => [ratio.Compare],
        _ => [],
    };
}
