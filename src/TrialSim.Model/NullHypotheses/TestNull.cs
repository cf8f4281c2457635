using System.Collections.Immutable;
using TrialSim.Model.Design;

namespace TrialSim.Model.NullHypotheses;

/// <summary>Whether the null hypothesis of a test is that arms do not differ.</summary>
/// <param name="Analysis">Index of the analysis.</param>
/// <param name="Controls">Indices of the arms it compares with; empty for one that compares all arms.</param>
/// <param name="WhyNot">Why its null hypothesis is another; empty where it is that.</param>
internal sealed record TestNull(int Analysis, ImmutableArray<int> Controls, string WhyNot)
{
    private const string AgainstAFigure =
        "it sets one arm against a figure, and what else is true where that figure is does not follow from the scenario. Put the figure into the truth, with --set, and read the power.";

    private const string AtAMargin = "its null hypothesis lies at a margin, where arms differ. Put such a difference into the truth, with --set, and read the power.";

    /// <summary>What is to be known of an analysis; null for one that tests nothing.</summary>
    public static TestNull? Of(TrialDesign design, int index)
    {
        Analysis analysis = design.Analyses[index];
        ImmutableArray<int> controls = [.. ComparedArms.Of(analysis).Select(compare => compare.Control).Distinct()];
        bool comparesAll = analysis is GlobalLogRankAnalysis or TrendAnalysis;
        return WhyNotOf(analysis, design.Endpoints[analysis.Endpoint]) is { Length: > 0 } whyNot ? new TestNull(index, controls, whyNot)
            : controls.IsEmpty && !comparesAll ? null
            : new TestNull(index, controls, "");
    }

    private static string WhyNotOf(Analysis analysis, Endpoint endpoint) => analysis switch
    {
        GroupLogRankAnalysis or GroupCoxAnalysis => "it compares groups that come about after randomisation, which no truth about the arms makes alike.",
        ExactBinomialAnalysis or OneSampleLogRankAnalysis => AgainstAFigure,
        PosteriorProbabilityAnalysis posterior => WhyNotOf(posterior.Question),
        PredictiveProbabilityAnalysis predictive => WhyNotOf(predictive.Question),
        CoxAnalysis { NullHazardRatio: not 1.0 } or LogRankAnalysis { NullHazardRatio: not 1.0 } or ChiSquareAnalysis { Margin: not 0.0 } or TTestAnalysis { Margin: not 0.0 } => AtAMargin,
        TTestAnalysis when endpoint is NumericEndpoint { Quantity: SessionCount or DoseIntensity } => "its endpoint counts what the protocol does, which stays that of each arm.",
        _ => "",
    };

    private static string WhyNotOf(PosteriorQuestion question) => question switch
    {
        PosteriorQuestion.Share or PosteriorQuestion.Median => AgainstAFigure,
        PosteriorQuestion.ShareDifference { Difference: not 0.0 } or PosteriorQuestion.HazardRatio { Ratio: not 1.0 } => AtAMargin,
        _ => "",
    };
}
