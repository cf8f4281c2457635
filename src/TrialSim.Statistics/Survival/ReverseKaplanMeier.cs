namespace TrialSim.Statistics.Survival;

/// <summary>
/// Potential follow-up: the Kaplan–Meier curve with events and censoring exchanged (Schemper and Smith 1996), whose median is the
/// median follow-up. R's <c>survfit(Surv(days, 1 - event) ~ arm)</c>: a patient with the event on the day of a censoring is at risk
/// for it. Allocates nothing.
/// </summary>
public static class ReverseKaplanMeier
{
    /// <summary>The curve of one arm.</summary>
    /// <param name="sample">By ascending day; other arms are passed over.</param>
    /// <param name="arm">Number of the arm.</param>
    /// <param name="rows">Room for as many rows as the sample has patients; the curve is a view of it.</param>
    /// <param name="isCensored">Scratch, as long as the sample.</param>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public static KaplanMeierCurve Fill(scoped in SurvivalSample sample, byte arm, Span<KaplanMeierRow> rows, Span<bool> isCensored) =>
        KaplanMeier.Fill(Exchanged(sample, isCensored), arm, rows);

    /// <summary>The curve of all patients, whatever their arm.</summary>
    /// <param name="sample">By ascending day.</param>
    /// <param name="rows">Room for as many rows as the sample has patients; the curve is a view of it.</param>
    /// <param name="isCensored">Scratch, as long as the sample.</param>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public static KaplanMeierCurve FillPooled(scoped in SurvivalSample sample, Span<KaplanMeierRow> rows, Span<bool> isCensored) =>
        KaplanMeier.FillPooled(Exchanged(sample, isCensored), rows);

    private static SurvivalSample Exchanged(scoped in SurvivalSample sample, Span<bool> isCensored)
    {
        if (isCensored.Length < sample.Length)
        {
            throw new ArgumentException($"There is room for {isCensored.Length} flags, but there are {sample.Length} patients.", nameof(isCensored));
        }

        for (int i = 0; i < sample.Length; i++)
        {
            isCensored[i] = !sample.HasEvent[i];
        }

        return new SurvivalSample(sample.Days, isCensored[..sample.Length], sample.Arm, sample.Stratum, sample.StartDays);
    }
}
