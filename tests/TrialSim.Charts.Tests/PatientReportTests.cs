using System.Text.Json.Nodes;
using TrialSim.Charts.Tests.Images;
using TrialSim.Results.Data;

namespace TrialSim.Charts.Tests;

public sealed class PatientReportTests
{
    // Arm a: events at 2 and 5, censored at 3 and 6. Arm b: one event at 4, then nobody.
    private static readonly PatientCurve A = new("a", 4, 5, "5 (2–not reached)",
    [
        new("a", 0, 4, 0, 0, 1, 0, 1, 1),
        new("a", 2, 4, 1, 0, 0.75, 0.2, 0.4, 1),
        new("a", 3, 3, 0, 1, 0.75, 0.2, 0.4, 1),
        new("a", 5, 2, 1, 0, 0.375, 0.28, 0.1, 1),
        new("a", 6, 1, 0, 1, 0.375, 0.28, 0.1, 1),
    ]);

    private static readonly PatientCurve B = new("</script><b>", 1, double.PositiveInfinity, "",
        [new("</script><b>", 0, 1, 0, 0, 1, 0, 1, 1), new("</script><b>", 4, 1, 0, 1, 1, 0, 1, 1)]);

    private static PatientReport ReportOf(params PatientCurve[] curves) => new(
        "data.csv",
        "0.1.0",
        ["data.csv: 5 rows."],
        [new PatientReportSection("Log-rank test", [("Tests", new ChartTable(["Comparison", "p"], [["b v a", "0.04"]]))], ["A note."])],
        curves.Length == 0 ? [] : [new SurvivalPicture(curves, "weeks", "death", 0.95)],
        "trialsim analyze data.csv");

    [Fact, Trait("Source", "ByHand")]
    public void Chart_TwoArms_HoldsStepsCensoringsMediansAndNumbersAtRisk()
    {
        JsonObject data = ReportOf(A, B).Charts().Single().Spec["datasets"]!.AsObject();

        Assert.Equal(7, data["curves"]!.AsArray().Count);
        Assert.Equal([3.0, 6.0, 4.0], data["censored"]!.AsArray().Select(row => (double)row!["time"]!));
        JsonNode median = Assert.Single(data["medians"]!.AsArray())!;
        Assert.Equal(("a", 5.0), ((string)median["arm"]!, (double)median["time"]!));
        // At 0, 1, … 6 just before the time: a has 4 until its event at 2, 3 until the censoring at 3, 2 until 5, 1 at 6.
        Assert.Equal([4, 4, 4, 3, 2, 2, 1], data["at_risk"]!.AsArray().Where(row => (string)row!["arm"]! == "a").Select(row => (int)row!["at_risk"]!));
        Assert.Equal([1, 1, 1, 1, 1, 0, 0], data["at_risk"]!.AsArray().Where(row => (string)row!["arm"]! != "a").Select(row => (int)row!["at_risk"]!));
    }

    [Fact, Trait("Source", "Property")]
    public void Chart_HundredThousandSteps_IsThinnedToWhatAPictureShows()
    {
        PatientCurvePoint[] points = [.. Enumerable.Range(0, 100_000).Select(step => new PatientCurvePoint("a", step, 100_000 - step, 1, step % 2, 1 - (step / 1e5), 0, 0, 1))];

        Chart chart = ReportOf(new PatientCurve("a", 100_000, 50_000, "50000", points)).Charts().Single();

        JsonArray drawn = chart.Spec["datasets"]!["curves"]!.AsArray();
        Assert.InRange(drawn.Count, 1_000, 1_600);
        Assert.Equal((0.0, 99_999.0), ((double)drawn[0]!["time"]!, (double)drawn[^1]!["time"]!));
        Assert.InRange(chart.Table.Rows.Count, 2, 400);
    }

    [Fact, Trait("Source", "Property")]
    public void Files_OfAnalysis_AreAReportThatLoadsNothingAndAChart()
    {
        IReadOnlyList<ReportFile> files = ReportOf(A, B).Files();

        Assert.Equal(["report.html", "charts/kaplan-meier.vl.json"], files.Select(file => file.Path));
        Assert.Contains("default-src 'none'", files[0].Content, StringComparison.Ordinal);
        Assert.Contains("b v a", files[0].Content, StringComparison.Ordinal);
        Assert.Contains("A note.", files[0].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("</script><b>", files[0].Content, StringComparison.Ordinal);
        Assert.Equal(files.Select(file => file.Content), ReportOf(A, B).Files().Select(file => file.Content));
    }

    [Fact, Trait("Source", "Property")]
    public void Files_WithoutCurves_HaveNoChart() => Assert.Equal(["report.html"], ReportOf().Files().Select(file => file.Path));

    [NodeFact, Trait("Source", "Property")]
    public void Chart_Rendered_ShowsArmsAndNumbersAtRisk()
    {
        string svg = System.Text.Encoding.UTF8.GetString(TrialSim.Charts.Images.ImageRenderer.Render(ReportOf(A, B).Charts().Single(), TrialSim.Charts.Images.ImageFormat.Svg));

        Assert.Contains("a · median 5 (2–not reached)", svg, StringComparison.Ordinal);
        Assert.Contains("median not reached", svg, StringComparison.Ordinal);
        Assert.Contains("Number at risk", svg, StringComparison.Ordinal);
        Assert.Contains("Time (weeks)", svg, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Chart_MeansAtVisits_KeepsTheOrderOfVisitsAndDrawsEveryMean()
    {
        ArmEstimate[] means = [new("a", "week 8", 4, 5, 3, 7), new("b", "week 8", 1, 6, 6, 6), new("a", "week 12", 3, 4, 2, 6)];
        Chart chart = new VisitMeansPicture(means, ["week 8", "week 12"], ["a", "b"], "score", 0.9).ChartOf("data.csv");

        Assert.Equal("[\"week 8\",\"week 12\"][datum.value]", ((string)chart.Spec["encoding"]!["x"]!["axis"]!["labelExpr"]!).Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal));
        Assert.Equal([-0.015, 0.015, 0.985], chart.Spec["data"]!["values"]!.AsArray().Select(row => (double)row!["place"]!));
        Assert.Equal([5.0, 6.0, 4.0], chart.Spec["data"]!["values"]!.AsArray().Select(row => (double)row!["value"]!));
        Assert.Equal(["week 8", "b", "1", "6.000"], chart.Table.Rows[1]);
        Assert.Contains("90 %", chart.Description, StringComparison.Ordinal);
    }

    [NodeFact, Trait("Source", "Property")]
    public void Chart_ProportionsAndMeans_CanBeRendered()
    {
        ProportionPicture proportions = new([new("a", "", 10, 0, 0, 0.3), new("b", "", 10, 0.5, 0.2, 0.8)], "responder yes", 0.95);
        VisitMeansPicture means = new([new("a", "1", 4, 5, 3, 7), new("b", "1", 1, 6, 6, 6), new("a", "2", 3, 4, 2, 6)], ["1", "2"], ["a", "b"], "score", 0.95);

        foreach (PatientPicture picture in new PatientPicture[] { proportions, means })
        {
            string svg = System.Text.Encoding.UTF8.GetString(TrialSim.Charts.Images.ImageRenderer.Render(picture.ChartOf("data.csv"), TrialSim.Charts.Images.ImageFormat.Svg));
            Assert.Contains("<svg", svg, StringComparison.Ordinal);
            Assert.Equal(picture is VisitMeansPicture, svg.Contains("line mark", StringComparison.Ordinal));
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        }
    }
}
