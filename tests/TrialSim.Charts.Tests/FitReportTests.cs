using System.Text.Json.Nodes;
using TrialSim.Charts.Specs;

namespace TrialSim.Charts.Tests;

/// <summary>The report of fitted hazards and its charts.</summary>
public sealed class FitReportTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Chart_BeyondTheLastObservation_IsDashedFromThereOn()
    {
        Chart chart = Assert.Single(Report(CurvesOf("", 2)).Charts());

        JsonNode data = chart.Spec["datasets"]!;
        Assert.Equal([0, 10, 0, 10], Times(data["fitted"]!));
        Assert.Equal([10, 15, 10, 15], Times(data["extrapolated"]!));
        Assert.Equal([0, 4, 10], Times(data["observed"]!));
        Assert.Equal("fits", chart.Name);

        // At risk just before 0, 2 … 14: all up to the first step, then who is left, then nobody.
        Assert.Equal([20, 20, 20, 12, 12, 12, 0, 0], data["at_risk"]!.AsArray().Select(row => row!["at_risk"]!.GetValue<int>()));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Chart_NineFamilies_HaveColoursOfTheirOwn()
    {
        Chart chart = Assert.Single(Report(CurvesOf("", 9)).Charts());

        JsonArray colours = chart.Spec["vconcat"]![0]!["encoding"]!["color"]!["scale"]!["range"]!.AsArray();
        Assert.Equal(10, colours.Select(colour => colour!.GetValue<string>()).Distinct().Count());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Chart_SingleFigures_ClaimNoFamiliesAndNoObservation()
    {
        FittedCurves medians = CurvesOf("", 2) with { Kind = ObservedKind.Figures, ObservedName = "The medians" };

        Assert.Equal(
            "Dots: The medians. Coloured lines: the fitted curves, dashed where they are extrapolated beyond 10 months.",
            Assert.Single(Report(medians).Charts()).Description);
    }

    // The observed curve was all but invisible on a dark page.
    [Fact, Trait("Source", "Regression")]
    public void Page_Dark_TurnsOverTheObservedCurve() => Assert.Contains(
        $".chart svg [stroke=\"{SpecTheme.Text}\"] {{ stroke: var(--text); }}", Report(CurvesOf("", 1)).Files()[0].Content, StringComparison.Ordinal);

    [Fact, Trait("Source", "ByHand")]
    public void Files_ArmsThatAFileNameCannotTellApart_HaveFilesOfTheirOwn()
    {
        IReadOnlyList<ReportFile> files = Report(CurvesOf("a b", 1), CurvesOf("a/b", 1)).Files();

        Assert.Equal(["report.html", "charts/fits-a-b-1.vl.json", "charts/fits-a-b-2.vl.json"], files.Select(file => file.Path));
        Assert.Contains("hazard: {median: 3mo}  # &lt;a&gt;", files[0].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("<a>", files[0].Content, StringComparison.Ordinal);
    }

    private static FitReport Report(params FittedCurves[] curves) =>
        new("data.csv", "1.0", ["Read."], [], curves, "months", "hazard: {median: 3mo}  # <a>", "trialsim fit data.csv");

    private static FittedCurves CurvesOf(string arm, int families) => new(
        arm,
        ObservedKind.KaplanMeier,
        "Kaplan–Meier curve",
        [new(0, 1, 1, 1, 20), new(4, 0.6, 0.4, 0.8, 20), new(10, 0.2, 0.1, 0.4, 12)],
        [.. Enumerable.Range(1, families).Select(i => new FittedFamily($"family_{i}", $"AIC {i}", [new(0, 1), new(10, 0.3), new(15, 0.1)]))],
        10,
        15);

    private static double[] Times(JsonNode rows) => [.. rows.AsArray().Select(row => row!["time"]!.GetValue<double>())];
}
