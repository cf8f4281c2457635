using TrialSim.Statistics.Sampling;
using Xunit;

namespace TrialSim.Statistics.Tests.Sampling;

public sealed class SobolSequenceTests
{
    // The ten points that the authors of the direction numbers print for three dimensions: https://web.maths.unsw.edu.au/~fkuo/sobol/, "sobol 10 3 new-joe-kuo-6.21201".
    [Fact, Trait("Source", "Published")]
    public void Sobol_FirstTenPointsOfThreeDimensions_AreThoseOfJoeAndKuo()
    {
        double[][] points =
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125],
            [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
        ];

        Assert.Equal(points, Enumerable.Range(0, 10).Select(index => Enumerable.Range(0, 3).Select(dimension => SobolSequence.At((uint)index, dimension)).ToArray()));
    }

    // Sobol's property of one dimension: of the first 2^k points, each interval of length 2^-k holds one. A wrong even direction number breaks it.
    [Fact, Trait("Source", "Theory")]
    public void Sobol_FirstPowerOfTwo_HasOnePointInEachIntervalOfEachDimension()
    {
        for (int dimension = 0; dimension < SobolSequence.MaxDimensions; dimension++)
        {
            int[] intervals = [.. Enumerable.Range(0, 4096).Select(index => (int)(4096 * SobolSequence.At((uint)index, dimension))).Order()];

            Assert.Equal(Enumerable.Range(0, 4096), intervals);
        }
    }

    // Sobol's property A (Joe and Kuo 2008): the first bits of the first direction numbers of all dimensions are independent, so that of the first 2^21 points each of the 2^21 halves of halves holds one.
    [Fact, Trait("Source", "Theory")]
    public void Sobol_AllDimensions_HavePropertyA()
    {
        uint[] rows = [.. Enumerable.Range(0, SobolSequence.MaxDimensions).Select(FirstBits)];
        int rank = 0;
        for (int bit = 0; bit < SobolSequence.MaxDimensions; bit++)
        {
            int pivot = Array.FindIndex(rows, rank, row => (row >> bit & 1) == 1);
            Assert.True(pivot >= 0, $"bit {bit}");
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (int other = rank + 1; other < rows.Length; other++)
            {
                rows[other] ^= (rows[other] >> bit & 1) * rows[rank];
            }

            rank++;
        }
    }

    // Direction number j is the point whose Gray code is 2^j.
    private static uint FirstBits(int dimension) => Enumerable.Range(0, SobolSequence.MaxDimensions)
        .Aggregate(0u, (bits, j) => bits | (SobolSequence.At(GrayInverse(1u << j), dimension) >= 0.5 ? 1u << j : 0));

    private static uint GrayInverse(uint code)
    {
        uint index = 0;
        for (; code != 0; code >>= 1)
        {
            index ^= code;
        }

        return index;
    }
}
