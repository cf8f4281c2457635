using System.Text.Json.Nodes;
using TrialSim.Charts.Reports;
using TrialSim.Results;

namespace TrialSim.Charts.Tests;

/// <summary>How charts and tables name what a test over looks rejects, and what stands beside it.</summary>
public sealed class SequentialRunTests
{
    [Fact, Trait("Source", "ByHand")]
    public void PowerChart_TestOverLooks_HasItsPowerFirstAndCallsTheRestAsTheTableDoes()
    {
        Chart chart = ChartCatalogue.Of(Runs.Sequential).Single(chart => chart.Name == "power");
        JsonNode spec = chart.Spec;

        Assert.Equal(
            ["os_test, over all looks · tace_rfa v tace", "os_test at interim · tace_rfa v tace", "os_test at final · tace_rfa v tace"],
            spec["data"]!["values"]!.AsArray().Select(row => (string)row!["name"]!));
        Assert.Equal([0.868, 0.2, 0.668], spec["data"]!["values"]!.AsArray().Select(row => (double)row!["value"]!));
        Assert.Equal("Power; at a look: rejects, of all trials", chart.Table.Columns[3]);
        Assert.Contains("Probability of rejection", spec.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Power (probability", spec.ToJsonString(), StringComparison.Ordinal);

        // The targets are those of a power: over the first of the three rows.
        JsonNode targets = spec["layer"]![0]!["encoding"]!;
        Assert.Equal((0, (int)spec["height"]! / 3), ((int)targets["y"]!["value"]!, (int)targets["y2"]!["value"]!));
    }

    [Fact, Trait("Source", "ByHand")]
    public void ByAnalysis_TestWithoutBoundsBesideOneWith_IsUnadjustedAndTellsItsEstimate()
    {
        HeadlineTable headline = HeadlineTables.ByAnalysis(Runs.Sequential.OperatingCharacteristics);
        IReadOnlyList<string> beside = headline.Table.Rows.Single(row => row[0].StartsWith("os_hr\nos · interim", StringComparison.Ordinal));

        Assert.EndsWith(" · unadjusted", beside[0], StringComparison.Ordinal);
        Assert.DoesNotContain(beside, cell => cell.Contains("58", StringComparison.Ordinal));
        Assert.Contains(beside, cell => cell.StartsWith("0.700", StringComparison.Ordinal));
        Assert.Contains(headline.Key, pair => pair.Term == "unadjusted");
        Assert.DoesNotContain(headline.Table.Rows, row => row[0].StartsWith("os_test", StringComparison.Ordinal) && row[0].Contains("unadjusted", StringComparison.Ordinal));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Courses_EachMeasure_HasASentence()
    {
        IReadOnlyList<Chart> charts = ChartCatalogue.Of(Runs.Sequential);

        Assert.StartsWith("How many events of os a trial has seen at its last look. ", charts.Single(chart => chart.Title == "Events of os in a trial").Description, StringComparison.Ordinal);
        Assert.StartsWith("How long a trial lasts, from its opening ", charts.Single(chart => chart.Title == "Duration of a trial").Description, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void KaplanMeier_WithoutMedians_DoesNotDescribeThem()
    {
        string Description(RunSummary summary) => ChartCatalogue.Of(summary).First(chart => chart.Name.StartsWith("kaplan-meier", StringComparison.Ordinal)).Description;

        Assert.Contains("Dotted drop lines", Description(Runs.ThreeArms), StringComparison.Ordinal);
        Assert.DoesNotContain("Dotted drop lines", Description(Runs.Sequential), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Report_TablesOfWholeTrials_ExplainTheirFigures()
    {
        static string Html(RunSummary summary) => ReportFiles.Of(summary).Single(file => file.Path == "report.html").Content;

        Assert.Contains("In 12 of 10,012 trials no look takes place", Html(Runs.Sequential), StringComparison.Ordinal);
        Assert.Contains("<p>Share taken: of the time that the resource is offered.", Html(Runs.Resources), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Report_CodeInADescription_IsSetAsCode()
    {
        RunSummary summary = Runs.ThreeArms with { Manifest = Runs.ThreeArms.Manifest with { Description = "See `trialsim <check>` for ` the bounds." } };

        Assert.Contains("See <code>trialsim &lt;check&gt;</code> for ", ReportFiles.Of(summary).Single(file => file.Path == "report.html").Content, StringComparison.Ordinal);
    }

    // A trial that stops early has no curve at the final look: those that have one are drawn all the same, and are who the picture is about.
    [Fact, Trait("Source", "Regression")]
    public void KaplanMeier_OfALookThatThreeTrialsInFourReach_IsDrawnAsThatOfAllWould()
    {
        RunSummary all = Runs.ThreeArms;
        RunSummary some = all with { Curves = [.. all.Curves.Select(point => point with { Replicates = point.Replicates * 3 / 4 })] };
        Chart Of(RunSummary summary) => ChartCatalogue.Of(summary).Single(chart => chart.Name == "kaplan-meier-os-final");
        int CurvePoints(RunSummary summary) => ((JsonArray)Of(summary).Spec["datasets"]!["curves"]!).Count;

        Assert.True(CurvePoints(all) > 0);
        Assert.Equal(CurvePoints(all), CurvePoints(some));
        Assert.NotEqual(Of(all).Description, Of(some).Description);
    }
}
