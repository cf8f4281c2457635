using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Methods;

/// <summary>Cox regression on the arm, stratified where strata are named.</summary>
internal static class CoxMethod
{
    private const string Name = "cox";

    public static MethodOutput Run(AnalysisData data)
    {
        AnalysisRequest request = data.Request;
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        List<string> notes = [];
        AnalysisSample sample = data.Strata.Count > 0 ? data.Sample.WithStrata() : data.Sample;
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            ArmRows rows = ArmRows.Of(sample, arm, data.Strata.Count);
            CoxResult result = CoxRegression.Fit(rows.Rows, request.Ties);
            if (!result.IsEstimable)
            {
                cells.Add([data.Comparison(arm), .. Enumerable.Repeat(AnalysisText.Blank, 5)]);
                notes.Add($"{data.Comparison(arm)}: not estimable, because {AnalysisText.Reason(result.Reason)}.");
                figures.Add(new AnalysisFigure(Name, data.Comparison(arm), "hazard_ratio") { Patients = rows.Patients, Events = rows.Events, Status = AnalysisText.Status(result.Reason) });
                continue;
            }

            Interval interval = result.HazardRatioInterval(request.Confidence);
            cells.Add(
            [
                data.Comparison(arm),
                AnalysisText.Number(result.LogHazardRatio),
                AnalysisText.Number(result.StandardError),
                AnalysisText.Number(result.HazardRatio, interval.Lower, interval.Upper),
                AnalysisText.Number(result.LogHazardRatio / result.StandardError),
                AnalysisText.PValue(result.TwoSidedPValue),
            ]);
            figures.Add(new AnalysisFigure(Name, data.Comparison(arm), "hazard_ratio")
            {
                Value = result.HazardRatio,
                StandardError = result.StandardError,
                Lower = interval.Lower,
                Upper = interval.Upper,
                Statistic = result.LogHazardRatio / result.StandardError,
                PValue = result.TwoSidedPValue,
                Patients = rows.Patients,
                Events = rows.Events,
            });
        }

        notes.Add($"Hazard ratios below 1 mean that the first arm named does better. Ties after {request.Ties}, as in R's coxph; z is the coefficient over its standard error.");
        ChartTable table = new(["Term", "Coefficient", "Standard error", $"Hazard ratio ({AnalysisText.Percent(request.Confidence)} interval)", "z", "p (two-sided)"], cells);
        return new MethodOutput(data.Strata.Count > 0 ? "Cox regression, stratified" : "Cox regression", [new MethodTable("Coefficients", 1, table)], notes, figures);
    }
}
