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
        _ => throw new InvalidOperationException($"No method for {analysis.GetType().Name}."),
    };
}
