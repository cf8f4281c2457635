using TrialSim.Charts;
using TrialSim.Cli.Analysis.IntervalCensored;
using TrialSim.Cli.Analysis.Longitudinal;
using TrialSim.Cli.Analysis.Proportions;
using TrialSim.Cli.Analysis.Survival;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Analysis;

/// <summary>What the report of an analysis draws.</summary>
internal static class AnalysisPictures
{
    /// <summary>The pictures of data; none where there is nothing to draw.</summary>
    /// <param name="data">The data.</param>
    /// <param name="curves">Their Kaplan–Meier curves; empty without.</param>
    public static IReadOnlyList<PatientPicture> Of(AnalysisData data, IReadOnlyList<PatientCurve> curves) => data switch
    {
        SurvivalData survival when curves.Count > 0 => [new SurvivalPicture(curves, survival.Endpoint.TimeUnit, survival.EventName, data.Request.Confidence)],
        IntervalData intervals when IntervalCurves.Of(intervals) is { Length: > 0 } turnbull => [new IntervalPicture(turnbull, intervals.Endpoint.TimeUnit)],
        BinaryData binary when binary.Responses.Count > 0 => [new ProportionPicture(Proportions(binary), $"{binary.Endpoint.Response} {string.Join(", ", binary.Responses)}", data.Request.Confidence)],
        RepeatedData repeated => [new VisitMeansPicture(Means(repeated), repeated.Visits, repeated.Arms, repeated.Endpoint.Value, data.Request.Confidence)],
        _ => [],
    };

    private static ArmEstimate[] Proportions(BinaryData data)
    {
        List<ArmEstimate> estimates = [];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            (int responders, int patients) = data.ArmCounts(arm);
            if (patients > 0)
            {
                Interval limits = Binomial.Wilson(responders, patients, data.Request.Confidence);
                estimates.Add(new ArmEstimate(data.Arms[arm], "", patients, (double)responders / patients, limits.Lower, limits.Upper));
            }
        }

        return [.. estimates];
    }

    private static ArmEstimate[] Means(RepeatedData data)
    {
        List<ArmEstimate> estimates = [];
        for (int visit = 0; visit < data.Visits.Count; visit++)
        {
            for (int arm = 0; arm < data.Arms.Count; arm++)
            {
                double[] values = data.At(visit, arm);
                if (values.Length == 0)
                {
                    continue;
                }

                SampleMean mean = SampleMean.Of(values);
                Interval limits = mean.Count > 1 ? mean.Limits(data.Request.Confidence) : new Interval(mean.Mean, mean.Mean);
                estimates.Add(new ArmEstimate(data.Arms[arm], data.Visits[visit], mean.Count, mean.Mean, limits.Lower, limits.Upper));
            }
        }

        return [.. estimates];
    }
}
