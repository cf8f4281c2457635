using TrialSim.Model.Design;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The method of each kind of analysis.</summary>
internal static class AnalysisMethods
{
    /// <summary>The method of an analysis, with buffers for all patients of the design.</summary>
    public static IAnalysisMethod Of(Analysis analysis, TrialDesign design) => analysis switch
    {
        LogRankAnalysis logRank => new LogRankMethod(logRank, design.Patients),
        GlobalLogRankAnalysis global => new GlobalLogRankMethod(global, design.Patients),
        TrendAnalysis trend => new TrendMethod(trend, design.Patients),
        MaxComboAnalysis maxCombo => new MaxComboMethod(maxCombo, design.Patients),
        CoxAnalysis cox => new CoxMethod(cox, design.Patients),
        KaplanMeierMedianAnalysis median => new KaplanMeierMedianMethod(median, design.Patients),
        MilestoneAnalysis milestone => new MilestoneMethod(milestone, design.Patients),
        RestrictedMeanAnalysis mean => new RestrictedMeanMethod(mean, design.Patients),
        MedianFollowUpAnalysis followUp => new MedianFollowUpMethod(followUp, design.Patients),
        CumulativeIncidenceAnalysis incidence => new CumulativeIncidenceMethod(incidence, design.Patients),
        ProportionAnalysis proportion => new ProportionMethod(proportion),
        ChiSquareAnalysis chiSquare => new ChiSquareMethod(chiSquare, BetterOf(analysis, design)),
        FisherAnalysis fisher => new FisherMethod(fisher, BetterOf(analysis, design)),
        MeanAnalysis mean => new MeanMethod(mean, design.Patients),
        TTestAnalysis test => new TTestMethod(test, BetterOf(analysis, design), design.Patients),
        GroupLogRankAnalysis logRank => new GroupLogRankMethod(logRank, design.Patients),
        GroupCoxAnalysis cox => new GroupCoxMethod(cox, design.Patients),
        GroupMedianAnalysis median => new GroupMedianMethod(median, design.Patients),
        _ => throw new InvalidOperationException($"No method for {analysis.GetType().Name}."),
    };

    private static BetterDirection BetterOf(Analysis analysis, TrialDesign design) => design.Endpoints[analysis.Endpoint] switch
    {
        BinaryEndpoint binary => binary.Better,
        NumericEndpoint numeric => numeric.Better,
        _ => throw new InvalidOperationException($"{analysis.Name} tests no time to an event."),
    };
}
