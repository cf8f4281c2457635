using System.Collections.Immutable;
using TrialSim.Results.Sweeps;

namespace TrialSim.Results.Tests.Sweeps;

public sealed class SweepAccumulatorTests
{
    // Cells (a1, b1), (a1, b2), (a2, b1), (a2, b2). Rejections of four replicates at a1: 0 0, 0 1, 1 0, 1 1, on average 0, ½, ½, 1; at a2: 0 1, 1 1, 1 1, 1 1, on average ½, 1, 1, 1.
    // The differences are ½, ½, ½, 0: mean 3/8, Σ(d − 3/8)² = 3/64 + 9/64 = 3/16, with the divisor of shares √(3/16 / 4 / 4).
    [Fact, Trait("Source", "ByHand")]
    public void Sensitivity_OfCellsOfOneSeed_HasTheErrorOfPairedReplicates()
    {
        Sensitivity[] rows = [.. Summary([1, 1, 1, 1]).Sensitivities.Where(row => row.Factor == "a")];

        Assert.Equal([0.5, 0.875], rows.Select(row => row.Value!.Value));
        Assert.Equal([2, 2], rows.Select(row => row.Cells));
        Assert.Null(rows[0].Difference);
        Assert.Equal(0.375, rows[1].Difference!.Value, 12);
        Assert.Equal(Math.Sqrt(3.0 / 16 / 16), rows[1].DifferenceError!.Value, 12);
        Assert.Equal(0.375 - (1.959963984540054 * Math.Sqrt(3.0 / 256)), rows[1].DifferenceLower!.Value, 12);

        // Of 0, ½, ½, 1 the variance is ⅛; their mean's error √(⅛ / 4).
        Assert.Equal(Math.Sqrt(0.125 / 4), rows[0].Error!.Value, 12);
    }

    // Shares of ½, ½, ¾ and 1 of four: the variance of the mean of two is a quarter of the sum of p(1 − p)/4.
    [Fact, Trait("Source", "ByHand")]
    public void Sensitivity_OfCellsWithSeedsOfTheirOwn_AddsTheirVariances()
    {
        SweepSummary summary = Summary([1, 2, 3, 4]);
        Sensitivity[] rows = [.. summary.Sensitivities.Where(row => row.Factor == "a")];

        double first = (0.25 / 4 + 0.25 / 4) / 4;
        double last = 0.1875 / 4 / 4;
        Assert.False(summary.IsPaired);
        Assert.Equal(Math.Sqrt(first), rows[0].Error!.Value, 12);
        Assert.Equal(Math.Sqrt(first + last), rows[1].DifferenceError!.Value, 12);
    }

    // With one cell a level it is the row of differences.csv, in every digit that a float holds.
    [Fact, Trait("Source", "Independent")]
    public void Sensitivity_OfSingleCells_IsTheirDifference()
    {
        (float[] first, float[] second) = ([1, 0, 1, 0, 0, 1], [1, 1, 1, 0, 1, 0]);
        (CellRecord one, CellRecord other) = (Record(1, 7, first), Record(2, 7, second));
        SweepAccumulator sum = new([Factor("a")], 2);
        sum.Add(new CellPlace(1, ["1"], []), [0], one);
        sum.Add(new CellPlace(2, ["2"], []), [1], other);

        Sensitivity last = sum.Finish(Manifest(2), ["control", "treated"], ["a"]).Sensitivities[^1];

        CellDifference difference = CellDifferences.Between(other, one, "a").Single();
        Assert.Equal(difference.Difference!.Value, last.Difference!.Value, 12);
        Assert.Equal(difference.Error!.Value, last.DifferenceError!.Value, 12);
        Assert.Equal(other.Figures[0].Row.MonteCarloStandardError, last.Error);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Cells_OfMoreLevelsThanAreShown_AreThoseOfTheLevelsThatAre()
    {
        ImmutableArray<int> chosen = SweepFactor.Chosen(100, 30);

        Assert.Equal((30, 0, 99, 30), (chosen.Length, chosen[0], chosen[^1], chosen.Distinct().Count()));
        Assert.Equal([0, 1, 2], SweepFactor.Chosen(3, 30).AsEnumerable());
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(1, 1)]
    [InlineData(16, 2)]
    [InlineData(64, 3)]
    [InlineData(256, 5)]
    [InlineData(100_000, 5)]
    public void Groups_OfASample_GrowWithItsPoints(int points, int groups) => Assert.Equal(groups, SweepFactor.GroupsOf(points));

    private static SweepSummary Summary(ulong[] seeds)
    {
        float[][] rejections = [[0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 1], [1, 1, 1, 1]];
        SweepAccumulator sum = new([Factor("a"), Factor("b")], 4);
        for (int cell = 0; cell < 4; cell++)
        {
            sum.Add(new CellPlace(cell + 1, ["", ""], []), [cell / 2, cell % 2], Record(cell + 1, seeds[cell], rejections[cell]));
        }

        return sum.Finish(Manifest(4), ["control", "treated"], ["a", "b"]);
    }

    private static SweepFactor Factor(string name) => new(name, "", FactorKind.Grid, [new("1", 1), new("2", 2)], 2);

    private static CellRecord Record(int number, ulong seed, float[] rejections)
    {
        double share = rejections.Average();
        OperatingCharacteristic row = new("final", "os", "os_test", "treated v control", Measures.Power, "probability", share, Math.Sqrt(share * (1 - share) / rejections.Length), null, null, rejections.Length, 0);
        return new CellRecord(number, "", seed, rejections.Length, [new CellFigure(row, [.. rejections])]);
    }

    private static Manifest Manifest(int cells) => new("sweep", "", "1", "kernel", 1, 1, 4, 4, "") { Cells = cells };
}
