using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>A Kaplan–Meier curve: a view of the rows that <see cref="KaplanMeier"/> filled, with what the last patients tell.</summary>
public readonly ref struct KaplanMeierCurve
{
    // Survival within this of a probability counts as equal to it, as in R: products of fractions seldom give ½ exactly.
    private const double Tolerance = 1.5e-8;

    internal KaplanMeierCurve(ReadOnlySpan<KaplanMeierRow> rows, int patients, double lastDay)
    {
        Rows = rows;
        Patients = patients;
        LastDay = lastDay;
    }

    /// <summary>One row per distinct event day, ascending.</summary>
    public ReadOnlySpan<KaplanMeierRow> Rows { get; }

    /// <summary>Patients at the start.</summary>
    public int Patients { get; }

    /// <summary>Longest follow-up, with or without the event; 0 without patients.</summary>
    public double LastDay { get; }

    /// <summary>The day by which half have had the event. See <see cref="Quantile"/>.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <param name="transform">Scale on which survival is taken to be normal.</param>
    public SurvivalQuantile Median(double confidence, IntervalTransform transform) => Quantile(0.5, confidence, transform);

    /// <summary>
    /// The day by which a share <paramref name="probability"/> has had the event, with the interval of Brookmeyer and Crowley (1982): the
    /// days at which the pointwise limits of the curve cross the same level. R's <c>quantile(survfit)</c>, with its rules: where a curve
    /// is flat at the level, the middle of the flat stretch; where a limit turns up again, the row whose limit lies nearest below the level.
    /// </summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <param name="transform">Scale on which survival is taken to be normal.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public SurvivalQuantile Quantile(double probability, double confidence, IntervalTransform transform)
    {
        double level = 1.0 - Require.InsideUnitInterval(probability);
        double criticalValue = Normal.TwoSidedCriticalValue(confidence);
        if (Patients == 0)
        {
            return new SurvivalQuantile(0.0, 0.0, 0.0, NotEstimable.NoPatients);
        }

        double day = CrossingDay(level);
        return new SurvivalQuantile(
            day,
            LimitCrossingDay(level, -criticalValue, transform),
            LimitCrossingDay(level, criticalValue, transform),
            double.IsPositiveInfinity(day) ? NotEstimable.NotReached : NotEstimable.None);
    }

    /// <summary>The day by which a share <paramref name="probability"/> has had the event, without an interval.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="days">As <see cref="Quantile"/> gives it; 0 when the curve does not come down that far or there are no patients.</param>
    /// <returns>Whether the curve comes down that far.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is out of range.</exception>
    public bool TryQuantile(double probability, out double days)
    {
        double crossing = CrossingDay(1.0 - Require.InsideUnitInterval(probability));
        bool isReached = !double.IsPositiveInfinity(crossing);
        days = isReached ? crossing : 0.0;
        return isReached;
    }

    /// <summary>Survival at a day, with Greenwood's error and pointwise limits. The day itself belongs to the past: its events are counted.</summary>
    /// <param name="days">0 or above.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <param name="transform">Scale on which survival is taken to be normal.</param>
    public MilestoneSurvival Milestone(double days, double confidence, IntervalTransform transform)
    {
        if (Patients == 0)
        {
            return new MilestoneSurvival(0.0, 0.0, 0.0, 0.0, NotEstimable.NoPatients);
        }

        if (!Reaches(days))
        {
            return new MilestoneSurvival(0.0, 0.0, 0.0, 0.0, NotEstimable.NotReached);
        }

        int row = LastRowAtOrBefore(days);
        if (row < 0)
        {
            return new MilestoneSurvival(1.0, 0.0, 1.0, 1.0, NotEstimable.None);
        }

        Interval limits = Rows[row].Limits(confidence, transform);
        return new MilestoneSurvival(Rows[row].Survival, Rows[row].StandardError, limits.Lower, limits.Upper, NotEstimable.None);
    }

    /// <summary>Survival on each day of a grid, as far as the curve reaches.</summary>
    /// <param name="gridDays">Ascending days.</param>
    /// <param name="survival">Room for one number for each day of the grid.</param>
    /// <returns>
    /// How many days of the grid, from the first, the curve reaches. Beyond its last patient a curve is unknown, unless that patient had
    /// the event and it is 0.
    /// </returns>
    public int FillOn(ReadOnlySpan<double> gridDays, Span<double> survival)
    {
        int row = 0;
        double current = 1.0;
        for (int g = 0; g < gridDays.Length; g++)
        {
            if (!Reaches(gridDays[g]))
            {
                return g;
            }

            for (; row < Rows.Length && Rows[row].Days <= gridDays[g]; row++)
            {
                current = Rows[row].Survival;
            }

            survival[g] = current;
        }

        return gridDays.Length;
    }

    /// <summary>Whether the curve is known on that day: someone was followed as far, or it has come down to 0.</summary>
    internal bool Reaches(double days) =>
        Patients > 0 && (days <= LastDay || (!Rows.IsEmpty && Rows[^1].Survival == 0.0));

    private int LastRowAtOrBefore(double days)
    {
        int low = 0;
        int high = Rows.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Rows[middle].Days <= days)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private double CrossingDay(double level)
    {
        for (int i = 0; i < Rows.Length; i++)
        {
            double survival = Rows[i].Survival;
            if (survival <= level + Tolerance)
            {
                bool isFlat = survival > level - Tolerance;
                return !isFlat ? Rows[i].Days
                    : i + 1 < Rows.Length ? 0.5 * (Rows[i].Days + Rows[i + 1].Days)
                    : 0.5 * (Rows[i].Days + LastDay);
            }
        }

        return double.PositiveInfinity;
    }

    private double LimitCrossingDay(double level, double z, IntervalTransform transform)
    {
        // Of the limits at or below the level the nearest, and of those clearly below it the nearest: the same row, unless the limit
        // equals the level. A survival of 0 has no limits.
        int atOrBelow = -1;
        int below = -1;
        double nearestAtOrBelow = double.NegativeInfinity;
        double nearestBelow = double.NegativeInfinity;
        double limit = 1.0;
        for (int i = 0; i < Rows.Length && Rows[i].Survival > 0.0; i++)
        {
            limit = SurvivalLimits.At(Rows[i].Survival, Rows[i].GreenwoodSum, z, transform);
            if (limit <= level + Tolerance && limit > nearestAtOrBelow)
            {
                nearestAtOrBelow = limit;
                atOrBelow = i;
            }

            if (limit <= level - Tolerance && limit > nearestBelow)
            {
                nearestBelow = limit;
                below = i;
            }
        }

        bool endsAtLevel = atOrBelow >= 0 && Rows[^1].Survival > 0.0 && Math.Abs(limit - level) < Tolerance;
        return endsAtLevel ? 0.5 * (Rows[atOrBelow].Days + LastDay)
            : below >= 0 ? 0.5 * (Rows[atOrBelow].Days + Rows[below].Days)
            : double.PositiveInfinity;
    }
}
