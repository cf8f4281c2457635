using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.CompetingRisks;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Aalen and Johansen's cumulative incidence of the event and of its competitors.</summary>
internal static class CumulativeIncidenceMethod
{
    private const string Name = "cumulative_incidence";

    public static MethodOutput Run(SurvivalData data)
    {
        SurvivalRows sample = data.Sample;
        CompetingSample competing = new(sample.Times, [.. sample.Causes.Select(cause => (byte)cause)], sample.Arms, []);
        double[] times = FollowUpTimes.Of(data);
        string[] causes = [data.EventName, .. data.CompetingEvents.Count == 0 ? Array.Empty<string>() : [string.Join(" or ", data.CompetingEvents)]];
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            for (int cause = 1; cause <= causes.Length; cause++)
            {
                CumulativeIncidenceCurve curve = CumulativeIncidence.Estimate(competing, (byte)arm, (byte)cause, IncidenceVariance.Multinomial);
                int events = curve.Rows.Sum(row => row.Events);
                foreach (double time in times)
                {
                    IncidenceRow row = curve.At(time);
                    bool isReached = curve.Patients > 0 && (time <= curve.LastDay || row.EventFree == 0);
                    Interval limits = row.Limits(data.Request.Confidence, data.Endpoint.Transform);
                    cells.Add(
                    [
                        data.Arms[arm],
                        causes[cause - 1],
                        $"{events}",
                        AnalysisText.Time(time),
                        isReached ? AnalysisText.Number(row.Incidence, limits.Lower, limits.Upper) : AnalysisText.Reason(NotEstimable.NotReached),
                        isReached ? AnalysisText.Number(row.StandardError) : AnalysisText.Blank,
                    ]);
                    AnalysisFigure figure = new(Name, data.Arms[arm], $"incidence_of_{causes[cause - 1]}") { Time = time, Patients = curve.Patients, Events = events };
                    figures.Add(isReached
                        ? figure with { Value = row.Incidence, StandardError = row.StandardError, Lower = limits.Lower, Upper = limits.Upper }
                        : figure with { Status = AnalysisText.Status(NotEstimable.NotReached) });
                }
            }
        }

        ChartTable table = new(
            ["Arm", "Event", "Events", $"Time{data.UnitInBrackets}", $"Incidence ({AnalysisText.Percent(data.Request.Confidence)} interval)", "Standard error"],
            cells);
        return new MethodOutput(
            "Cumulative incidence",
            [new MethodTable("Cumulative incidence", 2, table)],
            ["Aalen–Johansen estimate; errors and intervals as in R's survfit of several states." + FollowUpTimes.Note(data)],
            figures);
    }
}
