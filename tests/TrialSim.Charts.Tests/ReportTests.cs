using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TrialSim.Charts.Reports;
using TrialSim.Results;
using TrialSim.Results.Outlines;

namespace TrialSim.Charts.Tests;

public sealed partial class ReportTests
{
    private static readonly ChartAssets Assets = new("globalThis.vegaEmbed = undefined;\n", "a licence with <angle> brackets");

    [Fact, Trait("Source", "Property")]
    public void Render_SameSummaryTwice_GivesTheSameText()
    {
        Assert.Equal(Report.Render(Runs.ThreeArms), Report.Render(Runs.ThreeArms));
        Assert.Equal(ReportFiles.Of(Runs.ThreeArms), ReportFiles.Of(Runs.ThreeArms));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_ThreeArms_TellsTheHeadlineFigures()
    {
        string html = Page(Runs.ThreeArms);

        Assert.Contains("<h1>three-arm-tace</h1>", html, StringComparison.Ordinal);
        Assert.Contains("0.881 ± 0.003<br><small>0.875–0.887</small>", html, StringComparison.Ordinal);
        Assert.Contains("0.431 ± 0.005<br><small>0.421–0.441</small><br><small>not estimable in 40 of 10,000 replicates</small>", html, StringComparison.Ordinal);
        Assert.Contains("48.03 ± 0.01<br><small>48.01–48.05</small>", html, StringComparison.Ordinal);
        Assert.Contains("trialsim run scenario.yaml --seed 20261121 --replicates 10000", html, StringComparison.Ordinal);
        Assert.Contains(Runs.ThreeArms.Manifest.ResolvedScenarioSha256, html, StringComparison.Ordinal);
    }

    // 40 of the replicates without an estimate have no look: none of those that have it is without.
    [Fact, Trait("Source", "ByHand")]
    public void Render_LookThatNotAllTrialsHave_IsNoFailureToEstimateAndNoPower()
    {
        RunSummary summary = Runs.ThreeArms with
        {
            OperatingCharacteristics =
            [
                .. Runs.ThreeArms.OperatingCharacteristics.Where(row => row.Measure != Measures.LookReached).Select(row => row.Measure == Measures.LookTime ? row with { NotEstimable = 40 } : row),
                new("final", "", "", "", Measures.LookReached, "probability", 0.996, 0.0006, 0.9948, 0.9972, 10_000, 0),
            ],
        };
        string headline = Page(summary).Split("id=\"everything\"")[0];

        Assert.Contains("0.431 ± 0.005<br><small>0.421–0.441</small>", headline, StringComparison.Ordinal);
        Assert.DoesNotContain("not estimable in 40 of", headline, StringComparison.Ordinal);
        Assert.Contains("not estimable in 87 of", headline, StringComparison.Ordinal); // Medians: 127, of which 40 have no look.
        Assert.Contains(">Rejects, of all trials</th>", headline, StringComparison.Ordinal);
    }

    // Without a power over all looks, the power at the last one: two figures under one name would contradict each other.
    [Fact, Trait("Source", "ByHand")]
    public void Render_TestAtSeveralLooksWithoutOneOverAll_HeadsWithThePowerAtTheLast()
    {
        RunSummary summary = Runs.ThreeArms with
        {
            OperatingCharacteristics = [.. Runs.ThreeArms.OperatingCharacteristics.Select(row => row with { Look = "interim", Value = row.Value / 2 }), .. Runs.ThreeArms.OperatingCharacteristics],
        };
        string facts = Page(summary).Split("facts key-facts\">")[1].Split("</dl>")[0];

        Assert.Contains("<dt>Power of os_rfa at final</dt><dd>0.881 ± 0.003</dd>", facts, StringComparison.Ordinal);
        Assert.Contains("<dt>Power of pfs_sorafenib at final</dt>", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("0.441", facts, StringComparison.Ordinal);
        Assert.Contains("<dt>Power of os_rfa</dt>", Page(Runs.ThreeArms), StringComparison.Ordinal); // One look needs no name.
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_TrialThatMayStop_TellsOfItAsAWhole()
    {
        string html = Page(Runs.TwoLooks);

        Assert.Contains("The trial as a whole", html, StringComparison.Ordinal);
        Assert.Contains("0.800 ± 0.004<br><small>0.792–0.808</small>", html, StringComparison.Ordinal);
        Assert.Contains("0.024 ± 0.002<br>", html, StringComparison.Ordinal);
        Assert.Contains("Stops for futility", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" role=\"columnheader\">Subject</th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("The trial as a whole", Page(Runs.ThreeArms), StringComparison.Ordinal);
    }

    // Of every trial .15 and .05 stop at the look, and .8 go to the end; of 40 months on average between 31 and 49.
    [Fact, Trait("Source", "ByHand")]
    public void Charts_TrialThatMayStop_ShowWhereItEndsAndHowLongItTakes()
    {
        IReadOnlyList<Chart> charts = ChartCatalogue.Of(Runs.TwoLooks with { Curves = [] });

        Assert.Equal(["stops", "trial-duration"], charts.Take(2).Select(chart => chart.Name));
        Assert.Equal(
            [["interim", "stops for efficacy", "0.1500"], ["interim", "stops for futility", "0.0500"], ["end", "goes to the end", "0.8000"]],
            charts[0].Table.Rows);
        Assert.Equal(
            [["mean", "40.0"], ["median", "40.0"], ["middle half", "35.0"], ["middle half", "45.0"], ["middle 90 %", "31.0"], ["middle 90 %", "49.0"]],
            charts[1].Table.Rows.Take(6).Select(row => row.Take(2)));
        Assert.Equal(["range", "35.0–40.0", "4,000", "0.4000"], charts[1].Table.Rows[7]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_DescriptionWithBlankLines_KeepsItsParagraphs()
    {
        Manifest manifest = Runs.ThreeArms.Manifest with { Description = "Which arm?\nAnd why?\n\nAssumptions: a < b.\r\n  \r\n\r\nNone.\n" };

        string html = Page(Runs.ThreeArms with { Manifest = manifest });

        Assert.Contains(
            "<p class=\"lead\">Which arm? And why?</p>\n<p class=\"story\">Assumptions: a &lt; b.</p>\n<p class=\"story\">None.</p>\n",
            html.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_EmptyDescription_AddsNoParagraph() => Assert.DoesNotContain(
        "class=\"lead\"", Page(Runs.ThreeArms with { Manifest = Runs.ThreeArms.Manifest with { Description = "\n \n" } }), StringComparison.Ordinal);

    [Theory, Trait("Source", "ByHand")]
    [InlineData("0.1.0+0123456789abcdef0123456789abcdef01234567", "0.1.0, revision 012345678")]
    [InlineData("0.1.0", "0.1.0")]
    [InlineData("0.1.0-beta.2+local", "0.1.0-beta.2+local")]
    public void Render_Version_ShowsNineDigitsOfTheRevision(string programVersion, string expected)
    {
        string html = Page(Runs.ThreeArms with { Manifest = Runs.ThreeArms.Manifest with { ProgramVersion = programVersion } });

        Assert.Equal(3, Regex.Count(html, $"(<dd>|content=\"TrialSim ){Regex.Escape(Html.Escape(expected))}(</dd>|\")"));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_EveryHeading_IsExplainedOnceInTheKey()
    {
        string html = Page(Runs.ThreeArms);

        foreach (string term in new[] { "Power", "Hazard ratio", "Mean Z", "Median, months", "Events" })
        {
            Assert.Equal(1, Regex.Count(html, $"<dt>{Regex.Escape(term)}</dt>"));
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_FamiliesOfTwoEndpoints_AreToldApart()
    {
        OperatingCharacteristic[] errors =
        [
            .. new[] { "os", "pfs" }.Select(endpoint => Runs.ThreeArms.OperatingCharacteristics[0] with { Look = "", Endpoint = endpoint, Analysis = "", Arm = "", Measure = Measures.FamilyWiseError, Value = 0.09, Unit = "probability" }),
        ];
        string html = Page(Runs.ThreeArms with { OperatingCharacteristics = [.. Runs.ThreeArms.OperatingCharacteristics, .. errors] });

        Assert.Contains("<dt>Family-wise error on os</dt>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Family-wise error on pfs</dt>", html, StringComparison.Ordinal);
        Assert.Contains("At least one test on pfs:", html, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_ExampleTrials_SayWhatTheEstimateIsAndOnWhichSidesPIs()
    {
        RunSummary run = Samples.ThreeArms with
        {
            Statements = [new("design.testing", "one_sided_alpha: 0.025", "")],
            Examples = [Samples.ThreeArms.Examples[0] with { Measure = Measures.HazardRatio }],
        };

        Assert.Contains("os_rfa: Z 3.10, one-sided p 0.0020, hazard ratio 0.600.", Page(run), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_EstimateWhoseTruthIsKnown_TellsItsBias()
    {
        OperatingCharacteristic mean = Runs.ThreeArms.OperatingCharacteristics.First(row => row.Measure == Measures.HazardRatio);
        RunSummary run = Runs.ThreeArms with
        {
            OperatingCharacteristics = [mean with { Value = 0.716, MonteCarloStandardError = 0.002 }],
            Formulas = [Runs.ThreeArms.Formulas[0] with { Look = mean.Look, Analysis = mean.Analysis, Arm = mean.Arm, Measure = mean.Measure, Formula = 0.7 }],
            Distributions = [new(mean.Look, mean.Endpoint, mean.Analysis, mean.Arm, mean.Measure, "ratio", 0.5, 0.9, 10_000, 1)],
        };
        string table = Regex.Match(Page(run), "<h3 id=\"truth\">.*?</table>", RegexOptions.Singleline).Value;

        Assert.Equal(["0.700", "0.716 ± 0.002", "+0.016 ± 0.002"], Regex.Matches(table, "<span>(.*?)</span>").Select(cell => cell.Groups[1].Value.Replace("&#x2B;", "+", StringComparison.Ordinal)));
        Assert.DoesNotContain("id=\"truth\"", Page(Runs.ThreeArms with { Distributions = [] }), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public void Render_AnyRow_AppearsInTheFullTable()
    {
        string html = Page(Runs.ThreeArms);

        Assert.All(
            Runs.ThreeArms.OperatingCharacteristics,
            row => Assert.Contains(Figures.Estimate(row).Split('\n')[0], html, StringComparison.Ordinal));
    }

    [Fact, Trait("Source", "Property")]
    public void Render_Specs_ReadBackAsTheChartsSpecs()
    {
        foreach (RunSummary summary in new[] { Runs.ThreeArms, Runs.HostileNames })
        {
            IReadOnlyList<Chart> charts = ChartCatalogue.Of(summary);
            JsonNode[] embedded =
                [.. SpecScript().Matches(Page(summary)).Select(match => JsonNode.Parse(match.Groups["json"].Value)!)];

            Assert.Equal(charts.Count, embedded.Length);
            Assert.All(charts.Zip(embedded), pair => Assert.True(JsonNode.DeepEquals(pair.First.Spec, pair.Second)));
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_HostileNames_AddsNoElement()
    {
        string html = Page(Runs.HostileNames);

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!-- ", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Equal(Tags(Page(Runs.ThreeArms)), Tags(html));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_Assets_AreEscapedWhereTheyAreText() =>
        Assert.Contains("a licence with &lt;angle&gt; brackets", Page(Runs.ThreeArms), StringComparison.Ordinal);

    [Fact, Trait("Source", "Property")]
    public void Render_WithTheBundledRuntime_LoadsNothing()
    {
        string html = Report.Render(Runs.ThreeArms);
        string markup = Script().Replace(html, "<script></script>");

        Assert.Contains("default-src 'none'", markup, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)\s(src|srcset|action|poster|data)\s*=", markup);
        Assert.DoesNotMatch(@"(?i)\shref\s*=\s*""[^#]", markup);
        Assert.DoesNotMatch(@"(?i)<(link|iframe|object|embed|base|img)\b", markup);
        Assert.DoesNotMatch(@"(?i)@import|url\(", markup);
    }

    [Fact, Trait("Source", "Property")]
    public void Render_WithTheBundledRuntime_ClosesEachScriptOnce()
    {
        string html = Report.Render(Runs.ThreeArms);

        Assert.Equal(
            html.Split("<script").Length - 1,
            Script().Count(html));
        Assert.Equal(html.Split("</script").Length, html.Split("<script").Length);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_WithoutRuntime_SaysWhatToInstallAndKeepsTheTables()
    {
        string html = Report.Render(Runs.ThreeArms, ChartCatalogue.Of(Runs.ThreeArms), ChartAssets.None);

        Assert.Contains("Install Node.js 20 or later", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("Table: Kaplan–Meier curves of os at final", html, StringComparison.Ordinal);
        Assert.Contains("0.881 ± 0.003", html, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_NothingFinished_SaysSo()
    {
        string html = Page(Runs.Empty);

        Assert.Contains("0 of 10,000 replicates are finished", html, StringComparison.Ordinal);
        Assert.Contains("nothing to tell yet", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", html, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_OnPaper_IsLightAndLeavesOutWhatIsFolded()
    {
        string print = Page(Runs.ThreeArms).Split("@media print")[1].Split("</style>")[0];

        Assert.Contains("color-scheme: light;", print, StringComparison.Ordinal);
        Assert.Matches(@"details, footer, \[aria-labelledby=""everything""\] \{ display: none; \}", print);
        Assert.Contains("<section aria-labelledby=\"everything\">", Page(Runs.ThreeArms), StringComparison.Ordinal);
    }

    // A quarter of the trials has no look at all: it goes to no end.
    [Fact, Trait("Source", "ByHand")]
    public void Charts_TrialsWithoutALook_DoNotGoToTheEnd()
    {
        Chart stops = ChartCatalogue.Of(Runs.TwoLooks with
        {
            OperatingCharacteristics = [.. Runs.TwoLooks.OperatingCharacteristics.Select(row => row.Measure == Measures.TrialDuration ? row with { Replicates = 7_500, NotEstimable = 2_500 } : row)],
        }).Single(chart => chart.Name == "stops");

        Assert.Equal(
            [["interim", "stops for efficacy", "0.1500"], ["interim", "stops for futility", "0.0500"], ["end", "goes to the end", "0.5500"], ["end", "no look takes place, so there is no end", "0.2500"]],
            stops.Table.Rows);
    }

    // Data can be exported as a look sees them; where there is none, the command would be refused.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("", 1, 1, "It had no look, because what its looks wait for never came, with 1 patient and 1 event.", false)]
    [InlineData("final", 2, 0, "It went to its last look, final, with 2 patients and 0 events.", true)]
    public void Render_Example_TellsItsCourse(string look, int patients, int events, string story, bool isExported)
    {
        string html = Page(Runs.ThreeArms with { Examples = [new ExampleTrial(3, "failed", look, "", null, patients, events, "", null, null, null)] });

        Assert.Contains(story, html, StringComparison.Ordinal);
        Assert.Equal(isExported, html.Contains("trialsim export scenario.yaml --replicate 3", StringComparison.Ordinal));
    }

    // Each value is another one: a sweep refuses one that it is given twice, and shares or patients of nought.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("truth.effects.0", "on: death; hazard_ratio: 0.49; while: {arm: treated}", "truth.effects.0.hazard_ratio=0.49,0.7,1")]
    [InlineData("truth.effects.0", "on: death; hazard_ratio: 1; while: {arm: treated}", "truth.effects.0.hazard_ratio=0.7,0.85,1")]
    [InlineData("truth.effects.0", "on: death; hazard_ratio: 0.0001; while: {arm: treated}", "truth.effects.0.hazard_ratio=0.0001,0.01,1")]
    [InlineData("design.patients", "100", "design.patients=80,100,120")]
    [InlineData("design.patients", "2", "design.patients=2,4,6")]
    public void Render_Sensitivity_VariesWhatASweepTakes(string key, string statement, string varied)
    {
        string html = Page(Runs.ThreeArms with { Statements = [new OutlineStatement(key, statement, "")] });

        Assert.Contains($"trialsim sweep scenario.yaml --vary {varied}</code>", html, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_OneReplicate_SpeaksOfOneTrial()
    {
        string html = Page(Runs.ThreeArms with { Manifest = Runs.ThreeArms.Manifest with { Replicates = 1, ReplicatesRequested = 1 } });

        Assert.Contains("an estimate over 1 simulated trial ±", html, StringComparison.Ordinal);
        Assert.DoesNotContain("1 simulated trials", html, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_FinishedRun_SpeaksOfNoInterruption() =>
        Assert.DoesNotContain("interrupted", Page(Runs.ThreeArms), StringComparison.Ordinal);

    [Fact, Trait("Source", "ByHand")]
    public void Files_ThreeArms_AreTheReportAndOneSpecForEachChart()
    {
        IReadOnlyList<ReportFile> files = ReportFiles.Of(Runs.ThreeArms);

        Assert.Equal(
            ["report.html", "charts/power.vl.json", "charts/kaplan-meier-os-final.vl.json", "charts/kaplan-meier-pfs-final.vl.json"],
            files.Select(file => file.Path));
        Assert.All(
            files.Skip(1),
            file => Assert.StartsWith("https://vega.github.io/schema/vega-lite/", JsonDocument.Parse(file.Content).RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal));
    }

    private static string Page(RunSummary summary) => Report.Render(summary, ChartCatalogue.Of(summary), Assets);

    /// <summary>The names of all elements in order, without what scripts hold.</summary>
    private static IEnumerable<string> Tags(string html) =>
        Tag().Matches(Script().Replace(html, "<script></script>")).Select(match => match.Value);

    [GeneratedRegex("""<script type="application/json"[^>]*>(?<json>.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex SpecScript();

    [GeneratedRegex("<script[^>]*>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("</?[a-z0-9]+")]
    private static partial Regex Tag();
}
