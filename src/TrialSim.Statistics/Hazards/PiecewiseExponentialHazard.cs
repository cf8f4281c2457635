namespace TrialSim.Statistics.Hazards;

/// <summary>
/// A constant hazard on each of several pieces; the last one lasts for ever. A piece may have hazard 0. Equal when all pieces are equal.
/// </summary>
public sealed record PiecewiseExponentialHazard : Hazard
{
    private const int LongestScan = 16;

    private readonly double[] _startDays;
    private readonly double[] _perDay;
    private readonly double[] _cumulativeAtStart;

    /// <summary>One piece for each pair of a start and a hazard.</summary>
    /// <param name="startDays">Day on which each piece starts: the first is 0, the rest strictly ascending.</param>
    /// <param name="perDay">Hazard per day on each piece, 0 or above; as many as there are starts.</param>
    /// <exception cref="ArgumentException">No pieces, lengths that differ, a first start other than 0, or starts out of order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A start or hazard is negative or not finite.</exception>
    public PiecewiseExponentialHazard(ReadOnlySpan<double> startDays, ReadOnlySpan<double> perDay)
    {
        if (startDays.Length == 0 || startDays.Length != perDay.Length)
        {
            throw new ArgumentException(
                $"{startDays.Length} starts and {perDay.Length} hazards. Give at least one piece, each with its start and its hazard.",
                nameof(perDay));
        }

        if (startDays[0] != 0.0)
        {
            throw new ArgumentException($"The first piece starts at day {startDays[0]}. Start it at day 0.", nameof(startDays));
        }

        _startDays = startDays.ToArray();
        _perDay = perDay.ToArray();
        _cumulativeAtStart = new double[startDays.Length];
        for (int i = 0; i < _startDays.Length; i++)
        {
            Require.NonNegativeFinite(_startDays[i], nameof(startDays));
            Require.NonNegativeFinite(_perDay[i], nameof(perDay));
            if (i > 0)
            {
                if (!(_startDays[i] > _startDays[i - 1]))
                {
                    throw new ArgumentException(
                        $"The piece that starts at day {_startDays[i]} follows one that starts at day {_startDays[i - 1]}. Put the starts in ascending order.",
                        nameof(startDays));
                }

                _cumulativeAtStart[i] = _cumulativeAtStart[i - 1] + (_perDay[i - 1] * (_startDays[i] - _startDays[i - 1]));
            }
        }
    }

    /// <summary>Day on which each piece starts; the first is 0.</summary>
    public ReadOnlySpan<double> StartDays => _startDays;

    /// <summary>Hazard per day on each piece.</summary>
    public ReadOnlySpan<double> PerDay => _perDay;

    /// <summary>
    /// The piecewise exponential that passes through every point, its pieces ending at the points; after the last point the hazard of
    /// the last piece goes on.
    /// </summary>
    /// <param name="points">At least one; days ascend strictly, survival does not rise.</param>
    /// <exception cref="ArgumentException">No points, or points out of order.</exception>
    public static PiecewiseExponentialHazard Through(ReadOnlySpan<SurvivalPoint> points)
    {
        double[] starts = new double[points.Length];
        double[] perDay = new double[points.Length];
        double day = 0.0;
        double cumulative = 0.0;
        for (int i = 0; i < points.Length; i++)
        {
            SurvivalPoint point = points[i];
            if (!(point.Days > day && point.CumulativeHazard >= cumulative))
            {
                throw new ArgumentException(
                    $"Survival {point.Survival} at day {point.Days} comes after day {day}, when survival was {Math.Exp(-cumulative)}. "
                    + "Give the points by ascending day, with survival that does not rise.",
                    nameof(points));
            }

            starts[i] = day;
            perDay[i] = (point.CumulativeHazard - cumulative) / (point.Days - day);
            day = point.Days;
            cumulative = point.CumulativeHazard;
        }

        return new PiecewiseExponentialHazard(starts, perDay);
    }

    /// <inheritdoc/>
    public override double Cumulative(double days)
    {
        int piece = LastAtOrBefore(_startDays, days);
        double perDay = _perDay[piece];

        // 0 hazard for ever is 0, not the NaN of 0 · ∞.
        return perDay == 0.0 ? _cumulativeAtStart[piece] : _cumulativeAtStart[piece] + (perDay * (days - _startDays[piece]));
    }

    /// <inheritdoc/>
    public override double DayOf(double cumulative)
    {
        // The last piece that starts at or before the value; the last, so that a piece of no hazard is stepped over.
        int piece = LastAtOrBefore(_cumulativeAtStart, cumulative);
        double perDay = _perDay[piece];

        // Only the very last piece can be found with no hazard: its value is never exceeded.
        return perDay == 0.0
            ? double.PositiveInfinity
            : _startDays[piece] + ((cumulative - _cumulativeAtStart[piece]) / perDay);
    }

    /// <inheritdoc/>
    public override double At(double days) => _perDay[LastAtOrBefore(_startDays, days)];

    /// <summary>Equal when both have the same pieces.</summary>
    /// <param name="other">The hazard to compare with.</param>
    public bool Equals(PiecewiseExponentialHazard? other) =>
        other is not null && StartDays.SequenceEqual(other.StartDays) && PerDay.SequenceEqual(other.PerDay);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (double value in _startDays)
        {
            hash.Add(value);
        }

        foreach (double value in _perDay)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    private static int LastAtOrBefore(double[] ascending, double value)
    {
        // Scenarios have two to ten pieces: a scan from the end is shorter than a search by halves. Approximations of other families have hundreds.
        int i = ascending.Length - 1;
        for (int low = 0; i - low > LongestScan;)
        {
            int middle = (low + i) >>> 1;
            (low, i) = ascending[middle] > value ? (low, middle) : (middle, i);
        }

        while (i > 0 && ascending[i] > value)
        {
            i--;
        }

        return i;
    }
}
