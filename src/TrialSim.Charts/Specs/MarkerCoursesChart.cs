using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>A marker over the visits that measure it: of each arm the median of its patients, and a band that holds the middle 80 % of them.</summary>
internal static class MarkerCoursesChart
{
    private const int Height = 300;

    /// <summary>Beyond the visit that a smaller share of those first measured reach, the line would tell of a few patients.</summary>
    private const double LeastShareOfPatients = 0.05;

    /// <summary>Where the highest value is as many times the lowest, a linear axis presses most patients against its foot.</summary>
    private const double LeastRatioOfLogAxis = 30;

    /// <summary>A chart for each marker.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary, ArmPalette palette) =>
        summary.Sample.MarkerCourses.GroupBy(point => point.Marker).Select(points => Of(points.Key, [.. points], palette));

    private static Chart Of(string marker, MarkerCoursePoint[] points, ArmPalette palette)
    {
        MarkerCoursePoint[] drawn = [.. points.GroupBy(point => point.Arm).SelectMany(arm => arm.TakeWhile(point => point.Patients >= LeastShareOfPatients * arm.First().Patients))];
        bool isLog = drawn.All(point => point.Lower > 0) && drawn.Max(point => point.Upper) > LeastRatioOfLogAxis * drawn.Min(point => point.Lower);
        string axis = points[0].Unit.Length > 0 ? $"{marker}, {points[0].Unit}" : marker;
        string title = $"Course of {marker}";
        string description = $"{marker} at the visits that measure it. Dots and line: median of an arm's patients at their first, second, … measurement, at its mean time. Band: the middle 80 % of them."
            + (isLog ? " The axis is logarithmic." : "")
            + (drawn.Length < points.Length ? " A line ends where fewer than 5 % of the patients first measured are left; the table goes on." : "");
        JsonObject spec = SpecTheme.Head(title, $"Median and middle 80 % of patients, {Figures.Count(drawn.Where(point => point.Visit == 1).Sum(point => point.Patients))} measured at first", description);
        spec["data"] = new JsonObject { ["values"] = ColumnData.Of(MarkerCourseColumns.All, drawn) };
        JsonObject y = Quantity("lower");
        y["scale"] = isLog ? new JsonObject { ["type"] = "log", ["nice"] = false } : new JsonObject { ["zero"] = false, ["nice"] = true };
        y["axis"] = isLog
            ? new JsonObject { ["title"] = $"{axis} (logarithmic)", ["values"] = Numbers(PowersOfTen(drawn.Min(point => point.Lower), drawn.Max(point => point.Upper))), ["format"] = "~g" }
            : new JsonObject { ["title"] = axis };

        SpecTheme.Add(spec, LineLayers.View(
            Height,
            new JsonObject
            {
                ["x"] = LineLayers.Months("Months since randomisation", drawn.Max(point => point.Months)),
                ["color"] = EstimateLayers.Colour(palette, EstimateLayers.ArmLegend()),
            },
            LineLayers.Band(y, "upper", palette.Arms.Count, ""),
            LineLayers.Line("median", ""),
            new JsonObject { ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 30, ["opacity"] = 1 }, ["encoding"] = new JsonObject { ["y"] = Quantity("median") } },
            LineLayers.Hover(
                "hover", "median", "", Tip("arm", "Arm"), Tip("visit", "Measurement"), Tip("months", "Months, mean", ".1f"), Tip("median", "Median", ".4~g"), Tip("lower", "10 % of patients below", ".4~g"),
                Tip("upper", "10 % of patients above", ".4~g"), Tip("patients", "Patients measured", ",d"))));
        return new Chart(ChartNames.Of("marker", marker), title, description, spec, TableOf(points, axis)) { Part = ReportPart.DataGeneration, Source = ResultsFiles.MarkerCourses };
    }

    private static double[] PowersOfTen(double lowest, double highest)
    {
        int first = (int)Math.Ceiling(Math.Log10(lowest));
        int last = (int)Math.Floor(Math.Log10(highest));
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(power => Math.Pow(10, power))];
    }

    private static ChartTable TableOf(MarkerCoursePoint[] points, string axis) => new(
        ["Arm", "Measurement", "Months since randomisation, mean", $"Median of {axis}", "Middle 80 % of patients", "Patients measured"],
        [
            .. points.Select(point => (IReadOnlyList<string>)
            [
                point.Arm, Figures.Count(point.Visit), Figures.Number(point.Months, 1), Figures.Number(point.Median, 3), Figures.Interval(point.Lower, point.Upper, 3), Figures.Count(point.Patients),
            ]),
        ]);
}
