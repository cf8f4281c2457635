using System.Collections.Immutable;
using TrialSim.Results.Sweeps;

namespace TrialSim.Results.Tests.Sweeps;

public sealed class CellDifferencesTests
{
    private static readonly float Gap = float.NaN;

    // x − y = 1, 0, 0, −1, 1: mean 0.2, standard deviation √0.7, error √(0.7 / 5). Alone: x has mean 2.2 and variance 6.8/4 = 1.7, y mean 2 and variance 2/4 = 0.5; error √(1.7/5 + 0.5/5).
    [Fact, Trait("Source", "ByHand")]
    public void Difference_OfMeans_HasTheErrorOfTheMeanOfDifferences()
    {
        CellDifference difference = Between("months", [3, 2, 1, 1, 4], [2, 2, 1, 2, 3], seed: 1);

        Assert.Equal(0.2, difference.Difference!.Value, 12);
        Assert.Equal(Math.Sqrt(0.7 / 5), difference.Error!.Value, 12);
        Assert.Equal(Math.Sqrt((1.7 / 5) + (0.5 / 5)), difference.IndependentError!.Value, 12);
        Assert.Equal(5, difference.Pairs);
        Assert.Equal(0.2 + (1.959963984540054 * Math.Sqrt(0.7 / 5)), difference.Upper!.Value, 12);
    }

    // McNemar: of 8 replicates 2 reject in the one only, 1 in the other only: (2 + 1 − (2 − 1)²/8) / 8².
    [Fact, Trait("Source", "ByHand")]
    public void Difference_OfShares_HasTheErrorOfPairedProportions()
    {
        CellDifference difference = Between("probability", [1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 0, 0, 1, 0, 0, 0], seed: 1);

        Assert.Equal(0.125, difference.Difference!.Value, 12);
        Assert.Equal(Math.Sqrt((3 - 0.125) / 64), difference.Error!.Value, 12);
        Assert.Equal(Math.Sqrt((0.25 / 8) + (3.0 / 8 * 5 / 8 / 8)), difference.IndependentError!.Value, 12);
    }

    [Fact, Trait("Source", "Theory")]
    public void Difference_OfCellsWithOtherSeeds_HasTheErrorOfIndependentCells()
    {
        CellDifference difference = Between("months", [3, 2, 1, 1, 4], [2, 2, 1, 2, 3], seed: 2);

        Assert.Equal(difference.IndependentError, difference.Error);
        Assert.Equal(1, difference.TimesSmaller);
    }

    [Fact, Trait("Source", "Theory")]
    public void Difference_OfEqualCells_HasNoError()
    {
        CellDifference difference = Between("months", [3.1f, 2, Gap, 1, 4], [3.1f, 2, Gap, 1, 4], seed: 1);

        Assert.Equal((0.0, 0.0, (double?)null), (difference.Difference, difference.Error, difference.TimesSmaller));
    }

    // No replicate has both: as if independent, but for the divisor of all six instead of each three: x = 1, 2, 3 and y = 2, 4, 6 with Σ(x − 2)²/9 + Σ(y − 4)²/9 = 2/9 + 8/9, times 6/5.
    [Fact, Trait("Source", "ByHand")]
    public void Difference_OfReplicatesThatNeverHaveBoth_IsThatOfIndependentMeans()
    {
        CellDifference difference = Between("months", [1, 2, 3, Gap, Gap, Gap], [Gap, Gap, Gap, 2, 4, 6], seed: 1);

        Assert.Equal(-2, difference.Difference!.Value, 12);
        Assert.Equal(Math.Sqrt(10.0 / 9 * 6 / 5), difference.Error!.Value, 12);
        Assert.Equal(0, difference.Pairs);
    }

    // Geometric means: 2 and 1, logarithms differ by ln 2 in each replicate; a common factor of each pair is all their spread: 2·l − 1·l = l, error sd(l)/√3 with l = −ln 2, 0, ln 2.
    [Fact, Trait("Source", "ByHand")]
    public void Difference_OfGeometricMeans_CountsLogarithmsByTheRatio()
    {
        float step = (float)Math.Log(2);

        CellDifference difference = Between("ratio", [0, step, 2 * step], [-step, 0, step], seed: 1, Measures.HazardRatio, Math.Exp);

        Assert.Equal(1, difference.Difference!.Value, 6);
        Assert.Equal(step / Math.Sqrt(3), difference.Error!.Value, 6);
    }

    // Of four times as many replicates as are kept, half the error.
    [Fact, Trait("Source", "Theory")]
    public void Difference_OfMoreReplicatesThanAreKept_HasTheErrorOfAllOfThem()
    {
        CellFigure one = Figure("months", [3, 2, 1, 1, 4], Measures.TrialDuration, value => value);
        CellFigure other = Figure("months", [2, 2, 1, 2, 3], Measures.TrialDuration, value => value);

        CellDifference difference = CellDifferences.Between(new CellRecord(2, "", 1, 20, [one]), new CellRecord(1, "", 1, 20, [other]), "").Single();

        Assert.Equal(Math.Sqrt(0.7 / 20), difference.Error!.Value, 12);
    }

    private static CellDifference Between(string unit, float[] own, float[] other, ulong seed, string measure = Measures.TrialDuration, Func<double, double>? back = null) => CellDifferences.Between(
        new CellRecord(2, "", 1, own.Length, [Figure(unit, own, measure, back ?? (value => value))]),
        new CellRecord(1, "", seed, other.Length, [Figure(unit, other, measure, back ?? (value => value))]),
        "").Single();

    private static CellFigure Figure(string unit, float[] series, string measure, Func<double, double> back)
    {
        double[] there = [.. series.Where(value => !float.IsNaN(value)).Select(value => (double)value)];
        return new CellFigure(new OperatingCharacteristic("", "", "", "", measure, unit, back(there.Average()), null, null, null, there.Length, 0), ImmutableArray.Create(series));
    }
}
