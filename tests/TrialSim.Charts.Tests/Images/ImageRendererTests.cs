using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using TrialSim.Charts.Images;
using TrialSim.Results;

namespace TrialSim.Charts.Tests.Images;

public sealed class ImageRendererTests
{
    [NodeFact, Trait("Source", "Property")]
    public void Render_EveryChart_IsAPictureOfItsTitleAndArms()
    {
        foreach (RunSummary summary in new[] { Runs.ThreeArms, Runs.HostileNames })
        {
            foreach (Chart chart in ChartCatalogue.Of(summary))
            {
                XElement svg = XDocument.Parse(Svg(chart)).Root!;
                string[] texts = [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

                Assert.Contains(chart.Title, texts);
                Assert.All(summary.Arms.Skip(1), arm => Assert.Contains(texts, text => text.Contains(arm, StringComparison.Ordinal)));
            }
        }
    }

    [NodeFact, Trait("Source", "ByHand")]
    public void Render_SurvivalChart_DrawsACurveAndABandForEachArm()
    {
        string svg = Svg(ChartCatalogue.Of(Runs.ThreeArms)[1]);

        foreach (string colour in new ArmPalette(Runs.ThreeArms.Arms).Colours)
        {
            Assert.Contains($"stroke=\"{colour}\"", svg, StringComparison.Ordinal);
            Assert.Contains($"fill=\"{colour}\"", svg, StringComparison.Ordinal);
        }

        // 150 patients an arm at month 0, and 150 · 2^(−24/20) = 65 of the control arm at month 24.
        Assert.Contains(">150<", svg, StringComparison.Ordinal);
        Assert.Contains(">65<", svg, StringComparison.Ordinal);
    }

    [NodeFact, Trait("Source", "Property")]
    public void Render_SameChartTwice_GivesTheSameBytes()
    {
        Chart chart = ChartCatalogue.Of(Runs.ThreeArms)[0];

        Assert.Equal(ImageRenderer.Render(chart, ImageFormat.Svg), ImageRenderer.Render(chart, ImageFormat.Svg));
    }

    [NodeFact, Trait("Source", "ByHand")]
    public void Render_PngAtTwoScales_HasTwiceThePixels()
    {
        Chart chart = ChartCatalogue.Of(Runs.ThreeArms)[0];
        byte[] single = ImageRenderer.Render(chart, ImageFormat.Png, pngScale: 1);
        byte[] twice = ImageRenderer.Render(chart, ImageFormat.Png, pngScale: 2);

        // PNG: an 8-byte signature, then the header chunk, whose width is at byte 16.
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], single.Take(4));
        Assert.Equal(2 * BinaryPrimitives.ReadInt32BigEndian(single.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(twice.AsSpan(16)));
    }

    /// <summary>Node reads its input before it is written where the machine is busy; reading at once ended with EAGAIN.</summary>
    [NodeFact, Trait("Source", "Regression")]
    public void Script_SpecThatArrivesLateAndInPieces_IsDrawn()
    {
        ProcessStartInfo start = new("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "chart-images", "render.mjs"));
        start.ArgumentList.Add("svg");
        using Process node = Process.Start(start)!;
        string spec = ChartCatalogue.Of(Runs.ThreeArms)[0].Spec.ToJsonString();

        Thread.Sleep(TimeSpan.FromSeconds(1));
        node.StandardInput.Write(spec[..100]);
        node.StandardInput.Flush();
        Thread.Sleep(TimeSpan.FromSeconds(0.2));
        node.StandardInput.Write(spec[100..]);
        node.StandardInput.Close();

        Assert.StartsWith("<svg", node.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
    }

    [NodeFact, Trait("Source", "ByHand")]
    public void Render_SpecThatIsNoChart_ThrowsWithTheChartsName()
    {
        Chart broken = ChartCatalogue.Of(Runs.ThreeArms)[0] with { Name = "broken", Spec = new JsonObject { ["mark"] = 7 } };

        ImageRenderingException exception = Assert.Throws<ImageRenderingException>(() => ImageRenderer.Render(broken, ImageFormat.Svg));

        Assert.Contains("broken", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("render.mjs", exception.Message, StringComparison.Ordinal); // No stack, nor the text of the libraries that it shows.
        Assert.True(exception.Message.Length < 500, exception.Message);
    }

    // A folder of results may come from somebody else: what it draws must not read files of this machine, nor ask anything of a network.
    [NodeFact, Trait("Source", "ByHand")]
    public void Render_SpecThatWouldLoad_ThrowsWithWhat()
    {
        (string Spec, string Place)[] foreign =
        [
            ("""{"data": {"url": "file:///etc/hostname", "format": {"type": "csv"}}, "mark": "point"}""", "file:///etc/hostname"),
            ("""{"data": {"url": "http://127.0.0.1:9/data.json"}, "mark": "point"}""", "http://127.0.0.1:9/data.json"),
            ("""{"data": {"values": [{}]}, "mark": {"type": "image", "url": "/etc/picture.png", "width": 9, "height": 9}}""", "/etc/picture.png"),
        ];
        foreach ((string spec, string place) in foreign)
        {
            Chart chart = ChartCatalogue.Of(Runs.ThreeArms)[0] with { Name = "foreign", Spec = JsonNode.Parse(spec)!.AsObject() };

            ImageRenderingException exception = Assert.Throws<ImageRenderingException>(() => ImageRenderer.Render(chart, ImageFormat.Svg));

            Assert.EndsWith($"foreign: It has no data or pictures of its own, but would load {place}.", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Render_ScaleZero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => ImageRenderer.Render(ChartCatalogue.Of(Runs.ThreeArms)[0], ImageFormat.Png, pngScale: 0));

    private static string Svg(Chart chart) => Encoding.UTF8.GetString(ImageRenderer.Render(chart, ImageFormat.Svg));
}
