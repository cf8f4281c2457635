namespace TrialSim.Statistics.Reconstruction;

/// <summary>
/// Patient data from points of a published Kaplan–Meier curve and its numbers at risk, after Guyot, Ades, Ouwens and Welton (BMC Medical
/// Research Methodology 2012; 12:9): within each interval between numbers at risk, as many censored patients spread evenly as let the
/// next number come out, and at each point as many events as the fall of the curve asks for, in whole patients.
/// </summary>
public static class KaplanMeierReconstruction
{
    /// <summary>Without a known number of events: in the last interval patients are censored at the rate of the intervals before.</summary>
    /// <param name="curve">
    /// Points in any order; (0, 1) is added, and points above an earlier one are lowered to it, since what is read off by hand shakes.
    /// </param>
    /// <param name="atRisk">Numbers at risk by ascending day; the first is day 0 and all patients of the curve.</param>
    /// <exception cref="ArgumentException">No points, or numbers at risk that are missing, out of order or rising.</exception>
    public static ReconstructedPatients Reconstruct(ReadOnlySpan<CurvePoint> curve, ReadOnlySpan<NumberAtRisk> atRisk) =>
        new GuyotSearch(Cleaned(curve), Checked(atRisk)).Run();

    /// <summary>With a known number of events: the censoring of the last interval is chosen to give it, as nearly as the curve allows.</summary>
    /// <param name="curve">As above.</param>
    /// <param name="atRisk">As above.</param>
    /// <param name="totalEvents">Events reported for the curve, from 0 to the patients.</param>
    /// <exception cref="ArgumentException">As above, or a number of events that is out of range.</exception>
    public static ReconstructedPatients Reconstruct(ReadOnlySpan<CurvePoint> curve, ReadOnlySpan<NumberAtRisk> atRisk, int totalEvents)
    {
        NumberAtRisk[] numbers = Checked(atRisk);
        ArgumentOutOfRangeException.ThrowIfNegative(totalEvents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(totalEvents, numbers[0].Patients);
        return new GuyotSearch(Cleaned(curve), numbers).Run(totalEvents);
    }

    private static CurvePoint[] Cleaned(ReadOnlySpan<CurvePoint> curve)
    {
        if (curve.IsEmpty)
        {
            throw new ArgumentException("There are no points. Give at least one point of the curve.", nameof(curve));
        }

        List<CurvePoint> cleaned = [new CurvePoint(0.0, 1.0)];
        foreach (CurvePoint point in curve.ToArray().OrderBy(p => p.Days).ThenByDescending(p => p.Survival))
        {
            CurvePoint lowered = new(point.Days, Math.Min(point.Survival, cleaned[^1].Survival));

            // Of several points on a day, the ends of a vertical line, the lowest counts; day 0 keeps its 1.
            if (point.Days == cleaned[^1].Days && cleaned.Count > 1)
            {
                cleaned[^1] = lowered;
            }
            else if (lowered != cleaned[^1])
            {
                cleaned.Add(lowered);
            }
        }

        return [.. cleaned];
    }

    private static NumberAtRisk[] Checked(ReadOnlySpan<NumberAtRisk> atRisk)
    {
        if (atRisk.IsEmpty || atRisk[0].Days != 0.0 || atRisk[0].Patients == 0)
        {
            throw new ArgumentException("The first number at risk must be that of day 0, the number of patients of the curve.", nameof(atRisk));
        }

        for (int i = 1; i < atRisk.Length; i++)
        {
            if (!(atRisk[i].Days > atRisk[i - 1].Days) || atRisk[i].Patients > atRisk[i - 1].Patients)
            {
                throw new ArgumentException(
                    $"{atRisk[i].Patients} at risk on day {atRisk[i].Days} follow {atRisk[i - 1].Patients} on day {atRisk[i - 1].Days}. "
                    + "Give ascending days and numbers that do not rise.",
                    nameof(atRisk));
            }
        }

        return atRisk.ToArray();
    }
}
