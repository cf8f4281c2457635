using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Patients still under observation without the event after a landmark, their time counted from there.</summary>
internal static class LandmarkMethod
{
    public static MethodOutput Run(SurvivalData data)
    {
        double landmark = data.Endpoint.Landmark!.Value;
        SurvivalRows later = data.Sample.Where(row => data.Sample.Times[row] > landmark);
        SurvivalData rest = data with
        {
            Sample = later with
            {
                Times = [.. later.Times.Select(time => time - landmark)],
                Starts = [.. later.Starts.Select(start => Math.Max(0.0, start - landmark))],
            },
            Endpoint = data.Endpoint with { At = [] },
        };
        string left = $"{data.Sample.Rows - later.Rows} of {data.Sample.Rows} rows are left out: their time is not after the landmark. Times count from the landmark.";
        string heading = $"Landmark analysis from {AnalysisText.Time(landmark)}{data.UnitInBrackets}";
        if (later.Rows == 0)
        {
            return new MethodOutput(heading, [], [left], [new AnalysisFigure("landmark", "all arms", "patients") { Time = landmark, Status = "no_patients" }]);
        }

        MethodOutput[] parts = data.Arms.Count > 1
            ? [KaplanMeierMethod.Run(rest), LogRankMethod.Run(rest), CoxMethod.Run(rest)]
            : [KaplanMeierMethod.Run(rest)];
        return new MethodOutput(
            heading,
            [.. parts.SelectMany(part => part.Tables)],
            [left, .. parts.SelectMany(part => part.Notes)],
            [.. parts.SelectMany(part => part.Figures).Select(figure => figure with { Method = $"landmark_{figure.Method}", Time = landmark })]);
    }
}
