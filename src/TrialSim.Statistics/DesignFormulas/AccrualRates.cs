namespace TrialSim.Statistics.DesignFormulas;

/// <summary>Patients expected to arrive over time, at a constant rate on each of several pieces, until a day on which accrual ends.</summary>
public sealed record AccrualRates
{
    private readonly double[] _startDays;
    private readonly double[] _perDay;

    /// <summary>One piece for each pair of a start and a rate.</summary>
    /// <param name="startDays">Day on which each piece starts: the first is 0, the rest strictly ascending.</param>
    /// <param name="perDay">Patients per day on each piece, 0 or above.</param>
    /// <param name="endDay">Day on which accrual ends, after the last start.</param>
    /// <exception cref="ArgumentException">Lengths differ, or starts are out of order.</exception>
    public AccrualRates(ReadOnlySpan<double> startDays, ReadOnlySpan<double> perDay, double endDay)
    {
        if (startDays.Length == 0 || startDays.Length != perDay.Length || startDays[0] != 0.0)
        {
            throw new ArgumentException(
                $"{startDays.Length} starts and {perDay.Length} rates. Give as many of each, the first start at day 0.", nameof(perDay));
        }

        EndDay = Require.PositiveFinite(endDay);
        for (int i = 0; i < startDays.Length; i++)
        {
            Require.NonNegativeFinite(perDay[i], nameof(perDay));
            double next = i == startDays.Length - 1 ? endDay : startDays[i + 1];
            if (!(next > startDays[i]))
            {
                throw new ArgumentException(
                    $"The piece that starts at day {startDays[i]} ends at day {next}. Put the starts in ascending order, before the end.", nameof(startDays));
            }
        }

        _startDays = startDays.ToArray();
        _perDay = perDay.ToArray();
    }

    /// <summary>Day on which accrual ends.</summary>
    public double EndDay { get; }

    /// <summary>Day on which each piece starts.</summary>
    public ReadOnlySpan<double> StartDays => _startDays;

    /// <summary>Patients per day on each piece.</summary>
    public ReadOnlySpan<double> PerDay => _perDay;

    /// <summary>All patients.</summary>
    public double Patients => By(EndDay);

    /// <summary>The same rate throughout.</summary>
    /// <param name="patients">In all, above 0.</param>
    /// <param name="days">Over which they arrive, above 0.</param>
    public static AccrualRates Uniform(double patients, double days) => new([0.0], [Require.PositiveFinite(patients) / days], days);

    /// <summary>The same course with another number of patients.</summary>
    /// <param name="patients">In all, above 0.</param>
    public AccrualRates For(double patients)
    {
        double factor = Require.PositiveFinite(patients) / Require.PositiveFinite(Patients, nameof(patients));
        return new AccrualRates(_startDays, [.. _perDay.Select(rate => factor * rate)], EndDay);
    }

    /// <summary>Accrual at given rates until so many patients have arrived.</summary>
    /// <param name="startDays">Day on which each piece starts: the first is 0, the rest strictly ascending.</param>
    /// <param name="perDay">Patients per day on each piece, 0 or above, the last one above 0.</param>
    /// <param name="patients">In all, above 0; pieces that start after the last patient are left out.</param>
    /// <exception cref="ArgumentException">Lengths differ, starts are out of order, or the rates never bring so many.</exception>
    public static AccrualRates Until(ReadOnlySpan<double> startDays, ReadOnlySpan<double> perDay, double patients)
    {
        Require.PositiveFinite(patients);
        double arrived = 0.0;
        for (int i = 0; i < startDays.Length && i < perDay.Length; i++)
        {
            double left = patients - arrived;
            double length = i == startDays.Length - 1 ? double.PositiveInfinity : startDays[i + 1] - startDays[i];
            if (perDay[i] * length >= left && perDay[i] > 0.0)
            {
                return new AccrualRates(startDays[..(i + 1)], perDay[..(i + 1)], startDays[i] + (left / perDay[i]));
            }

            arrived += perDay[i] * length;
        }

        throw new ArgumentException($"These rates bring {arrived} patients, not {patients}. Let the last rate be above 0.", nameof(perDay));
    }

    /// <summary>Patients who have arrived by a day; none before day 0, no more after the end.</summary>
    /// <param name="day">Any number.</param>
    public double By(double day)
    {
        double patients = 0.0;
        for (int i = 0; i < _startDays.Length && day > _startDays[i]; i++)
        {
            patients += _perDay[i] * (Math.Min(day, EndOf(i)) - _startDays[i]);
        }

        return patients;
    }

    /// <summary>Day on which a piece ends.</summary>
    /// <param name="piece">Index of the piece.</param>
    public double EndOf(int piece) => piece == _startDays.Length - 1 ? EndDay : _startDays[piece + 1];

    /// <summary>Equal when both have the same pieces.</summary>
    /// <param name="other">The rates to compare with.</param>
    public bool Equals(AccrualRates? other) =>
        other is not null && EndDay == other.EndDay && StartDays.SequenceEqual(other.StartDays) && _perDay.AsSpan().SequenceEqual(other._perDay);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EndDay, _startDays.Length, _perDay[0], _perDay[^1]);
}
