using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Runs that go on until a characteristic is known exactly enough.</summary>
public sealed class PrecisionTests
{
    [Fact, Trait("Source", "Property")]
    public async Task Precision_OfPower_StopsAtTheFirstLookThatReachesIt()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("two-looks.yaml", TwoLookScenario.Yaml);
        CommandLine run = await CommandLine.RunAsync("run", file, "--precision", "0.02", "--with-null", "--out", folder.PathOf("out"));
        int replicates = Count(folder.PathOf("out"));

        // Looks at 1,000, 1,200, 1,500, 1,800, …
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(replicates, new[] { 1000, 1200, 1500, 1800, 2200, 2700, 3300 });
        Assert.Matches($@"Precision: power is known to ±0\.0[12]\d* after {replicates.ToString("N0", CultureInfo.InvariantCulture)} replicates; ±0\.02 was asked for\.\n", run.Out);
        Assert.InRange(HalfWidth(folder.PathOf("out"), "overall_power"), 0.001, 0.02);
        Assert.Equal(replicates, Count(folder.PathOf("out/null")));

        // The look before did not reach it, and a run of as many replicates is the same run.
        int before = (int)Math.Floor(replicates / 1.2 / 100) * 100;
        await CommandLine.RunAsync("run", file, "-n", $"{before}", "--out", folder.PathOf("before"));
        await CommandLine.RunAsync("run", file, "-n", $"{replicates}", "--out", folder.PathOf("fixed"));
        Assert.True(HalfWidth(folder.PathOf("before"), "overall_power") > 0.02);
        Assert.Equal(File.ReadAllText(folder.PathOf("fixed/replicates.csv")), File.ReadAllText(folder.PathOf("out/replicates.csv")));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Precision_ResumedWithAnotherOne_GivesTheBytesOfARunInOnePiece()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        string[] of = ["--precision-of", "hazard_ratio", "--set", "design.analyses.hr={endpoint: os, method: cox}"];
        await CommandLine.RunAsync(["run", file, "--precision", "0.012", .. of, "--out", folder.PathOf("whole")]);
        await CommandLine.RunAsync(["run", file, "--precision", "0.03", .. of, "--keep-log", "--threads", "1", "--out", folder.PathOf("out")]);
        int first = Count(folder.PathOf("out"));
        CommandLine resumed = await CommandLine.RunAsync(["run", file, "--precision", "0.012", .. of, "--resume", "--threads", "3", "--out", folder.PathOf("out")]);

        Assert.Equal(0, resumed.ExitCode);
        Assert.InRange(first, 1000, Count(folder.PathOf("out")) - 1);
        Folders.AreTheSame(folder.PathOf("whole"), folder.PathOf("out"));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Precision_OutOfReach_SaysSo()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("small.yaml", SmallScenario.Yaml), "-n", "1100", "--precision", "0.0001", "--precision-of", "power:os_test", "--out", folder.PathOf("out"));

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(1100, Count(folder.PathOf("out")));
        Assert.Matches(@"Precision: power:os_test is known to ±0\.0\d+ after 1,100 replicates; ±0\.0001 was asked for, and not reached within --replicates\.\n", run.Out);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("--precision-of: there is no 'power:pfs_test'. Write a measure, and after a colon what it is about, such as power:os_test. The measures are ", "--precision", "0.01", "--precision-of", "power:pfs_test")]
    [InlineData("--precision-of says what --precision is about. Add --precision <half-width>.", "--precision-of", "power")]
    [InlineData("--precision: how many replicates that needs shows in all of them together, not in a shard. Leave one of the two options out.", "--precision", "0.01", "--shard", "1/2")]
    public async Task Precision_ThatCannotBe_SaysWhatToWrite(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync(["run", folder.Write("small.yaml", SmallScenario.Yaml), "--out", folder.PathOf("out"), .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(["small.yaml"], folder.Listing());
    }

    private static int Count(string folder) => int.Parse(File.ReadLines(Path.Combine(folder, "replicates.csv")).Last().Split(',')[0], CultureInfo.InvariantCulture);

    private static double HalfWidth(string folder, string measure)
    {
        string[] cells = Assert.Single(File.ReadLines(Path.Combine(folder, "operating-characteristics.csv")), line => line.Contains($",{measure},", StringComparison.Ordinal)).Split(',');
        return 0.5 * (double.Parse(cells[10], CultureInfo.InvariantCulture) - double.Parse(cells[9], CultureInfo.InvariantCulture)); // upper, lower
    }
}
