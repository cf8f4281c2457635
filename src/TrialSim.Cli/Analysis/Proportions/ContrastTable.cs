using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>A number that compares each arm with the control, with its intervals.</summary>
internal static class ContrastTable
{
    public static MethodOutput Run(
        BinaryData data,
        string method,
        string heading,
        string note,
        Func<TwoArmCounts, ProportionContrast> estimate,
        Func<TwoArmCounts, double> standardError,
        params (string Measure, string Name, Func<TwoArmCounts, double, Interval> Of)[] intervals)
    {
        double confidence = data.Request.Confidence;
        Findings findings = new(heading, 1, ["Comparison", "Patients", heading, "Standard error", .. intervals.Select(interval => $"{AnalysisText.Percent(confidence)} {interval.Name}")]);
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            TwoArmCounts counts = data.Compared(arm);
            ProportionContrast contrast = estimate(counts);
            AnalysisFigure figure = new(method, data.Comparison(arm), method) { Patients = (int)counts.Patients, Events = (int)counts.Responders };
            if (!contrast.IsEstimable)
            {
                findings.AddMissing([data.Comparison(arm), $"{counts.Patients}"], figure, contrast.Reason);
                continue;
            }

            // An error of 0 says that the data have none.
            double error = standardError(counts);
            Interval[] limits = [.. intervals.Select(interval => interval.Of(counts, confidence))];
            findings.Add(
                [
                    data.Comparison(arm), $"{counts.Patients}", AnalysisText.Number(contrast.Estimate), error > 0 ? AnalysisText.Number(error) : AnalysisText.Blank,
                    .. limits.Select(interval => $"{AnalysisText.Number(interval.Lower)}{(interval.Lower < 0 ? " to " : "–")}{AnalysisText.Number(interval.Upper)}"),
                ],
                [.. limits.Select((interval, index) => figure with
                {
                    Measure = index == 0 ? method : $"{method}_{intervals[index].Measure}",
                    Value = contrast.Estimate,
                    StandardError = error > 0 ? error : null,
                    Lower = interval.Lower,
                    Upper = interval.Upper,
                })]);
        }

        return Findings.Output(heading, [$"The first arm named against the second. {note}"], findings);
    }
}
