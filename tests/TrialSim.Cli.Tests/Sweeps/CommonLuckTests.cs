using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Sweeps;

/// <summary>What it is worth that the cells of a sweep have the same luck, on the scenario that ships for it.</summary>
public sealed class CommonLuckTests
{
    // The scenario has a seed of its own, so this is no matter of luck; should the seed or the draws change, it fails in fewer than one of 10,000: of 25 other seeds the least of the nine was 2.14 to 2.34, mean 2.23, standard deviation 0.06.
    [Fact, Trait("Source", "Property")]
    public async Task Sweep_TwoAccrualRates_HaveADifferenceInPowerKnownTwiceAsExactlyAsOfIndependentRuns()
    {
        using TemporaryFolder folder = new();
        await CommandLine.RunAsync("sweep", Repository.PathOf("scenarios/demo-sweep.yaml"), "--out", folder.PathOf("out"));

        double[] timesSmaller =
        [
            .. TableFile.Read(folder.PathOf("out/differences.csv")).Rows
                .Where(row => row("measure") == "power" && row("along") == "truth.accrual.rate.per_month")
                .Select(row => double.Parse(row("times_smaller"), CultureInfo.InvariantCulture)),
        ];

        Assert.Equal(9, timesSmaller.Length);
        Assert.All(timesSmaller, times => Assert.True(times >= 2, $"{times}"));
    }
}
