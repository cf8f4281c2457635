using System.Text.Json.Nodes;
using System.Xml.Linq;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Charts of a results folder as files.</summary>
public sealed class ChartTests
{
    [Fact, Trait("Source", "ByHand")]
    public async Task List_Run_NamesEachChartWithItsTitle()
    {
        using TemporaryFolder folder = new();
        string results = await Run(folder);

        CommandLine list = await CommandLine.RunAsync("chart", results, "--list");

        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        string[] lines = list.Out.TrimEnd('\n').Split('\n');
        Assert.Matches("^  Chart +Shows$", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("  power ", StringComparison.Ordinal) && line.EndsWith(" Power of each analysis", StringComparison.Ordinal));
        Assert.Equal(Directory.GetFiles(Path.Combine(results, "charts")).Length, lines.Length - 2); // A header and a rule.
    }

    [Fact, Trait("Source", "Property")]
    public async Task Json_OfEveryChart_IsTheSpecificationInTheResults()
    {
        using TemporaryFolder folder = new();
        string results = await Run(folder);

        CommandLine drawn = await CommandLine.RunAsync("chart", results, "--format", "json", "--out", folder.PathOf("figures"));

        Assert.Equal((0, ""), (drawn.ExitCode, drawn.Error));
        Folders.AreTheSame(Path.Combine(results, "charts"), folder.PathOf("figures"));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Svg_OfOneChart_IsOneOrSaysThatNodeIsMissing()
    {
        using TemporaryFolder folder = new();
        string results = await Run(folder);

        CommandLine drawn = await CommandLine.RunAsync("chart", results, "--chart", "power", "--format", "svg,png", "--scale", "1", "--out", folder.PathOf("figures"));

        if (drawn.ExitCode == 0)
        {
            Assert.Equal($"{folder.PathOf("figures")}/power.svg\n{folder.PathOf("figures")}/power.png\n", drawn.Out);
            Assert.Equal("svg", XDocument.Load(folder.PathOf("figures/power.svg")).Root!.Name.LocalName);
            Assert.Equal("PNG"u8, File.ReadAllBytes(folder.PathOf("figures/power.png")).AsSpan(1, 3));
        }
        else
        {
            Assert.Equal(2, drawn.ExitCode);
            Assert.Contains("Node.js", drawn.Error, StringComparison.Ordinal);
            Assert.Contains("--format json needs no Node.js", drawn.Error, StringComparison.Ordinal);
        }
    }

    // Nothing is simulated; what is drawn is what the report of a run of the scenario has.
    [Fact, Trait("Source", "Property")]
    public async Task Design_OfAScenario_IsThatOfItsReport()
    {
        using TemporaryFolder folder = new();
        string results = await Run(folder);

        CommandLine drawn = await CommandLine.RunAsync("chart", Path.Combine(results, "scenario.yaml"), "--format", "json", "--out", folder.PathOf("figures"));

        Assert.Equal((0, ""), (drawn.ExitCode, drawn.Error));
        string file = Assert.Single(Directory.GetFiles(folder.PathOf("figures")));
        Assert.EndsWith("-design.vl.json", file, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(results, "charts", "design.vl.json")), File.ReadAllText(file));
    }

    // TACE is aimed at day 7 of 0–14; the scan 42 days later (28–56); the next TACE in the middle of 1–14 days after the scan. RFA comes in the middle of 3–14 days after TACE; sorafenib on day
    // 5 of 3–7 after TACE, until a day before the next. Accrual takes 24 months, the look comes 24 months after the last of 450 patients, on average 450 of 451 parts of the time.
    [Fact, Trait("Source", "ByHand")]
    public async Task Design_OfThreeArms_HasTheDaysOfTheProtocol()
    {
        using TemporaryFolder folder = new();

        CommandLine drawn = await CommandLine.RunAsync("chart", Repository.PathOf("scenarios", "three-arm-tace.yaml"), "--format", "json", "--out", folder.PathOf("figures"));

        Assert.Equal((0, ""), (drawn.ExitCode, drawn.Error));
        JsonNode spec = JsonNode.Parse(File.ReadAllText(folder.PathOf("figures/three-arm-tace-design.vl.json")))!;
        (string, double, double, double)[] Days(string arm) =>
        [
            .. spec["vconcat"]![0]!["layer"]![2]!["data"]!["values"]!.AsArray().Where(row => (string?)row!["arm"] == arm)
                .Select(row => ((string)row!["what"]!, Math.Round((double)row["from_day"]!, 6), Math.Round((double)row["aimed_day"]!, 6), Math.Round((double)row["to_day"]!, 6))),
        ];
        Assert.Equal([("tace 1", 0, 7, 14), ("tace 2", 50, 56.5, 63)], Days("tace").Where(day => day.Item1.StartsWith("tace", StringComparison.Ordinal)).Take(2));
        Assert.Equal(("imaging 1", 35, 49, 63), Days("tace").First(day => day.Item1.StartsWith("imaging", StringComparison.Ordinal)));
        Assert.Equal(4, Days("tace").Count(day => day.Item1.StartsWith("tace", StringComparison.Ordinal)));
        Assert.Equal(("rfa 1", 10, 15.5, 21), Assert.Single(Days("tace_rfa"), day => day.Item1.StartsWith("rfa", StringComparison.Ordinal)));
        Assert.Equal([("sorafenib 1", 12, 12, 55.5), ("sorafenib 2", 61.5, 61.5, 105)], Days("tace_sorafenib").Where(day => day.Item1.StartsWith("sorafenib", StringComparison.Ordinal)).Take(2));
        JsonNode look = spec["vconcat"]![1]!["layer"]![2]!["data"]!["values"]!.AsArray().Single(row => (string?)row!["kind"] == "look")!;
        Assert.Equal(24 + (24 * 450.0 / 451), (double)look["aimed"]!, 3);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Design_OfAFaultyScenario_SaysWhatIsWrong()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("trial.yaml"), "trialsim: 1\n");

        CommandLine drawn = await CommandLine.RunAsync("chart", folder.PathOf("trial.yaml"));

        Assert.Equal(2, drawn.ExitCode);
        Assert.Contains("The key 'design' is missing", drawn.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Chart_UnknownName_NamesThoseThatAreThere()
    {
        using TemporaryFolder folder = new();

        CommandLine drawn = await CommandLine.RunAsync("chart", await Run(folder), "--chart", "powr");

        Assert.Equal(2, drawn.ExitCode);
        Assert.Matches("^--chart: there is no chart 'powr'\\. The charts are .*power, .*\\.\n$", drawn.Error);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{", "cannot be read: ")]
    [InlineData("{\"mark\": \"bar\", \"mark\": \"bar\"}", "cannot be read: Duplicate property 'mark'")]
    [InlineData("[1]", "is not the specification of a chart. Remove it, or write the results again.")]
    public async Task Chart_FileThatIsNone_SaysSo(string content, string complaint)
    {
        using TemporaryFolder folder = new();
        string results = await Run(folder);
        string broken = Path.Combine(results, "charts", "broken.vl.json");
        File.WriteAllText(broken, content);

        CommandLine drawn = await CommandLine.RunAsync("chart", results, "--list");

        Assert.Equal(2, drawn.ExitCode);
        Assert.StartsWith($"'{broken}' {complaint}", drawn.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("--format: 'pdf' is not one of svg, png and json.", "--format", "png,pdf")]
    [InlineData("--scale: '0' is not a number from 0.1 to 10.", "--scale", "0")]
    [InlineData("--scale: '0.05' is not a number from 0.1 to 10.", "--scale", "0.05")]
    [InlineData("--scale: '11' is not a number from 0.1 to 10.", "--scale", "11")]
    [InlineData("--scale: 'large' is not a number from 0.1 to 10.", "--scale", "large")]
    public async Task Chart_WrongOption_SaysWhatToWrite(string complaint, params string[] options)
    {
        CommandLine drawn = await CommandLine.RunAsync(["chart", "results", .. options]);

        Assert.Equal(2, drawn.ExitCode);
        Assert.StartsWith(complaint, drawn.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Chart_EmptyNameOfAFolder_IsRefused()
    {
        using TemporaryFolder folder = new();

        CommandLine drawn = await CommandLine.RunAsync("chart", await Run(folder), "--format", "json", "--out", "");

        Assert.Equal((2, "", "--out: The name of the folder is empty. Name a folder.\n"), (drawn.ExitCode, drawn.Out, drawn.Error));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Chart_FolderWithoutCharts_SaysWhatToName()
    {
        using TemporaryFolder folder = new();

        CommandLine drawn = await CommandLine.RunAsync("chart", folder.PathOf("nothing"));

        Assert.Equal((2, $"There are no charts in '{folder.PathOf("nothing")}'. Name a results folder, such as 'trialsim run' writes, or a scenario file, to draw its design.\n"), (drawn.ExitCode, drawn.Error));
    }

    private static async Task<string> Run(TemporaryFolder folder)
    {
        string results = folder.PathOf("results");
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("two-looks.yaml", TwoLookScenario.Yaml), "--replicates", "20", "--out", results);
        Assert.Equal(0, run.ExitCode);
        return results;
    }
}
