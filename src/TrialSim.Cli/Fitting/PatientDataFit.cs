using TrialSim.Charts;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.IntervalCensored;
using TrialSim.Cli.Analysis.Survival;
using TrialSim.Results.Data;
using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Fitting;

/// <summary>Families fitted to patient data, each arm by itself.</summary>
internal static class PatientDataFit
{
    /// <summary>Exact and right-censored times, with late entry where a start is named.</summary>
    public static FitOutcome Of(AnalysisRequest request, SurvivalEndpoint endpoint, IReadOnlyList<double> cuts, FitUnit unit)
    {
        SurvivalData data = SurvivalReader.Read(request, endpoint);
        bool isLate = endpoint.Start.Length > 0;
        List<AnalysisFigure> figures = [];
        List<FittedArm> arms = [];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            SurvivalRows rows = data.Sample.Where(row => data.Sample.Arms[row] == arm);
            IntervalSample sample = IntervalSample.OfRightCensored(rows.Times, rows.HasEvent);
            arms.Add(ArmFit.Of(
                NameOf(request, data.Arms[arm]),
                isLate ? ParametricSample.Of(sample, rows.Starts) : ParametricSample.Of(sample),
                ObservedKind.KaplanMeier,
                "Kaplan–Meier curve",
                ObservedCurve.ProductLimit(rows.Times, rows.Starts, rows.HasEvent),
                cuts,
                unit,
                figures));
        }

        return Outcome(request, [.. data.Description, .. LateEntry(endpoint.Start)], arms, HazardBlocks.OfArms(data, arms, unit), figures);
    }

    /// <summary>Times known to lie in intervals.</summary>
    public static FitOutcome Of(AnalysisRequest request, IntervalEndpoint endpoint, IReadOnlyList<double> cuts, FitUnit unit)
    {
        IntervalData data = IntervalReader.Read(request, endpoint);
        bool isLate = endpoint.Start.Length > 0;
        List<AnalysisFigure> figures = [];
        List<FittedArm> arms = [];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            IntervalSample sample = data.SampleOf(arm);
            double[] starts = data.StartsOf(arm);
            arms.Add(ArmFit.Of(
                NameOf(request, data.Arms[arm]),
                isLate ? ParametricSample.Of(sample, starts) : ParametricSample.Of(sample),
                isLate ? ObservedKind.KaplanMeier : ObservedKind.Turnbull,
                isLate ? "Kaplan–Meier, intervals at their middle" : "Turnbull curve",
                isLate ? AtTheMiddle(sample, starts) : ObservedCurve.OfIntervals(Turnbull.Estimate(sample)),
                cuts,
                unit,
                figures));
        }

        return Outcome(request, [.. data.Description, .. LateEntry(endpoint.Start)], arms, HazardBlocks.OfArms(data.Arms, arms, unit), figures);
    }

    private static FitOutcome Outcome(
        AnalysisRequest request, IReadOnlyList<string> description, IReadOnlyList<FittedArm> arms, IReadOnlyList<string> blocks, IReadOnlyList<AnalysisFigure> figures) =>
        new(Path.GetFileName(request.File), [request.File], description, [], arms, blocks, figures, []);

    /// <summary>For the picture alone: a Turnbull curve would take everybody to be observed from 0. Who is censored at the very entry is never at risk.</summary>
    private static ObservedPoint[] AtTheMiddle(in IntervalSample sample, double[] starts)
    {
        List<double> times = [];
        List<double> entries = [];
        List<bool> hasEvent = [];
        for (int i = 0; i < sample.Length; i++)
        {
            bool isEvent = double.IsFinite(sample.UpperDays[i]);
            double time = isEvent ? 0.5 * (sample.LowerDays[i] + sample.UpperDays[i]) : sample.LowerDays[i];
            if (starts[i] < time)
            {
                times.Add(time);
                entries.Add(starts[i]);
                hasEvent.Add(isEvent);
            }
        }

        return ObservedCurve.ProductLimit([.. times], [.. entries], [.. hasEvent]);
    }

    private static string NameOf(AnalysisRequest request, string arm) => request.Arm.Length == 0 ? "" : arm;

    private static IEnumerable<string> LateEntry(string start) => start.Length == 0
        ? []
        : [$"Rows come under observation at {start}: every likelihood is conditional on being without the event by then, as in R's flexsurvreg."];
}
