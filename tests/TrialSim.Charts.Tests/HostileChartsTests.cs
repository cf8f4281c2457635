using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using TrialSim.Charts.Images;
using TrialSim.Charts.Tests.Images;

namespace TrialSim.Charts.Tests;

/// <summary>Eight arms and all else under names of 60 characters, 60 months, one replicate, and nothing that ever happens: the pictures stay legible.</summary>
public sealed class HostileChartsTests
{
    private static readonly IReadOnlyList<Chart> Charts = ChartCatalogue.Of(Samples.Hostile);

    [Fact, Trait("Source", "Property")]
    public void Of_Hostile_HasTheChartsOfAnyOtherRun() => Assert.Equal(
        ["kaplan-meier", "resource-months", "accrual", "best-levels", "marker", "best-changes", "seen-delays", "adverse-events", "courses-1"],
        Charts.Select(chart => new[] { "resource-months", "kaplan-meier", "accrual", "best-levels", "marker", "best-changes", "seen-delays", "adverse-events", "courses-1" }.First(name => chart.Name.StartsWith(name, StringComparison.Ordinal))));

    [Fact, Trait("Source", "Property")]
    public void Axes_OfAnyChart_HaveARange()
    {
        foreach (Chart chart in Charts)
        {
            foreach (JsonArray domain in DomainsOf(chart.Spec))
            {
                Assert.True(double.IsFinite((double)domain[0]!) && (double)domain[0]! < (double)domain[1]!, $"{chart.Name}: {domain.ToJsonString()}");
            }
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Tables_OfAnyChart_HaveAsManyCellsAsHeadings()
    {
        foreach (Chart chart in Charts)
        {
            Assert.NotEmpty(chart.Table.Rows);
            Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
            Assert.DoesNotContain(chart.Table.Rows, row => row.Any(cell => cell.Contains("NaN", StringComparison.Ordinal)));
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Descriptions_OfOneReplicate_SpeakOfOneTrial() =>
        Assert.DoesNotContain(Charts, chart => $"{chart.Description} {chart.Spec["title"]}".Contains("1 simulated trials", StringComparison.Ordinal));

    // Eight rows an event: more than a dozen events would be taller than a page.
    [Fact, Trait("Source", "ByHand")]
    public void AdverseEvents_OfEightArms_DrawTwelveGroups() => Assert.Equal(
        12,
        Charts.Single(chart => chart.Name == "adverse-events").Spec["encoding"]!["y"]!["sort"]!.AsArray().Count);

    [NodeFact, Trait("Source", "Property")]
    public void Render_OfAnyChart_KeepsItsTitleAndTheWholeNamesOfTheArms()
    {
        foreach (Chart chart in Charts.Where(chart => chart.Source != "courses.csv"))
        {
            XElement svg = XDocument.Parse(Encoding.UTF8.GetString(ImageRenderer.Render(chart, ImageFormat.Svg))).Root!;
            string texts = string.Join(' ', svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));

            Assert.All(chart.Title.Split(' '), word => Assert.Contains(word, texts, StringComparison.Ordinal)); // A long title has several lines.
            Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
            Assert.True((double)svg.Attribute("width")! < 900, $"{chart.Name} is {svg.Attribute("width")} pixels wide.");
            if (chart.Source is not ("accrual.csv" or "resource-months.csv"))
            {
                Assert.All(Samples.Hostile.Arms, arm => Assert.Contains(arm, texts, StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<JsonArray> DomainsOf(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(DomainsOf),
        JsonObject parts => parts.SelectMany(part => part.Key == "domain" && part.Value is JsonArray { Count: 2 } domain && domain[0]!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? [domain] : DomainsOf(part.Value)),
        _ => [],
    };
}
