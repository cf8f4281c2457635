using System.Globalization;
using TrialSim.Charts;
using TrialSim.Cli.Analysis;
using TrialSim.Results.Data;
using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Parametric;
using TrialSim.Statistics.Reconstruction;

namespace TrialSim.Cli.Fitting;

/// <summary>Families fitted to the patients behind a published curve, and how well these patients give the curve back.</summary>
internal static class PublishedCurveFit
{
    // Where more events than this come at a point of the curve, they came before it, since the point before.
    private const double MaxEventsAPoint = 2.0;

    private const double LargestUsualDeviation = 0.02;

    /// <summary>What was found.</summary>
    /// <param name="pointsFile">Points of the curve.</param>
    /// <param name="atRiskFile">Numbers at risk; empty for none.</param>
    /// <param name="patients">Patients, where there are no numbers at risk.</param>
    /// <param name="events">Reported events; null where none are.</param>
    /// <param name="cuts">Cuts of the piecewise exponential; empty for none.</param>
    /// <param name="unit">The unit.</param>
    public static FitOutcome Of(string pointsFile, string atRiskFile, int patients, int? events, IReadOnlyList<double> cuts, FitUnit unit)
    {
        PublishedCurve curve = PublishedCurve.Read(pointsFile, atRiskFile, patients);
        if (events > curve.AtRisk[0].Patients)
        {
            throw new UserInputException($"--events: {events} events are more than {curve.AtRisk[0].Patients} patients. Write the events of this curve alone.");
        }

        ReconstructedPatients found = Reconstruct(curve, events);
        bool isHeaped = IsHeaped(found);
        if (isHeaped)
        {
            curve = curve.WithPointsBeforeNumbers();
            found = Reconstruct(curve, events);
        }

        double[] points = [0.0, .. curve.Points.Select(point => point.Days).Distinct().Order().Where(day => day > 0.0)];
        List<AnalysisFigure> figures = [];
        FittedArm arm = ArmFit.Of(
            "",
            ParametricSample.Of(isHeaped ? SinceThePointBefore(found, points) : IntervalSample.OfRightCensored(found.Days, found.HasEvent)),
            ObservedKind.KaplanMeier,
            "Reconstructed Kaplan–Meier curve",
            ObservedCurve.ProductLimit(found.Days, [], found.HasEvent),
            cuts,
            unit,
            figures);
        return new FitOutcome(
            Path.GetFileName(pointsFile),
            atRiskFile.Length == 0 ? [pointsFile] : [pointsFile, atRiskFile],
            [.. Sentences(curve, found, events, isHeaped)],
            curve.AtRisk.Length > 1 ? [AtRiskTable(curve, found, unit)] : [],
            [arm],
            [],
            figures,
            [.. found.Days.Zip(found.HasEvent, (time, hasEvent) => new ReconstructedPatient(time, hasEvent))]);
    }

    private static ReconstructedPatients Reconstruct(PublishedCurve curve, int? events) => events is int known
        ? KaplanMeierReconstruction.Reconstruct(curve.Points, curve.AtRisk, known)
        : KaplanMeierReconstruction.Reconstruct(curve.Points, curve.AtRisk);

    private static bool IsHeaped(ReconstructedPatients found) =>
        found.Events > MaxEventsAPoint * found.Days.Where((_, patient) => found.HasEvent[patient]).Distinct().Count();

    private static IntervalSample SinceThePointBefore(ReconstructedPatients found, double[] points)
    {
        double[] lower = [.. found.Days];
        double[] upper = new double[lower.Length];
        for (int i = 0; i < lower.Length; i++)
        {
            upper[i] = found.HasEvent[i] ? lower[i] : double.PositiveInfinity;
            int point = found.HasEvent[i] ? Array.BinarySearch(points, lower[i]) : -1;
            lower[i] = point > 0 ? points[point - 1] : lower[i];
        }

        return new IntervalSample(lower, upper);
    }

    private static IEnumerable<string> Sentences(PublishedCurve curve, ReconstructedPatients found, int? events, bool isHeaped)
    {
        yield return $"Reconstructed after Guyot: {found.Days.Length} patients, {found.Events} events. "
            + $"Their curve is at most {found.LargestDeviation.ToString("0.0000", CultureInfo.InvariantCulture)} from the {curve.Points.Length} points read.";
        if (events is int known && known != found.Events)
        {
            yield return $"Warning: {known} events are reported, {found.Events} reconstructed. "
                + (found.Events < known
                    ? "The points and the numbers at risk leave no room for more: look for points that are missing where the curve falls, and at its end."
                    : "The points and the numbers at risk ask for more: see whether the reported events are those of this curve and of this data cut.");
        }

        if (found.LargestDeviation > LargestUsualDeviation)
        {
            yield return "Warning: that is further than a good reconstruction comes. Compare the report's chart with the published one, and see whether points, numbers at risk and events are of one curve.";
        }

        foreach (string remark in curve.Remarks)
        {
            yield return remark;
        }

        if (isHeaped)
        {
            yield return $"There are several events at each point, so the families are fitted to events that lie between the point before and the point, not to times that are none.";
        }
    }

    /// <summary>The numbers printed below the curve and those of the reconstruction.</summary>
    private static MethodTable AtRiskTable(PublishedCurve curve, ReconstructedPatients found, FitUnit unit)
    {
        double[] sorted = [.. found.Days.Order()];
        return new MethodTable("Numbers at risk", 1, new ChartTable(
            [$"Time ({unit.Name})", "Printed", "Reconstructed"],
            [
                .. curve.AtRisk.Select(number => (IReadOnlyList<string>)
                [
                    AnalysisText.Time(number.Days),
                    number.Patients.ToString(CultureInfo.InvariantCulture),
                    sorted.Count(day => day >= number.Days).ToString(CultureInfo.InvariantCulture),
                ]),
            ]));
    }
}
