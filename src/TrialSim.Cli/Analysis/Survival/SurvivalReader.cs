using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Reads times to an event.</summary>
internal static class SurvivalReader
{
    /// <summary>The data of a request.</summary>
    /// <exception cref="PatientDataException">Something is wrong with the file or does not fit it; the message names everything.</exception>
    public static SurvivalData Read(AnalysisRequest request, SurvivalEndpoint endpoint)
    {
        PatientFaults faults = new(request.File);
        PatientTable table = CohortReader.TableOf(request, faults);
        double[] times = NonNegative(table, endpoint.Time, faults);
        double[] starts = endpoint.Start.Length == 0 ? [] : NonNegative(table, endpoint.Start, faults);
        EventCoding coding = EventCoding.Of(table[endpoint.Event], endpoint, faults);
        Cohort cohort = CohortReader.Read(request, table, faults);
        for (int row = 0; row < starts.Length; row++)
        {
            if (starts[row] > times[row])
            {
                faults.Add(table.LineOf(row), $"{endpoint.Start}: {starts[row]} is after {endpoint.Time}, {times[row]}. A row is at risk from {endpoint.Start} to {endpoint.Time}.");
            }
        }

        faults.ThrowIfAny();

        int[] causes = [.. table[endpoint.Event].Cells.Select((cell, row) => table[endpoint.Event].IsMissing(row) ? -1 : coding.CauseOf(cell))];
        SurvivalRows all = new(
            times, starts, causes, [.. cohort.ArmOfRow.Select(arm => (byte)Math.Max(arm, 0))], [.. cohort.StratumOfRow], [.. cohort.Terms.Select(term => term.Values)]);
        bool IsKnown(int row) => !double.IsNaN(times[row]) && causes[row] >= 0 && cohort.ArmOfRow[row] >= 0 && (starts.Length == 0 || !double.IsNaN(starts[row]));
        bool IsUsed(int row) => IsKnown(row) && (starts.Length == 0 || starts[row] < times[row]);
        SurvivalRows sample = all.Where(IsUsed);
        CohortReader.RefuseNone(request, sample.Rows, faults);
        return new SurvivalData(
            cohort,
            endpoint,
            sample,
            coding.Interest.Count == 0 ? endpoint.Event : coding.Interest[0],
            coding.Competing,
            Description.Of(
                table,
                cohort,
                [.. Enumerable.Range(0, table.Rows).Where(IsUsed)],
                [$"{coding.InWords(endpoint.Event)} {Description.Counted(sample.Events, "event")} in {Description.Counted(sample.Rows, "row")}."],
                [.. StartSentences(endpoint, sample, Enumerable.Range(0, table.Rows).Count(row => IsKnown(row) && !IsUsed(row)))]));
    }

    private static double[] NonNegative(PatientTable table, string name, PatientFaults faults)
    {
        double[] numbers = table.Numbers(name, faults);
        for (int row = 0; row < numbers.Length; row++)
        {
            if (numbers[row] < 0)
            {
                faults.Add(table.LineOf(row), $"{name}: {numbers[row]} is negative. A time runs from the start of follow-up: write 0 or more, or leave the cell empty where it is missing.");
            }
        }

        return numbers;
    }

    private static IEnumerable<string> StartSentences(SurvivalEndpoint endpoint, SurvivalRows sample, int emptySpells)
    {
        if (emptySpells > 0)
        {
            yield return $"{Description.Counted(emptySpells, "row")} {(emptySpells == 1 ? "is" : "are")} left out: {endpoint.Start} equals {endpoint.Time}, so nobody was at risk.";
        }

        if (endpoint.Start.Length > 0)
        {
            yield return $"Rows are at risk from {endpoint.Start} to {endpoint.Time}: who has not entered yet is not at risk. Curves are of those who are without the event at the first entry; early steps rest on the few who had entered.";
        }

        int zeros = endpoint.Start.Length > 0 ? 0 : sample.Times.Count(time => time == 0);
        if (zeros > 0)
        {
            yield return $"{Description.Counted(zeros, "row")} {(zeros == 1 ? "has" : "have")} a time of 0: at risk at 0 and no longer; an event at 0 counts.";
        }
    }
}
