using System.Collections.Immutable;
using System.Numerics;

namespace TrialSim.Statistics.Sampling;

/// <summary>
/// Points that fill the unit cube evenly: Sobol's sequence in the order of Gray's code (Antonov and Saleev 1979) with the direction numbers of Joe and Kuo (SIAM J. Sci. Comput. 30, 2008:
/// <c>new-joe-kuo-6</c>). The first point is the origin; of the first 2ᵏ points each dimension has one in each interval of length 2⁻ᵏ.
/// </summary>
public static class SobolSequence
{
    /// <summary>Most dimensions.</summary>
    public const int MaxDimensions = 21;

    private const int Bits = 32;

    // Of each dimension after the first the coefficients of its primitive polynomial, without the first and the last, and the first direction numbers.
    private static readonly (uint Polynomial, uint[] First)[] Seeds =
    [
        (0, [1]),
        (1, [1, 3]),
        (1, [1, 3, 1]),
        (2, [1, 1, 1]),
        (1, [1, 1, 3, 3]),
        (4, [1, 3, 5, 13]),
        (2, [1, 1, 5, 5, 17]),
        (4, [1, 1, 5, 5, 5]),
        (7, [1, 1, 7, 11, 19]),
        (11, [1, 1, 5, 1, 1]),
        (13, [1, 1, 1, 3, 11]),
        (14, [1, 3, 5, 5, 31]),
        (1, [1, 3, 3, 9, 7, 49]),
        (13, [1, 1, 1, 15, 21, 21]),
        (16, [1, 3, 1, 13, 27, 49]),
        (19, [1, 1, 1, 15, 7, 5]),
        (22, [1, 3, 1, 15, 13, 25]),
        (25, [1, 1, 5, 5, 19, 61]),
        (1, [1, 3, 7, 11, 23, 15, 103]),
        (4, [1, 3, 7, 13, 13, 15, 69]),
    ];

    private static readonly ImmutableArray<uint[]> Directions = [FirstDimension(), .. Seeds.Select(seed => Extend(seed.Polynomial, seed.First))];

    /// <summary>One coordinate of a point.</summary>
    /// <param name="index">Number of the point, from 0.</param>
    /// <param name="dimension">The dimension, 0…20.</param>
    /// <returns>From 0 to below 1, a multiple of 2⁻³².</returns>
    public static double At(uint index, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, MaxDimensions);
        uint sum = 0;
        for (uint code = index ^ (index >> 1); code != 0; code &= code - 1)
        {
            sum ^= Directions[dimension][BitOperations.TrailingZeroCount(code)];
        }

        return sum / (double)(1UL << Bits);
    }

    // Van der Corput's sequence.
    private static uint[] FirstDimension() => [.. Enumerable.Range(1, Bits).Select(bit => 1u << (Bits - bit))];

    // The recurrence of Bratley and Fox (1988), equation 2.
    private static uint[] Extend(uint polynomial, uint[] first)
    {
        int degree = first.Length;
        uint[] directions = new uint[Bits];
        for (int bit = 0; bit < Bits; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = first[bit] << (Bits - 1 - bit);
                continue;
            }

            directions[bit] = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (int term = 1; term < degree; term++)
            {
                directions[bit] ^= ((polynomial >> (degree - 1 - term)) & 1) * directions[bit - term];
            }
        }

        return directions;
    }
}
