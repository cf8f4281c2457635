using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Restricted mean survival time of each arm, its difference and its ratio to the control.</summary>
internal static class RestrictedMeanMethod
{
    private const string Name = "rmst";

    public static MethodOutput Run(SurvivalData data)
    {
        double horizon = data.Endpoint.Tau!.Value;
        double confidence = data.Request.Confidence;
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> arms = [];
        List<IReadOnlyList<string>> comparisons = [];
        List<string> notes = [];
        SurvivalSample sorted = data.Sample.Sorted();
        KaplanMeierRow[] rows = new KaplanMeierRow[sorted.Length];
        RestrictedMean control = default;
        bool isCut = false;
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            RestrictedMean mean = RestrictedMean.Of(KaplanMeier.Fill(sorted, (byte)arm, rows), horizon, data.Endpoint.TauVariance);
            control = arm == 0 ? mean : control;
            Interval limits = mean.MeanInterval(confidence);
            isCut |= mean.IsEstimable && mean.StandardError > 0.0 && (limits.Lower == 0.0 || limits.Upper == horizon);
            arms.Add(mean.IsEstimable
                ? [data.Arms[arm], AnalysisText.Number(mean.Mean, limits.Lower, limits.Upper), AnalysisText.Number(mean.StandardError)]
                : [data.Arms[arm], AnalysisText.Reason(mean.Reason), AnalysisText.Blank]);
            figures.Add(Figure(data.Arms[arm], "rmst", horizon, mean.Mean, mean.StandardError, limits, null, null, mean.Reason));
            if (arm == 0)
            {
                continue;
            }

            RestrictedMeanDifference difference = RestrictedMeanDifference.Between(control, mean);
            RestrictedMeanRatio ratio = RestrictedMeanRatio.Of(control, mean);
            Add(data.Comparison(arm), "difference", difference.Difference, difference.StandardError, difference.DifferenceInterval(confidence), difference.Z, difference.TwoSidedPValue, difference.Reason);
            Add(data.Comparison(arm), "ratio", ratio.Ratio, ratio.StandardError, ratio.RatioInterval(confidence), ratio.Z, ratio.TwoSidedPValue, ratio.Reason);
        }

        string interval = $"({AnalysisText.Percent(confidence)} interval)";
        List<MethodTable> tables = [new("Restricted means", 1, new ChartTable(["Arm", $"Mean {interval}", "Standard error"], arms))];
        if (comparisons.Count > 0)
        {
            tables.Add(new MethodTable("Comparisons", 2, new ChartTable(["Comparison", "Measure", $"Estimate {interval}", "Z", "p (two-sided)"], comparisons)));
        }

        notes.Add(data.Endpoint.TauVariance == RestrictedMeanVariance.Greenwood
            ? "The variance is Greenwood's form, without a correction for few events, as in R's survfit and survRM2."
            : "The variance is Greenwood's form times m/(m − 1) for m events up to the horizon, as in SAS, simtrial and lrstat's biascorrection.");
        if (isCut)
        {
            notes.Add("Limits of a mean that pass 0 or the horizon are cut there, which survRM2 does not do.");
        }

        return new MethodOutput($"Restricted mean survival time up to {AnalysisText.Time(horizon)}{data.UnitInBrackets}", tables, notes, figures);

        void Add(string comparison, string measure, double value, double error, Interval limits, double z, double p, NotEstimable reason)
        {
            comparisons.Add(reason == NotEstimable.None
                ? [comparison, measure, AnalysisText.Number(value, limits.Lower, limits.Upper), AnalysisText.Number(z), AnalysisText.PValue(p)]
                : [comparison, measure, AnalysisText.Reason(reason), AnalysisText.Blank, AnalysisText.Blank]);
            figures.Add(Figure(comparison, "rmst_" + measure, horizon, value, error, limits, z, p, reason));
        }
    }

    private static AnalysisFigure Figure(
        string group, string measure, double horizon, double value, double error, Interval limits, double? z, double? p, NotEstimable reason) =>
        reason != NotEstimable.None
            ? new AnalysisFigure(Name, group, measure) { Time = horizon, Status = AnalysisText.Status(reason) }
            : new AnalysisFigure(Name, group, measure)
            {
                Time = horizon,
                Value = value,
                StandardError = error,
                Lower = limits.Lower,
                Upper = limits.Upper,
                Statistic = z,
                PValue = p,
            };
}
