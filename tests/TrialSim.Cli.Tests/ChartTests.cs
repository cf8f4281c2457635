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
    [InlineData("--scale: '0' is not a number above 0 and up to 20.", "--scale", "0")]
    [InlineData("--scale: 'large' is not a number above 0 and up to 20.", "--scale", "large")]
    public async Task Chart_WrongOption_SaysWhatToWrite(string complaint, params string[] options)
    {
        CommandLine drawn = await CommandLine.RunAsync(["chart", "results", .. options]);

        Assert.Equal(2, drawn.ExitCode);
        Assert.StartsWith(complaint, drawn.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Chart_FolderWithoutCharts_SaysWhatToName()
    {
        using TemporaryFolder folder = new();

        CommandLine drawn = await CommandLine.RunAsync("chart", folder.PathOf("nothing"));

        Assert.Equal((2, $"There are no charts in '{folder.PathOf("nothing")}'. Name a results folder, such as 'trialsim run' writes.\n"), (drawn.ExitCode, drawn.Error));
    }

    private static async Task<string> Run(TemporaryFolder folder)
    {
        string results = folder.PathOf("results");
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("two-looks.yaml", TwoLookScenario.Yaml), "--replicates", "20", "--out", results);
        Assert.Equal(0, run.ExitCode);
        return results;
    }
}
