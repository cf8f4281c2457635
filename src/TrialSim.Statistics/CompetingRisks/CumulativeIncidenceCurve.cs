namespace TrialSim.Statistics.CompetingRisks;

/// <summary>A cumulative incidence curve as a step function.</summary>
/// <param name="Rows">One row per distinct day with an event of any cause, ascending.</param>
/// <param name="Patients">Patients at the start.</param>
/// <param name="LastDay">Longest follow-up, with or without an event; 0 without patients.</param>
/// <param name="Reason">
/// <see cref="NotEstimable.NoPatients"/>, or <see cref="NotEstimable.NoEvents"/> when the cause never occurs: the curve is then 0 throughout.
/// </param>
public sealed record CumulativeIncidenceCurve(IncidenceRow[] Rows, int Patients, double LastDay, NotEstimable Reason)
{
    /// <summary>Whether the cause occurs at all.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>The step in force on a day; a row of zeros (event-free 1) before the first event.</summary>
    /// <param name="days">Any day; after the last row the last row holds.</param>
    public IncidenceRow At(double days)
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

        return low == 0 ? new IncidenceRow(0.0, Patients, 0, 0, 1.0, 0.0, 0.0) : Rows[low - 1];
    }
}
