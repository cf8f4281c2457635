using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.CompetingRisks;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Fine and Gray's regression of the event on the arm and the covariates.</summary>
internal static class FineGrayMethod
{
    private const string Name = "fine_gray";

    public static MethodOutput Run(SurvivalData data)
    {
        DesignMatrix design = DesignMatrix.Of(data, data.Sample.WithTerms());
        SurvivalRows sample = design.Sample;
        CompetingSample competing = new(sample.Times, [.. sample.Causes.Select(cause => (byte)cause)]);
        FineGrayResult result = FineGray.Fit(competing, 1, design.RowByRow, design.Terms.Count, FineGrayForm.Sandwich);
        string heading = $"Fine–Gray regression of {data.EventName}";
        if (!result.IsEstimable)
        {
            return new MethodOutput(
                heading,
                [],
                [$"Not estimable, because {AnalysisText.Reason(result.Reason)}."],
                [.. design.Terms.Select(term => new AnalysisFigure(Name, term, "subdistribution_hazard_ratio") { Patients = sample.Rows, Events = sample.Events, Status = AnalysisText.Status(result.Reason) })]);
        }

        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        double[] errors = result.StandardErrors;
        for (int term = 0; term < design.Terms.Count; term++)
        {
            double coefficient = result.Coefficients[term];
            Interval limits = result.RatioInterval(term, data.Request.Confidence);
            double z = coefficient / errors[term];
            cells.Add(
            [
                design.Terms[term],
                AnalysisText.Number(coefficient),
                AnalysisText.Number(errors[term]),
                AnalysisText.Number(Math.Exp(coefficient), limits.Lower, limits.Upper),
                AnalysisText.Number(z),
                AnalysisText.PValue(Normal.TwoSidedTail(z)),
            ]);
            figures.Add(new AnalysisFigure(Name, design.Terms[term], "subdistribution_hazard_ratio")
            {
                Value = Math.Exp(coefficient),
                StandardError = errors[term],
                Lower = limits.Lower,
                Upper = limits.Upper,
                Statistic = z,
                PValue = Normal.TwoSidedTail(z),
                Patients = sample.Rows,
                Events = sample.Events,
            });
        }

        ChartTable table = new(
            ["Term", "Coefficient", "Standard error", $"Subdistribution hazard ratio ({AnalysisText.Percent(data.Request.Confidence)} interval)", "z", "p (two-sided)"], cells);
        return new MethodOutput(
            heading,
            [new MethodTable("Coefficients", 1, table)],
            [$"{Description.Counted(sample.Rows, "row")}, {Description.Counted(sample.Events, "event")}. Robust errors that allow for the estimated censoring, as R's cmprsk::crr; z is the coefficient over its standard error."],
            figures);
    }
}
