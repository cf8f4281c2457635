using System.Text.Json.Nodes;
using TrialSim.Results;

namespace TrialSim.Charts.Tests;

public sealed class BoundsChartTests
{
    private static readonly SequentialPathPoint[] Planned =
    [
        new(0, "os_test", "tace_rfa v tace", "interim", 0.5, null, 2.9626, 0.3141, SequentialPathPoint.Planned),
        new(0, "os_test", "tace_rfa v tace", "final", 1, null, 1.9686, null, SequentialPathPoint.Planned),
    ];

    private static readonly RunSummary Sequential = Runs.Sequential with
    {
        OperatingCharacteristics =
        [
            .. Runs.Sequential.OperatingCharacteristics,
            Share("interim", "os_test", Measures.FirstRejection, 0.2),
            Share("final", "os_test", Measures.FirstRejection, 0.668),
            Share("interim", "", Measures.StopProbability, 0.031) with { Subject = "futility" },
            Share("", "", Measures.StopProbability, 0.231),
        ],
        Paths =
        [
            .. Planned,
            Planned[0] with { Replicate = 1, Z = 0.96, Outcome = SequentialPathPoint.GoesOn },
            Planned[1] with { Replicate = 1, Z = 2.34, Outcome = SequentialPathPoint.Rejected },
            Planned[0] with { Replicate = 2, Z = 0.1, Outcome = SequentialPathPoint.Futile },
            Planned[0] with { Replicate = 3, Z = 2.1, InformationFraction = 0.55, EfficacyBound = 2.81, Outcome = SequentialPathPoint.GoesOn },
        ],
    };

    [Fact, Trait("Source", "ByHand")]
    public void Paths_AreThoseOfTheTableAndColouredByTheirLastStage()
    {
        Chart chart = Of(Sequential);
        JsonNode datasets = chart.Spec["datasets"]!;

        Assert.Equal(("paths.csv", ReportPart.Methods), (chart.Source, chart.Part));
        Assert.Equal([0.96, 2.34, 0.1, 2.1], datasets["paths"]!.AsArray().Select(point => (double)point!["z"]!));
        Assert.Equal(["rejects", "rejects", "futile", "undecided"], datasets["paths"]!.AsArray().Select(point => (string)point!["ending"]!));
        Assert.Equal([false, true, true, true], datasets["paths"]!.AsArray().Select(point => (bool)point!["is_last"]!));
        Assert.Equal([2.9626, 1.9686], datasets["planned"]!.AsArray().Select(point => (double)point!["efficacy_bound"]!));
        Assert.Equal([0.55], datasets["used"]!.AsArray().Select(point => (double)point!["information_fraction"]!));
        Assert.Equal(Sequential.Paths.Count, chart.Table.Rows.Count);
        Assert.Contains("bounds as they were at the information that trials had", chart.Description, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Shares_AreTheFirstRejectionsAndStopsOfEachLook()
    {
        JsonArray shares = Of(Sequential).Spec["datasets"]!["shares"]!.AsArray();

        Assert.Equal(
            [("interim", "rejects", 0.2, "20 %"), ("final", "rejects", 0.668, "67 %"), ("interim", "stops for futility", 0.031, "3.1 %")],
            shares.Select(share => ((string)share!["look"]!, (string)share["what"]!, (double)share["share"]!, (string)share["label"]!)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Looks_ThatNoTrialReaches_LeaveTheBoundsAndASentence()
    {
        Chart chart = Of(Sequential with { Paths = Planned, OperatingCharacteristics = [] });

        Assert.Contains("No simulated trial reaches a look", chart.Spec["title"]!["subtitle"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(chart.Spec["datasets"]!["paths"]!.AsArray());
        Assert.DoesNotContain("NaN", chart.Spec.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Paths_OfManyTests_AreFewerEach()
    {
        RunSummary many = Sequential with
        {
            Paths =
            [
                .. Enumerable.Range(1, 4).SelectMany(test => Planned.Concat(Enumerable.Range(1, 200).Select(replicate => Planned[0] with { Replicate = (uint)replicate, Z = 3.5, Outcome = SequentialPathPoint.Rejected }))
                    .Select(point => point with { Analysis = $"test_{test}" })),
            ],
        };
        Chart[] charts = [.. ChartCatalogue.Of(many).Where(chart => chart.Name.StartsWith("bounds-", StringComparison.Ordinal))];

        Assert.Equal(4, charts.Length);
        Assert.All(charts, chart => Assert.Equal((80, 202), (chart.Spec["datasets"]!["paths"]!.AsArray().Count, chart.Table.Rows.Count)));
    }

    private static Chart Of(RunSummary summary) => ChartCatalogue.Of(summary).Single(chart => chart.Name == "bounds-os_test");

    private static OperatingCharacteristic Share(string look, string analysis, string measure, double value) =>
        new(look, "", analysis, "", measure, "probability", value, 0.004, value, value, 10_000, 0);
}
