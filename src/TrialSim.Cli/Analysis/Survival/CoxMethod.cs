using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Cox regression on the arm and the covariates, stratified where strata are named.</summary>
internal static class CoxMethod
{
    private const string Name = "cox";

    public static MethodOutput Run(SurvivalData data)
    {
        AnalysisRequest request = data.Request;
        bool isStratified = data.Strata.Count > 0;
        SurvivalRows complete = data.Sample.WithTerms();
        DesignMatrix design = DesignMatrix.Of(data, isStratified ? complete.WithStrata() : complete);
        SurvivalRows sample = design.Sample;
        string heading = isStratified ? "Cox regression, stratified" : "Cox regression";
        CoxModelResult result = CoxModel.Fit(
            new CoxSample(sample.Starts, sample.Times, sample.HasEvent, isStratified ? sample.Strata : [], design.ColumnByColumn), data.Endpoint.Ties);
        List<AnalysisFigure> figures = [];
        List<MethodTable> tables = [];
        List<string> notes = [];
        if (result.IsEstimable)
        {
            tables.Add(Coefficients(data, design, result, figures));
        }
        else
        {
            notes.Add($"Not estimable, because {ReasonOf(result, design, isStratified)}.");
            figures.AddRange(design.Terms.Select(term => FigureOf(sample, term, "hazard_ratio") with { Status = AnalysisText.Status(result.Reason) }));
        }

        if (result.IsEstimable || result.Reason == NotEstimable.Diverges)
        {
            tables.Add(Tests(sample, result, figures));
        }

        notes.Add(
            $"{Description.Counted(sample.Rows, "row")}, {Description.Counted(sample.Events, "event")}. {TiesInWords(data.Endpoint.Ties)}, as in R's coxph;{(data.Endpoint.UsesProfileIntervals ? " intervals are by profile likelihood;" : "")} z is the coefficient over its standard error. A hazard ratio below 1 means that "
            + (data.Arms.Count > 1 ? "the first arm named, or more of a covariate, does better." : "more of a covariate does better."));
        return new MethodOutput(heading, tables, notes, figures);
    }

    private static string ReasonOf(CoxModelResult result, DesignMatrix design, bool isStratified)
    {
        if (result.Column < 0)
        {
            return AnalysisText.Reason(result.Reason);
        }

        string term = design.Terms[result.Column];
        return result.Reason == NotEstimable.Collinear
            ? $"{AnalysisText.Reason(result.Reason)}: among patients at risk together{(isStratified ? ", stratum by stratum," : "")} {term} is the same for all, or follows from the terms before it. "
                + $"Leave {term} out, as R's coxph does by itself"
            : $"{AnalysisText.Reason(result.Reason)} (at {term})";
    }

    private static string TiesInWords(TieHandling ties) => ties == TieHandling.Exact ? "Ties are exact (the discrete likelihood)" : $"Ties after {ties}";

    private static MethodTable Coefficients(SurvivalData data, DesignMatrix design, CoxModelResult result, List<AnalysisFigure> figures)
    {
        List<IReadOnlyList<string>> cells = [];
        for (int term = 0; term < design.Terms.Count; term++)
        {
            double coefficient = result.Coefficients[term];
            double error = result.StandardError(term);
            Interval limits = data.Endpoint.UsesProfileIntervals
                ? result.ProfileInterval(term, data.Request.Confidence)
                : result.HazardRatioInterval(term, data.Request.Confidence);
            cells.Add(
            [
                design.Terms[term],
                AnalysisText.Number(coefficient),
                AnalysisText.Number(error),
                AnalysisText.Number(Math.Exp(coefficient), limits.Lower, limits.Upper),
                AnalysisText.Number(coefficient / error),
                AnalysisText.PValue(result.TwoSidedPValue(term)),
            ]);
            figures.Add(FigureOf(design.Sample, design.Terms[term], "hazard_ratio") with
            {
                Value = Math.Exp(coefficient),
                StandardError = error,
                Lower = limits.Lower,
                Upper = limits.Upper,
                Statistic = coefficient / error,
                PValue = result.TwoSidedPValue(term),
            });
        }

        string interval = $"Hazard ratio ({AnalysisText.Percent(data.Request.Confidence)} interval)";
        return new MethodTable("Coefficients", 1, new ChartTable(["Term", "Coefficient", "Standard error", interval, "z", "p (two-sided)"], cells));
    }

    private static MethodTable Tests(SurvivalRows sample, CoxModelResult result, List<AnalysisFigure> figures)
    {
        (string Test, double ChiSquare, double PValue)[] tests =
        [
            ("likelihood ratio", result.LikelihoodRatioChiSquare, result.LikelihoodRatioPValue),
            ("score", result.ScoreChiSquare, result.ScorePValue),
            .. result.IsEstimable ? [("wald", result.WaldChiSquare, result.WaldPValue)] : Array.Empty<(string, double, double)>(),
        ];
        figures.AddRange(tests.Select(test => FigureOf(sample, "all terms", $"{test.Test.Replace(' ', '_')}_test") with
        {
            Statistic = test.ChiSquare,
            DegreesOfFreedom = result.DegreesOfFreedom,
            PValue = test.PValue,
        }));
        return new MethodTable(
            "Tests of all terms",
            1,
            new ChartTable(
                ["Test of all terms", "χ²", "df", "p (two-sided)"],
                [
                    .. tests.Select(test => (IReadOnlyList<string>)
                    [
                        test.Test == "wald" ? "Wald" : test.Test, AnalysisText.Number(test.ChiSquare), $"{result.DegreesOfFreedom}", AnalysisText.PValue(test.PValue),
                    ]),
                ]));
    }

    private static AnalysisFigure FigureOf(SurvivalRows sample, string group, string measure) =>
        new(Name, group, measure) { Patients = sample.Rows, Events = sample.Events };
}
