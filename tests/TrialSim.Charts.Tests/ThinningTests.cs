using TrialSim.Charts.Specs;

namespace TrialSim.Charts.Tests;

public sealed class ThinningTests
{
    [Fact, Trait("Source", "ByHand")] // 30,001 even points, 20 to each of 1,500 cells, and the end in a cell of its own.
    public void Of_ManyPoints_KeepsTheFirstAndTheLastOfEachCell()
    {
        double[] days = [.. Enumerable.Range(0, 30_001).Select(day => (double)day)];

        double[] kept = [.. Thinning.Of(days, day => day, 30_000.0)];

        Assert.Equal(1_502, kept.Length);
        Assert.Equal([0.0, 19.0, 39.0], kept[..3]);
        Assert.Equal([29_999.0, 30_000.0], kept[^2..]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_FewPoints_KeepsThemAll() => Assert.Equal([0.0, 1e-9, 2e-9, 1.0], Thinning.Of([0.0, 1e-9, 2e-9, 1.0], day => day, 1.0));
}
