namespace TrialSim.Statistics.Survival;

/// <summary>
/// The product-limit estimate of a survival curve (Kaplan and Meier 1958); with late entry R's <c>survfit(Surv(start, stop, event) ~ arm)</c>,
/// a curve of those who are without the event at the earliest start. Allocates nothing unless there is late entry.
/// </summary>
public static class KaplanMeier
{
    /// <summary>The curve of one arm.</summary>
    /// <param name="sample">By ascending day; other arms are passed over.</param>
    /// <param name="arm">Number of the arm.</param>
    /// <param name="rows">Room for as many rows as the sample has patients; the curve is a view of it.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is too short.</exception>
    public static KaplanMeierCurve Fill(scoped in SurvivalSample sample, byte arm, Span<KaplanMeierRow> rows)
    {
        int count = Fold(sample, arm, rows);
        if (!sample.StartDays.IsEmpty)
        {
            TakeOff(LateEntry.OfArm(sample, arm), rows[..count]);
        }

        return CurveOf(sample, arm, rows[..count]);
    }

    /// <summary>The curve of one arm of a sample with late entry, in room of the caller's: allocates nothing.</summary>
    /// <param name="sample">By ascending day, with starts; other arms are passed over.</param>
    /// <param name="arm">Number of the arm.</param>
    /// <param name="rows">Room for as many rows as the sample has patients; the curve is a view of it.</param>
    /// <param name="starts">Scratch room for as many numbers as there are patients.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is too short.</exception>
    public static KaplanMeierCurve FillWithLateEntry(scoped in SurvivalSample sample, byte arm, Span<KaplanMeierRow> rows, Span<double> starts)
    {
        int count = Fold(sample, arm, rows);
        ReadOnlySpan<double> own = LateEntry.FillOfArm(sample, arm, starts);
        foreach (ref KaplanMeierRow row in rows[..count])
        {
            row = row with { AtRisk = row.AtRisk - LateEntry.NotEntered(own, row.Days) };
        }

        return CurveOf(sample, arm, rows[..count]);
    }

    /// <summary>The curve of all patients, whatever their arm.</summary>
    /// <param name="sample">By ascending day.</param>
    /// <param name="rows">Room for as many rows as the sample has patients; the curve is a view of it.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is too short.</exception>
    public static KaplanMeierCurve FillPooled(scoped in SurvivalSample sample, Span<KaplanMeierRow> rows)
    {
        ReadOnlySpan<double> days = sample.Days;
        RequireRoom(days.Length, rows.Length);

        int count = 0;
        int atRiskToday = 0;
        for (int i = 0; i < days.Length; i++)
        {
            atRiskToday = i > 0 && days[i] == days[i - 1] ? atRiskToday : days.Length - i;
            rows[count] = new KaplanMeierRow(days[i], atRiskToday, 1, 0.0, 0.0);
            count += sample.HasEvent[i] ? 1 : 0;
        }

        if (!sample.StartDays.IsEmpty)
        {
            TakeOff(LateEntry.OfAll(sample), rows[..count]);
        }

        return new KaplanMeierCurve(Accumulate(rows[..count]), days.Length, days.IsEmpty ? 0.0 : days[^1]);
    }

    /// <summary>Patients of an arm still under observation without the event just before each day of a grid, as printed below a curve.</summary>
    /// <param name="sample">By ascending day.</param>
    /// <param name="arm">Number of the arm.</param>
    /// <param name="gridDays">Ascending days.</param>
    /// <param name="atRisk">One number for each day of the grid.</param>
    public static void FillAtRisk(in SurvivalSample sample, byte arm, ReadOnlySpan<double> gridDays, Span<int> atRisk)
    {
        int remaining = sample.Arm.Count(arm);
        int patient = 0;
        for (int g = 0; g < gridDays.Length; g++)
        {
            for (; patient < sample.Length && sample.Days[patient] < gridDays[g]; patient++)
            {
                remaining -= sample.Arm[patient] == arm ? 1 : 0;
            }

            atRisk[g] = remaining;
        }

        if (sample.StartDays.IsEmpty)
        {
            return;
        }

        LateEntry late = LateEntry.OfArm(sample, arm);
        for (int g = 0; g < gridDays.Length; g++)
        {
            atRisk[g] -= late.NotEntered(gridDays[g]);
        }
    }

    /// <summary>A row for each event of the arm, with all of the arm who are still in the sample at risk.</summary>
    private static int Fold(in SurvivalSample sample, byte arm, Span<KaplanMeierRow> rows)
    {
        ReadOnlySpan<double> days = sample.Days;
        ReadOnlySpan<byte> arms = sample.Arm[..days.Length];
        ReadOnlySpan<bool> hasEvent = sample.HasEvent[..days.Length];
        RequireRoom(days.Length, rows.Length);

        int atRisk = arms.Count(arm);
        int atRiskToday = 0;
        double day = double.NaN;
        int count = 0;

        // Every patient writes a row, but only one of the arm with an event keeps it: a branch would be guessed wrongly too often.
        for (int i = 0; i < days.Length; i++)
        {
            if (days[i] != day)
            {
                day = days[i];
                atRiskToday = atRisk;
            }

            int isInArm = arms[i] == arm ? 1 : 0;
            int isEvent = hasEvent[i] ? 1 : 0;
            rows[count] = new KaplanMeierRow(day, atRiskToday, 1, 0.0, 0.0);
            count += isInArm & isEvent;
            atRisk -= isInArm;
        }

        return count;
    }

    private static KaplanMeierCurve CurveOf(scoped in SurvivalSample sample, byte arm, Span<KaplanMeierRow> rows)
    {
        int last = sample.Arm.LastIndexOf(arm);
        return new KaplanMeierCurve(Accumulate(rows), sample.Arm.Count(arm), last < 0 ? 0.0 : sample.Days[last]);
    }

    private static void TakeOff(LateEntry late, Span<KaplanMeierRow> rows)
    {
        foreach (ref KaplanMeierRow row in rows)
        {
            row = row with { AtRisk = row.AtRisk - late.NotEntered(row.Days) };
        }
    }

    /// <summary>Merges rows of one event each into one row per day, and carries survival and Greenwood's sum along.</summary>
    private static ReadOnlySpan<KaplanMeierRow> Accumulate(Span<KaplanMeierRow> rows)
    {
        double survival = 1.0;
        double greenwoodSum = 0.0;
        int count = 0;
        for (int i = 0; i < rows.Length;)
        {
            double day = rows[i].Days;
            int atRisk = rows[i].AtRisk;
            int events = 0;
            for (; i < rows.Length && rows[i].Days == day; i++)
            {
                events++;
            }

            double surviving = atRisk - events;
            survival *= surviving / atRisk;
            greenwoodSum += events / (atRisk * surviving);
            rows[count++] = new KaplanMeierRow(day, atRisk, events, survival, greenwoodSum);
        }

        return rows[..count];
    }

    private static void RequireRoom(int patients, int rows)
    {
        if (rows < patients)
        {
            throw new ArgumentException($"There is room for {rows} rows, but {patients} patients may need as many as {patients}.", nameof(rows));
        }
    }
}
