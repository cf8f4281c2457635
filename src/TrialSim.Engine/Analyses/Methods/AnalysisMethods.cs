using TrialSim.Model.Design;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The method of each kind of analysis.</summary>
internal static class AnalysisMethods
{
    /// <summary>The method of an analysis, with buffers for all patients of the design.</summary>
    public static IAnalysisMethod Of(Analysis analysis, TrialDesign design) => analysis switch
    {
        LogRankAnalysis logRank => new LogRankMethod(logRank, design.MostPatients),
        GlobalLogRankAnalysis global => new GlobalLogRankMethod(global, design.MostPatients),
        TrendAnalysis trend => new TrendMethod(trend, design.MostPatients),
        MaxComboAnalysis maxCombo => new MaxComboMethod(maxCombo, design.MostPatients),
        CoxAnalysis cox => new CoxMethod(cox, design.MostPatients),
        KaplanMeierMedianAnalysis median => new KaplanMeierMedianMethod(median, design.MostPatients),
        MilestoneAnalysis milestone => new MilestoneMethod(milestone, design.MostPatients),
        RestrictedMeanAnalysis mean => new RestrictedMeanMethod(mean, design.MostPatients),
        MedianFollowUpAnalysis followUp => new MedianFollowUpMethod(followUp, design.MostPatients),
        CumulativeIncidenceAnalysis incidence => new CumulativeIncidenceMethod(incidence, design.MostPatients),
        ProportionAnalysis proportion => new ProportionMethod(proportion),
        ChiSquareAnalysis chiSquare => new ChiSquareMethod(chiSquare, BetterOf(analysis, design)),
        FisherAnalysis fisher => new FisherMethod(fisher, BetterOf(analysis, design)),
        MeanAnalysis mean => new MeanMethod(mean, design.MostPatients),
        TTestAnalysis test => new TTestMethod(test, BetterOf(analysis, design), design.MostPatients),
        ExactBinomialAnalysis exact => new ExactBinomialMethod(exact, BetterOf(analysis, design)),
        OneSampleLogRankAnalysis oneSample => new OneSampleLogRankMethod(oneSample),
        PosteriorProbabilityAnalysis posterior => new PosteriorProbabilityMethod(posterior, design.Endpoints[analysis.Endpoint] is BinaryEndpoint binary ? binary.Better : BetterDirection.Higher),
        PredictiveProbabilityAnalysis { Question.IsOfTimes: true } predictive => new PredictiveEventsMethod(predictive),
        PredictiveProbabilityAnalysis predictive => new PredictiveProbabilityMethod(predictive, BetterOf(analysis, design)),
        GroupLogRankAnalysis logRank => new GroupLogRankMethod(logRank, design.MostPatients),
        GroupCoxAnalysis cox => new GroupCoxMethod(cox, design.MostPatients),
        GroupMedianAnalysis median => new GroupMedianMethod(median, design.MostPatients),
        _ => throw new InvalidOperationException($"No method for {analysis.GetType().Name}."),
    };

    private static BetterDirection BetterOf(Analysis analysis, TrialDesign design) => design.Endpoints[analysis.Endpoint] switch
    {
        BinaryEndpoint binary => binary.Better,
        NumericEndpoint numeric => numeric.Better,
        _ => throw new InvalidOperationException($"{analysis.Name} tests no time to an event."),
    };
}
