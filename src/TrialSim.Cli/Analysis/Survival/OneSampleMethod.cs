using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>The one-sample log-rank test of each arm against a known hazard: an exponential or Weibull one with a known median, or a piecewise constant one.</summary>
internal static class OneSampleMethod
{
    private const string Name = "one_sample_log_rank";

    public static MethodOutput Run(SurvivalData data)
    {
        (Hazard hypothesis, string name) = NullOf(data);
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        List<string> notes = [];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            SurvivalRows sample = data.Sample.Where(row => data.Sample.Arms[row] == arm);
            OneSampleLogRankResult result = OneSampleLogRank.Test(sample.Sorted(), hypothesis, OneSampleVariance.Expected);
            AnalysisFigure figure = new(Name, data.Arms[arm], "one_sample_log_rank")
            {
                Patients = sample.Rows,
                Events = sample.Events,
                Status = AnalysisText.Status(result.Reason),
            };
            if (!result.IsEstimable)
            {
                notes.Add($"{data.Arms[arm]}: not estimable, because {AnalysisText.Reason(result.Reason)}.");
                figures.Add(figure);
                continue;
            }

            cells.Add(
            [
                data.Arms[arm],
                $"{result.Observed}",
                AnalysisText.Number(result.Expected),
                AnalysisText.Number(result.Ratio),
                AnalysisText.Number(result.Z),
                AnalysisText.PValue(result.OneSidedPValue),
                AnalysisText.PValue(result.TwoSidedPValue),
            ]);
            figures.Add(figure with { Value = result.Z, Statistic = result.ChiSquare, DegreesOfFreedom = 1, PValue = result.TwoSidedPValue });
            figures.Add(figure with { Measure = "expected_events", Value = result.Expected });
        }

        notes.Add("Z is positive when the patients do better than the reference; its variance is the expected number of events.");
        return new MethodOutput(
            $"One-sample log-rank test against {name}",
            [new MethodTable("One-sample log-rank test", 1, new ChartTable(["Arm", "Observed", "Expected", "Ratio", "Z", "p (one-sided)", "p (two-sided)"], cells))],
            notes,
            figures);
    }

    private static (Hazard Hypothesis, string Name) NullOf(SurvivalData data)
    {
        SurvivalEndpoint endpoint = data.Endpoint;
        if (endpoint.NullHazard.Count > 0)
        {
            string pieces = string.Join(", ", endpoint.NullHazard.Select(piece => $"{AnalysisText.Rate(piece.Hazard)} from {AnalysisText.Time(piece.From)}"));
            return (
                new PiecewiseExponentialHazard([.. endpoint.NullHazard.Select(piece => piece.From)], [.. endpoint.NullHazard.Select(piece => piece.Hazard)]),
                $"hazards of {pieces}{data.UnitInBrackets}");
        }

        double median = endpoint.NullMedian!.Value;
        return endpoint.NullShape == 1.0
            ? (new ExponentialHazard(Math.Log(2.0) / median), $"an exponential median of {AnalysisText.Time(median)}{data.UnitInBrackets}")
            : (WeibullHazard.FromMedian(median, endpoint.NullShape),
                $"a Weibull median of {AnalysisText.Time(median)}{data.UnitInBrackets} with shape {AnalysisText.Rate(endpoint.NullShape)}");
    }
}
