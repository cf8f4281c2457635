using System.Globalization;
using TrialSim.Charts;
using TrialSim.Cli.Analysis;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Cli.Fitting;

/// <summary>Families that pass through the same two figures of a curve, compared where the figures say nothing.</summary>
internal static class SummaryFigureFit
{
    /// <summary>What was found.</summary>
    /// <param name="points">Two points of the curve.</param>
    /// <param name="families">Names of the families.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="UserInputException">No family runs through the points.</exception>
    public static FitOutcome Of(IReadOnlyList<SurvivalPoint> points, IReadOnlyList<string> families, FitUnit unit)
    {
        List<FamilyCurve> curves = [];
        List<string> notes = [];
        foreach (string family in families)
        {
            try
            {
                Hazard hazard = SummaryFigures.Through(family, points[0], points[1]);
                curves.Add(new FamilyCurve(family, hazard, 0.0, ""));
            }
            catch (UserInputException) when (families.Count > 1 && SummaryFigures.Falls(points[0], points[1]))
            {
                notes.Add($"{family}: no such hazard runs through these points.");
            }
        }

        double late = points.Max(point => point.Days);
        double[] told = [0.5 * points.Min(point => point.Days), late, 1.5 * late, 2.0 * late, 3.0 * late];
        ChartTable table = new(
            ["Family", $"Median ({unit.Name})", .. told.Select(time => $"At {time.ToString("0.##", CultureInfo.InvariantCulture)}")],
            [
                .. curves.Select(curve => (IReadOnlyList<string>)
                [
                    curve.Family,
                    AnalysisText.Time(Math.Round(curve.Hazard.MedianDays, 4)),
                    .. told.Select(time => curve.Hazard.Survival(time).ToString("0.000", CultureInfo.InvariantCulture)),
                ]),
            ]);
        ObservedPoint[] observed = [.. points.OrderBy(point => point.Days).Select(point => new ObservedPoint(point.Days, point.Survival, point.Survival, point.Survival, 0))];
        FittedArm arm = new(
            "Families through the two figures: the share still event-free before, between and after them",
            new MethodTable("Families through the two figures", 1, table),
            notes,
            curves,
            FittedCurvesBuilder.Of("", ObservedKind.Figures, "The figures", observed, curves, late, 2.0 * late));
        string figures = string.Join(" and ", observed.Select(point => FormattableString.Invariant($"{point.Survival:0.####} at {point.Time:0.####} {unit.Name}")));
        return new FitOutcome($"Through {figures}", [], [$"Two figures, {figures}: each family passes through both, so no figure tells which is right. They differ elsewhere."], [], [arm], [], [], []);
    }
}
