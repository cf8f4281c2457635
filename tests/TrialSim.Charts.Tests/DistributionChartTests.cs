using System.Text.Json.Nodes;
using TrialSim.Results;

namespace TrialSim.Charts.Tests;

public sealed class DistributionChartTests
{
    private static readonly DistributionBin[] Medians =
    [
        Bin("tace", 15, 20, 4_000, 0), Bin("tace", 20, 25, 6_000, 0),
        Bin("tace_rfa", 25, 30, 3_000, 2_000), Bin("tace_rfa", 30, 35, 5_000, 2_000),
    ];

    private static readonly RunSummary Run = Runs.ThreeArms with
    {
        OperatingCharacteristics =
        [
            Row("tace", Measures.MedianSurvival, 20.4), Row("tace", Measures.QuantileOf(Measures.MedianSurvival, 0.025), 16), Row("tace", Measures.QuantileOf(Measures.MedianSurvival, 0.975), 24),
            Row("tace", Measures.TrueMedian, 19.5), Row("tace_rfa", Measures.MedianSurvival, 30.2),
        ],
        Distributions = Medians,
    };

    [Fact, Trait("Source", "ByHand")]
    public void Estimates_EachArm_HasItsBarsAndLines()
    {
        Chart chart = Of(Run);
        JsonArray views = chart.Spec["vconcat"]!.AsArray();
        JsonNode[] bars = [.. views.Select(view => view!["layer"]![0]!)];
        JsonArray lines = views[0]!["layer"]![1]!["data"]!["values"]!.AsArray();

        Assert.Equal("distributions.csv", chart.Source);
        Assert.Equal([15.0, 20, 25, 30], bars.SelectMany(layer => layer["data"]!["values"]!.AsArray()).Select(bin => (double)bin!["from"]!));
        Assert.Equal([("mean", 20.4), ("truth", 19.5), ("middle 95 %", 16), ("middle 95 %", 24)], lines.Select(line => ((string)line!["what"]!, (double)line["at"]!)));
        Assert.Equal(["#0072B2", "#D55E00"], bars.Select(layer => (string)layer["mark"]!["color"]!));
        Assert.Contains("had every event been known on its day", chart.Description, StringComparison.Ordinal);

        // One axis for all, wide enough for each.
        Assert.All(bars, layer => Assert.Equal("[15,35]", layer["encoding"]!["x"]!["scale"]!["domain"]!.ToJsonString()));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Estimates_ThatSomeTrialsDoNotReport_SayInHowMany() =>
        Assert.Equal("tace_rfa · none in 2,000 of 10,000 trials", (string)Of(Run).Spec["vconcat"]![1]!["layer"]!.AsArray()[^1]!["data"]!["values"]![0]!["name"]!);

    [Fact, Trait("Source", "ByHand")]
    public void Estimates_OfARatio_AreOnALogarithmicAxisWithTheTruthOfTheFormula()
    {
        RunSummary run = Run with
        {
            Formulas = [Runs.ThreeArms.Formulas[0] with { Analysis = "os_hr", Measure = Measures.HazardRatio, Formula = 0.7 }],
            Distributions =
            [
                .. new[] { (0.5, 0.7), (0.7, 0.98) }.Select(ends => new DistributionBin("final", "os", "os_hr", "tace_rfa v tace", Measures.HazardRatio, "ratio", ends.Item1, ends.Item2, 5_000, 0.5)),
            ],
        };
        Chart chart = ChartCatalogue.Of(run).Single(chart => chart.Name == "estimates-os_hr-hazard_ratio");
        JsonNode view = chart.Spec["vconcat"]![0]!;

        Assert.Equal("log", (string)view["layer"]![0]!["encoding"]!["x"]!["scale"]!["type"]!);

        // Left alone, the axis has no number above 1, where half of the trials may be.
        Assert.Equal("[0.5,0.6,0.7,0.8,0.9]", view["layer"]![0]!["encoding"]!["x"]!["axis"]!["values"]!.ToJsonString());
        Assert.Equal(["truth"], view["layer"]![1]!["data"]!["values"]!.AsArray().Select(line => (string)line!["what"]!));
        Assert.Contains("as the design formulas derive it", chart.Description, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Estimates_OfManyArmsAtManyLooks_ShowTheLastLookAndHaveAllInTheTable()
    {
        RunSummary many = Run with { Distributions = [.. new[] { "first", "second", "final" }.SelectMany(look => Enumerable.Range(1, 4).SelectMany(arm => Medians.Take(2).Select(bin => bin with { Look = look, Arm = $"arm {arm}" })))] };
        Chart chart = Of(many);

        Assert.Equal(4, chart.Spec["vconcat"]!.AsArray().Count);
        Assert.Equal(24, chart.Table.Rows.Count(row => row[1] == "range"));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Estimates_ThatAllTrialsShare_HaveNoChart() =>
        Assert.DoesNotContain(ChartCatalogue.Of(Run with { Distributions = [Bin("tace", 20, 20, 1, 0)] }), chart => chart.Name.StartsWith("estimates-", StringComparison.Ordinal));

    [Theory, Trait("Source", "ByHand")]
    [InlineData(9, 9)]
    [InlineData(10, 0)]
    public void Estimates_OfMeansAtManyVisits_LeaveThoseToTheChartOfMeans(int visits, int shown)
    {
        RunSummary run = Run with
        {
            Distributions = [.. Medians, .. Enumerable.Range(1, visits).SelectMany(visit => Medians.Select(bin => bin with { Analysis = $"afp_{visit}", Measure = Measures.Mean }))],
        };
        string[] names = [.. ChartCatalogue.Of(run).Select(chart => chart.Name).Where(name => name.StartsWith("estimates-", StringComparison.Ordinal))];

        Assert.Contains("estimates-os_median-median", names);
        Assert.Equal(shown, names.Count(name => name.EndsWith("-mean", StringComparison.Ordinal)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Course_OfWholeNumbers_NamesTheNumbersOfARange()
    {
        Chart chart = ChartCatalogue.Of(Runs.Sequential).Single(chart => chart.Name == "trial-events-os");

        Assert.Equal(["150–199", "200–249", "250–299"], chart.Table.Rows.Where(row => row[0] == "range").Select(row => row[1]));
        Assert.Equal(["mean", "median", "middle half", "middle half", "middle 90 %", "middle 90 %"], chart.Table.Rows.Where(row => row[0] != "range").Select(row => row[0]));
        Assert.DoesNotContain(ChartCatalogue.Of(Runs.Resources), other => other.Name == "trial-patients");
    }

    private static Chart Of(RunSummary summary) => ChartCatalogue.Of(summary).Single(chart => chart.Name == "estimates-os_median-median");

    private static DistributionBin Bin(string arm, double from, double to, long replicates, long missing) =>
        new("final", "os", "os_median", arm, Measures.MedianSurvival, "months", from, to, replicates, replicates / (10_000.0 - missing)) { NotEstimable = missing };

    private static OperatingCharacteristic Row(string arm, string measure, double value) => new("final", "os", "os_median", arm, measure, "months", value, 0.1, value, value, 10_000, 0);
}
