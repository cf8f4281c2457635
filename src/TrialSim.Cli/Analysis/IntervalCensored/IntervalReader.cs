using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis.IntervalCensored;

/// <summary>
/// Reads interval-censored times by the conventions of R's <c>Surv(lower, upper, type = "interval2")</c>: no upper end is right censoring, no lower
/// end left censoring, twice the same time an exact one.
/// </summary>
internal static class IntervalReader
{
    /// <summary>The data of a request.</summary>
    /// <exception cref="PatientDataException">Something is wrong with the file or does not fit it; the message names everything.</exception>
    public static IntervalData Read(AnalysisRequest request, IntervalEndpoint endpoint)
    {
        PatientFaults faults = new(request.File);
        PatientTable table = CohortReader.TableOf(request, faults);
        double[] lower = table.Numbers(endpoint.Lower, faults);
        double[] upper = table.NumbersOrInfinity(endpoint.Upper, faults);
        double[] starts = endpoint.Start.Length == 0 ? [] : table.Numbers(endpoint.Start, faults);
        Cohort cohort = CohortReader.Read(request, table, faults);
        for (int row = 0; row < lower.Length; row++)
        {
            AddFaults(table, endpoint, row, lower[row], upper[row], starts.Length == 0 ? 0.0 : starts[row], faults);
        }

        faults.ThrowIfAny();

        int[] used = [.. Enumerable.Range(0, lower.Length).Where(row => cohort.ArmOfRow[row] >= 0 && (starts.Length == 0 || !double.IsNaN(starts[row])) && !(double.IsNaN(lower[row]) && !double.IsFinite(upper[row])))];
        CohortReader.RefuseNone(request, used.Length, faults);

        // Who has had the event before a first look has had it after the start, at which the patient was known to be without.
        double[] from = [.. used.Select(row => !double.IsNaN(lower[row]) ? lower[row] : starts.Length == 0 ? 0.0 : starts[row])];
        double[] to = [.. used.Select(row => double.IsNaN(upper[row]) ? double.PositiveInfinity : upper[row])];
        return new IntervalData(
            cohort,
            endpoint,
            from,
            to,
            starts.Length == 0 ? [] : [.. used.Select(row => starts[row])],
            [.. used.Select(row => (byte)cohort.ArmOfRow[row])],
            Description.Of(table, cohort, used, [Kinds(endpoint, from, to)], [.. Uninformative(endpoint, lower, upper)]));
    }

    private static void AddFaults(PatientTable table, IntervalEndpoint endpoint, int row, double lower, double upper, double start, PatientFaults faults)
    {
        string fault = lower < 0 ? $"{endpoint.Lower}: {lower} is negative. Write 0 or more, or leave the cell empty for left censoring."
            : upper < 0 ? $"{endpoint.Upper}: {upper} is negative. Write 0 or more, or leave the cell empty for right censoring."
            : lower > upper ? $"{endpoint.Lower}: {lower} is after {endpoint.Upper}, {upper}. The event happens above {endpoint.Lower} and at most on {endpoint.Upper}."
            : start < 0 ? $"{endpoint.Start}: {start} is negative. Write 0 or more."
            : start > lower || start > upper ? $"{endpoint.Start}: {start} is after {(start > lower ? endpoint.Lower : endpoint.Upper)}, {(start > lower ? lower : upper)}. A row is under observation from {endpoint.Start} on."
            : "";
        if (fault.Length > 0)
        {
            faults.Add(table.LineOf(row), fault);
        }
    }

    private static string Kinds(IntervalEndpoint endpoint, double[] lower, double[] upper)
    {
        int exact = lower.Zip(upper).Count(ends => ends.First == ends.Second);
        int right = upper.Count(double.IsPositiveInfinity);
        int left = lower.Zip(upper).Count(ends => ends.First == 0 && ends.Second > 0 && double.IsFinite(ends.Second));
        return $"The event happens above {endpoint.Lower} and at most on {endpoint.Upper}: {Description.Counted(lower.Length, "row")}, of which {exact} exact, {left} left-censored, "
            + $"{lower.Length - exact - left - right} in an interval and {right} right-censored.";
    }

    private static IEnumerable<string> Uninformative(IntervalEndpoint endpoint, double[] lower, double[] upper)
    {
        int neither = lower.Zip(upper).Count(ends => double.IsNaN(ends.First) && !double.IsFinite(ends.Second));
        if (neither > 0)
        {
            yield return $"{Description.Counted(neither, "row")} {(neither == 1 ? "is" : "are")} left out: neither {endpoint.Lower} nor {endpoint.Upper} says anything.";
        }
    }
}
