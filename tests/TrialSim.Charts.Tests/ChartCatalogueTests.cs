using System.Text.Json.Nodes;
using TrialSim.Results;

namespace TrialSim.Charts.Tests;

public sealed class ChartCatalogueTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Of_ThreeArmsTwoEndpoints_GivesPowerThenOneSurvivalChartEach()
    {
        Assert.Equal(
            ["power", "kaplan-meier-os-final", "kaplan-meier-pfs-final"],
            ChartCatalogue.Of(Runs.ThreeArms).Select(chart => chart.Name));
    }

    // Nothing differs between trials in their patients, so that there is nothing to draw of them.
    [Fact, Trait("Source", "ByHand")]
    public void Of_ResourcesOfSites_HaveAChartAndPatientsThatNeverDifferNone()
    {
        RunSummary summary = Runs.Resources with { Curves = [] };
        Chart chart = Assert.Single(ChartCatalogue.Of(summary));
        JsonNode view = Assert.Single(chart.Spec["vconcat"]!.AsArray())!;
        JsonArray bars = view["data"]!["values"]!.AsArray();

        Assert.Equal("resources", chart.Name);
        Assert.Equal([("time taken", 0.7), ("sessions that wait", 0.76), ("sessions after window", 0.22)], bars.Select(bar => ((string)bar!["share_of"]!, (double)bar["value"]!)));
        Assert.Equal("suite: a session waits 3.3 days on average", (string)view["title"]!["text"]!);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_NothingFinished_GivesNoChart() => Assert.Empty(ChartCatalogue.Of(Runs.Empty));

    [Fact, Trait("Source", "ByHand")]
    public void Of_PowerNowhereEstimable_LeavesPowerOut()
    {
        RunSummary summary = Runs.ThreeArms with
        {
            OperatingCharacteristics =
            [
                .. Runs.ThreeArms.OperatingCharacteristics.Select(row =>
                    row.Measure == Measures.Power ? row with { Value = null, Replicates = 0, NotEstimable = 10_000 } : row),
            ],
        };

        Assert.DoesNotContain(ChartCatalogue.Of(summary), chart => chart.Name == "power");
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_EndpointsThatDifferInPunctuationOnly_KeepsNamesApartAndSafe()
    {
        CurvePoint point = Runs.ThreeArms.Curves[0];
        RunSummary summary = Runs.ThreeArms with { Curves = [point with { Endpoint = "o/s" }, point with { Endpoint = "o s" }, point with { Endpoint = "../é" }] };

        Assert.Equal(
            ["power", "kaplan-meier-o-s-final", "kaplan-meier-o-s-final-2", "kaplan-meier-final"],
            ChartCatalogue.Of(summary).Select(chart => chart.Name));
    }

    // Each visit is an endpoint of its own.
    [Fact, Trait("Source", "ByHand")]
    public void Of_MeansOfAMarkerAtItsVisits_AreOneChartWithWholeNames()
    {
        string[] endpoints = ["afp_0mo", "afp_2mo", "change_2mo", "sessions"];
        RunSummary summary = Runs.ThreeArms with
        {
            Curves = [],
            OperatingCharacteristics = [.. endpoints.Select(endpoint => Runs.ThreeArms.OperatingCharacteristics[0] with { Endpoint = endpoint, Analysis = $"mean_{endpoint}", Arm = "tace", Measure = Measures.Mean, Value = 3 })],
            Statements =
            [
                new("design.endpoints.afp_0mo", "kind: continuous; at: {visit: clinic, number: 1}; marker: afp; better: lower", ""),
                new("design.endpoints.afp_2mo", "kind: continuous; at: {visit: clinic, number: 2}; marker: afp; better: lower", ""),
                new("design.endpoints.change_2mo", "kind: continuous; at: {visit: clinic, number: 2}; marker: afp; change: relative; better: lower", ""),
                new("design.endpoints.sessions", "kind: count; sessions_of: tace", ""),
            ],
        };
        Chart[] charts = [.. ChartCatalogue.Of(summary)];

        Assert.Equal(["Means of afp at final", "Means of afp, relative change at final", "Means of sessions at final"], charts.Select(chart => chart.Title));
        Assert.Equal(["means-final-afp", "means-final-afp-relative-change", "means-final-sessions"], charts.Select(chart => chart.Name));
        Assert.Equal(["mean_afp_0mo · tace", "mean_afp_2mo · tace"], charts[0].Spec["data"]!["values"]!.AsArray().Select(row => (string)row!["name"]!));
        Assert.Equal("width", (string)charts[0].Spec["layer"]![0]!["mark"]!["limit"]!["expr"]!);
    }

    [Fact, Trait("Source", "Property")]
    public void Of_SurvivalChart_CarriesTheCurveTableUnchanged()
    {
        JsonObject spec = ChartCatalogue.Of(Runs.ThreeArms).Single(chart => chart.Name == "kaplan-meier-os-final").Spec;

        IEnumerable<CurvePoint> drawn = JsonNode.Parse(spec.ToJsonString())!["datasets"]!["curves"]!.AsArray().Select(row => new CurvePoint(
            "final", "os", (string)row!["arm"]!, (double)row["months"]!, (double)row["survival"]!, (double)row["lower"]!, (double)row["upper"]!,
            (double)row["at_risk"]!, (long)row["replicates"]!));

        Assert.Equal(Runs.ThreeArms.Curves.Where(point => point.Endpoint == "os"), drawn);
    }

    [Fact, Trait("Source", "Property")]
    public void Of_PowerChart_CarriesThePowerRowsUnchanged()
    {
        JsonObject spec = ChartCatalogue.Of(Runs.ThreeArms)[0].Spec;

        Assert.Equal(
            Runs.ThreeArms.OperatingCharacteristics.Where(row => row.Measure == Measures.Power).Select(row => (row.Value, row.Lower, row.Upper, row.NotEstimable)),
            spec["data"]!["values"]!.AsArray().Select(row =>
                ((double?)row!["value"], (double?)row["lower"], (double?)row["upper"], (long)row["not_estimable"]!)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_SurvivalChart_IsBandCurveMediansAndNumbersAtRisk()
    {
        JsonObject spec = ChartCatalogue.Of(Runs.ThreeArms)[1].Spec;

        Assert.Equal(
            ["area", "line", "rule", "point", "point"],
            spec["vconcat"]![0]!["layer"]!.AsArray().Select(layer => (string)layer!["mark"]!["type"]!));
        Assert.Equal("text", (string)spec["vconcat"]![1]!["mark"]!["type"]!);
        Assert.Equal("step-after", (string)spec["vconcat"]![0]!["layer"]![1]!["mark"]!["interpolate"]!);
        Assert.Equal("Months since randomisation", (string)spec["vconcat"]![0]!["encoding"]!["x"]!["axis"]!["title"]!);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_FortyEightMonths_CountsAtRiskUnderTheTicks()
    {
        JsonObject spec = ChartCatalogue.Of(Runs.ThreeArms)[1].Spec;

        // 48 months in at most nine intervals of a round length: every 6 months.
        double[] expected = [0, 6, 12, 18, 24, 30, 36, 42, 48];
        Assert.Equal(expected, Doubles(spec["vconcat"]![0]!["encoding"]!["x"]!["axis"]!["values"]!));
        Assert.Equal(expected, AtRiskMonths(spec));
        Assert.True(JsonNode.DeepEquals(
            spec["vconcat"]![0]!["encoding"]!["x"]!["scale"],
            spec["vconcat"]![1]!["encoding"]!["x"]!["scale"]));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_TicksBetweenTheCurvesMonths_CountsAtRiskOnlyWhereTheCurveIsGiven()
    {
        // Quarters of a year on a 48-month axis with ticks every 6 months: 3, 9, 15 … are given, 6 and its multiples are not.
        RunSummary summary = Runs.ThreeArms with { Curves = [.. Runs.ThreeArms.Curves.Where(point => point.Months % 6 == 3 || point.Months is 0 or 48)] };

        Assert.Equal([0, 48], AtRiskMonths(ChartCatalogue.Of(summary)[1].Spec));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_MediansThatSomeTrialsDoNotReach_SaysSo()
    {
        Chart os = ChartCatalogue.Of(Runs.ThreeArms)[1];

        Assert.Contains("The median of tace_rfa is reached in 9,873 of 10,000 trials.", os.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("The median of tace is reached", os.Description, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_MedianReachedByNoTrial_IsNamedInTheLegendAndNotDrawn()
    {
        RunSummary summary = Runs.ThreeArms with
        {
            OperatingCharacteristics =
            [
                .. Runs.ThreeArms.OperatingCharacteristics.Select(row => row.Measure == Measures.MedianSurvival && row.Arm == "tace_rfa"
                    ? row with { Value = null, MonteCarloStandardError = null, Lower = null, Upper = null, Replicates = 0, NotEstimable = 10_000 }
                    : row),
            ],
        };

        JsonObject spec = ChartCatalogue.Of(summary)[1].Spec;

        Assert.Contains("tace_rfa · median not reached", (string)spec["vconcat"]![0]!["encoding"]!["color"]!["legend"]!["labelExpr"]!, StringComparison.Ordinal);
        Assert.Equal(["tace", "tace_sorafenib"], spec["datasets"]!["medians"]!.AsArray().Select(row => (string)row!["arm"]!));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_CurveThatFewReplicatesReach_IsDrawnOnlyAsFarAsNineteenInTwenty()
    {
        // Of 1,000 replicates 950 are 95 %: the arm tace ends at 40 months, the others at 48.
        Chart chart = ChartCatalogue.Of(WithOsCurves(point =>
            point with { Replicates = (point.Arm, point.Months) switch { ("tace", > 40) => 949, ("tace", > 30) => 950, _ => 1_000 } }))[1];

        Assert.Equal(
            [("tace", 40), ("tace_rfa", 48), ("tace_sorafenib", 48)],
            chart.Spec["datasets"]!["curves"]!.AsArray().GroupBy(row => (string)row!["arm"]!).Select(arm => (arm.Key, arm.Max(row => (double)row!["months"]!))));
        Assert.Equal(97, chart.Table.Rows.Count); // 0, 0.5 … 48 months
        Assert.Contains(chart.Spec["datasets"]!["at_risk"]!.AsArray(), row => (string)row!["arm"]! == "tace" && (double)row["months"]! == 48);
        Assert.Contains("Each curve ends where fewer than 95 % of the trials", chart.Description, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(3, 0.14)]
    [InlineData(8, 0.0625)] // 0.5 / 8: eight bands on one another leave the curves to be seen
    public void Of_MoreArms_HaveFainterBands(int arms, double opacity)
    {
        RunSummary summary = Runs.ThreeArms with { Arms = [.. Enumerable.Range(0, arms).Select(arm => $"arm{arm}")] };

        Assert.Equal(opacity, (double)ChartCatalogue.Of(summary)[1].Spec["vconcat"]![0]!["layer"]![0]!["mark"]!["opacity"]!);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_CurvesThatAllReplicatesReach_SpeaksOfNoEnd() =>
        Assert.DoesNotContain("Each curve ends", ChartCatalogue.Of(Runs.ThreeArms)[1].Description, StringComparison.Ordinal);

    [Fact, Trait("Source", "ByHand")]
    public void Of_CurvesThatNoArmIsDrawnFrom_SaysSoAndStillGivesItsTable()
    {
        Chart chart = ChartCatalogue.Of(WithOsCurves(point => point with { Replicates = 0 }))[1];

        Assert.Equal("No simulated trial has patients at risk at this look.", (string)Assert.Single(chart.Spec["data"]!["values"]!.AsArray())!["sentence"]!);
        Assert.Equal(97, chart.Table.Rows.Count);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(9_500, "tace_rfa · median 32.0 mo", true)]
    [InlineData(9_499, "tace_rfa · median reached in 94 % of trials", false)]
    public void Of_MedianThatManyTrialsDoNotReach_HasItsShareInPlaceOfAMark(long reached, string legend, bool isMarked)
    {
        RunSummary summary = Runs.ThreeArms with
        {
            OperatingCharacteristics =
            [
                .. Runs.ThreeArms.OperatingCharacteristics.Select(row => row.Measure == Measures.MedianSurvival && row.Endpoint == "os" && row.Arm == "tace_rfa"
                    ? row with { Replicates = reached, NotEstimable = 10_000 - reached }
                    : row),
            ],
        };

        JsonObject spec = ChartCatalogue.Of(summary)[1].Spec;

        Assert.Contains(legend, (string)spec["vconcat"]![0]!["encoding"]!["color"]!["legend"]!["labelExpr"]!, StringComparison.Ordinal);
        Assert.Equal(isMarked, spec["datasets"]!["medians"]!.AsArray().Any(row => (string)row!["arm"]! == "tace_rfa"));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_MedianBeyondTheDrawnCurve_IsNotMarked()
    {
        // The median of tace_rfa is 32 months.
        JsonObject spec = ChartCatalogue.Of(WithOsCurves(point => point with { Replicates = point.Months > 30 ? 900 : 1_000 }))[1].Spec;

        Assert.Equal(["tace", "tace_sorafenib"], spec["datasets"]!["medians"]!.AsArray().Select(row => (string)row!["arm"]!));
        Assert.Equal(30, Doubles(spec["vconcat"]![0]!["encoding"]!["x"]!["scale"]!["domain"]!)[1]);
    }

    [Fact, Trait("Source", "Property")]
    public void Of_AnyChart_DrawsAnArmInOneColour()
    {
        IReadOnlyList<Chart> charts = ChartCatalogue.Of(Runs.ThreeArms);
        ArmPalette palette = new(Runs.ThreeArms.Arms);

        Assert.Equal(
            ["tace_rfa", "tace_sorafenib", "tace_rfa", "tace_sorafenib"],
            charts[0].Spec["data"]!["values"]!.AsArray().Select(row => palette.Arms[palette.Colours.ToList().IndexOf((string)row!["colour"]!)]));
        foreach (Chart chart in charts.Skip(1))
        {
            JsonNode scale = chart.Spec["vconcat"]![0]!["encoding"]!["color"]!["scale"]!;
            Assert.Equal(palette.Arms, scale["domain"]!.AsArray().Select(arm => (string)arm!));
            Assert.Equal(palette.Colours, scale["range"]!.AsArray().Select(colour => (string)colour!));
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Of_AnyChart_HasATableOfEqualRows()
    {
        foreach (Chart chart in ChartCatalogue.Of(Runs.ThreeArms))
        {
            Assert.NotEmpty(chart.Table.Rows);
            Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
        }
    }

    private static RunSummary WithOsCurves(Func<CurvePoint, CurvePoint> change) =>
        Runs.ThreeArms with { Curves = [.. Runs.ThreeArms.Curves.Select(point => point.Endpoint == "os" ? change(point) : point)] };

    private static double[] AtRiskMonths(JsonObject spec) =>
        [.. spec["datasets"]!["at_risk"]!.AsArray().Select(row => (double)row!["months"]!).Distinct()];

    private static double[] Doubles(JsonNode values) => [.. values.AsArray().Select(value => (double)value!)];
}
