namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>The methods for a number of each patient at several visits.</summary>
internal static class RepeatedMethods
{
    /// <summary>The methods, in the order in which they are applied.</summary>
    public static IReadOnlyList<AnalysisMethod> All { get; } =
    [
        AnalysisMethod.Of<RepeatedData>("visit_means", AnalysisShape.Repeated, VisitMeansMethod.Run, _ => ""),
        AnalysisMethod.Of<RepeatedData>("rm_anova", AnalysisShape.Repeated, RepeatedAnovaMethod.Run, data => data.Visits.Count < 2 ? "needs two visits or more. Name another column with --visit" : ""),
        AnalysisMethod.Of<RepeatedData>("mmrm", AnalysisShape.Repeated, MixedModelMethod.Run, _ => ""),
    ];
}
