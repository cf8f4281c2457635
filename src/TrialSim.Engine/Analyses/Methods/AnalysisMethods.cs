using TrialSim.Model.Design;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The method of each kind of analysis.</summary>
internal static class AnalysisMethods
{
    /// <summary>The method of an analysis, with buffers for all patients of the design.</summary>
    public static IAnalysisMethod Of(Analysis analysis, TrialDesign design) => analysis switch
    {
        LogRankAnalysis logRank => new LogRankMethod(logRank, design.MaxPatients),
        GlobalLogRankAnalysis global => new GlobalLogRankMethod(global, design.MaxPatients),
        TrendAnalysis trend => new TrendMethod(trend, design.MaxPatients),
        MaxComboAnalysis maxCombo => new MaxComboMethod(maxCombo, design.MaxPatients),
        CoxAnalysis cox => new CoxMethod(cox, design.MaxPatients),
        KaplanMeierMedianAnalysis median => new KaplanMeierMedianMethod(median, design.MaxPatients),
        MilestoneAnalysis milestone => new MilestoneMethod(milestone, design.MaxPatients),
        RestrictedMeanAnalysis mean => new RestrictedMeanMethod(mean, design.MaxPatients),
        MedianFollowUpAnalysis followUp => new MedianFollowUpMethod(followUp, design.MaxPatients),
        CumulativeIncidenceAnalysis incidence => new CumulativeIncidenceMethod(incidence, design.MaxPatients),
        ProportionAnalysis proportion => new ProportionMethod(proportion),
        ChiSquareAnalysis chiSquare => new ChiSquareMethod(chiSquare, BetterOf(analysis, design)),
        FisherAnalysis fisher => new FisherMethod(fisher, BetterOf(analysis, design)),
        MeanAnalysis mean => new MeanMethod(mean, design.MaxPatients),
        TTestAnalysis test => new TTestMethod(test, BetterOf(analysis, design), design.MaxPatients),
        ExactBinomialAnalysis exact => new ExactBinomialMethod(exact, BetterOf(analysis, design)),
        OneSampleLogRankAnalysis oneSample => new OneSampleLogRankMethod(oneSample),
        PosteriorProbabilityAnalysis posterior => new PosteriorProbabilityMethod(posterior, design.Endpoints[analysis.Endpoint] is BinaryEndpoint binary ? binary.Better : BetterDirection.Higher),
        PredictiveProbabilityAnalysis { End: PredictedEnd.Events end } predictive => new PredictiveOfTimesMethod(predictive, end),
        PredictiveProbabilityAnalysis { End: PredictedEnd.PatientsPerArm end } predictive => new PredictiveOfSharesMethod(predictive, end, BetterOf(analysis, design)),
        GroupLogRankAnalysis logRank => new GroupLogRankMethod(logRank, design.MaxPatients),
        GroupCoxAnalysis cox => new GroupCoxMethod(cox, design.MaxPatients),
        GroupMedianAnalysis median => new GroupMedianMethod(median, design.MaxPatients),
        _ => throw new InvalidOperationException($"No method for {analysis.GetType().Name}."),
    };

    private static BetterDirection BetterOf(Analysis analysis, TrialDesign design) => design.Endpoints[analysis.Endpoint] switch
    {
        BinaryEndpoint binary => binary.Better,
        NumericEndpoint numeric => numeric.Better,
        _ => throw new InvalidOperationException($"{analysis.Name} tests no time to an event."),
    };
}
