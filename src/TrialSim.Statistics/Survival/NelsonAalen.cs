namespace TrialSim.Statistics.Survival;

/// <summary>
/// The cumulative hazard by Nelson (1972) and Aalen (1978): d/n summed over the event days, d events on one day counting as d at once.
/// R's <c>survfit(…)$cumhaz</c>. Allocates nothing.
/// </summary>
public static class NelsonAalen
{
    /// <summary>The cumulative hazard of the patients of a Kaplan–Meier curve.</summary>
    /// <param name="curve">From <see cref="KaplanMeier"/>.</param>
    /// <param name="rows">Room for as many rows as the curve has.</param>
    /// <returns>A view of <paramref name="rows"/>, one row per distinct event day; empty without events.</returns>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is too short.</exception>
    public static ReadOnlySpan<NelsonAalenRow> Fill(scoped in KaplanMeierCurve curve, Span<NelsonAalenRow> rows)
    {
        if (rows.Length < curve.Rows.Length)
        {
            throw new ArgumentException($"There is room for {rows.Length} rows, but the curve has {curve.Rows.Length}.", nameof(rows));
        }

        double cumulativeHazard = 0.0;
        double variance = 0.0;
        for (int i = 0; i < curve.Rows.Length; i++)
        {
            KaplanMeierRow row = curve.Rows[i];
            double hazard = row.Events / (double)row.AtRisk;
            cumulativeHazard += hazard;
            variance += hazard / row.AtRisk;
            rows[i] = new NelsonAalenRow(row.Days, row.AtRisk, row.Events, cumulativeHazard, variance);
        }

        return rows[..curve.Rows.Length];
    }
}
