using System.Globalization;
using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Reads numbers of patients at visits, a row for each visit.</summary>
internal static class RepeatedReader
{
    private const int MaxVisits = 30;

    /// <summary>The data of a request.</summary>
    /// <exception cref="PatientDataException">Something is wrong with the file or does not fit it; the message names everything.</exception>
    public static RepeatedData Read(AnalysisRequest request, RepeatedEndpoint endpoint)
    {
        PatientFaults faults = new(request.File);
        PatientTable table = CohortReader.TableOf(request, faults);
        double[] values = table.Numbers(endpoint.Value, faults);
        double[] baselines = endpoint.Baseline.Length == 0 ? [] : table.Numbers(endpoint.Baseline, faults);
        Levels patients = Levels.Crossed(table, [endpoint.Patient]);
        Levels visits = InOrder(Levels.Crossed(table, [endpoint.Visit]));
        if (visits.Names.Count > MaxVisits)
        {
            faults.Add($"--visit: {endpoint.Visit} has {visits.Names.Count} levels, more than {MaxVisits}. Name a column of planned visits, not of days.");
        }

        Cohort cohort = CohortReader.Read(request, table, faults);
        CheckPatients(table, endpoint, patients, visits, cohort, baselines, faults);
        faults.ThrowIfAny();

        int[] rows =
        [
            .. Enumerable.Range(0, table.Rows).Where(row => !double.IsNaN(values[row]) && visits.OfRow[row] >= 0 && patients.OfRow[row] >= 0 && cohort.ArmOfRow[row] >= 0),
        ];
        CohortReader.RefuseNone(request, rows.Length, faults);
        string sentence = $"Values: {endpoint.Value} of {Description.Counted(rows.Select(row => patients.OfRow[row]).Distinct().Count(), "patient")} at {Description.Counted(visits.Names.Count, "visit")}, "
            + $"in this order: {Description.Shown([.. visits.Names.Select((name, visit) => $"{name} ({rows.Count(row => visits.OfRow[row] == visit)})")])}.";
        return new RepeatedData(
            cohort, endpoint, visits.Names, rows, values, baselines, visits.OfRow, patients.OfRow, Description.Of(table, cohort, rows, [sentence, .. Patients(request, patients, cohort, rows)], []));
    }

    /// <summary>Visits that are numbers ascend; others come in the order of the file.</summary>
    private static Levels InOrder(Levels visits)
    {
        double[] numbers = [.. visits.Names.Select(name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
        if (numbers.Any(double.IsNaN))
        {
            return visits;
        }

        int[] order = [.. Enumerable.Range(0, numbers.Length).OrderBy(level => numbers[level])];
        return new Levels([.. order.Select(level => visits.Names[level])], [.. visits.OfRow.Select(level => level < 0 ? -1 : Array.IndexOf(order, level))]);
    }

    private static IEnumerable<string> Patients(AnalysisRequest request, Levels patients, Cohort cohort, int[] rows) => request.Arm.Length == 0
        ? []
        : [$"Patients by arm: {string.Join(", ", cohort.Arms.Select((name, arm) => $"{name} {rows.Where(row => cohort.ArmOfRow[row] == arm).Select(row => patients.OfRow[row]).Distinct().Count()}"))}. Counts of rows follow."];

    private static void CheckPatients(PatientTable table, RepeatedEndpoint endpoint, Levels patients, Levels visits, Cohort cohort, double[] baselines, PatientFaults faults)
    {
        Dictionary<(int Patient, int Visit), int> seen = [];
        int[] first = new int[patients.Names.Count];
        Array.Fill(first, -1);
        for (int row = 0; row < table.Rows; row++)
        {
            int patient = patients.OfRow[row];
            if (patient < 0)
            {
                continue;
            }

            string who = $"{endpoint.Patient} {PatientFaults.Quote(patients.Names[patient])}";
            if (visits.OfRow[row] >= 0 && !seen.TryAdd((patient, visits.OfRow[row]), row))
            {
                faults.Add(table.LineOf(row), $"{who} has the visit {PatientFaults.Quote(visits.Names[visits.OfRow[row]])} twice, first in line {table.LineOf(seen[(patient, visits.OfRow[row])])}. Give one row for a patient's visit.");
            }

            first[patient] = first[patient] < 0 ? row : first[patient];
            int before = first[patient];
            if (cohort.ArmOfRow[row] != cohort.ArmOfRow[before])
            {
                faults.Add(table.LineOf(row), $"{who} is in another arm than in line {table.LineOf(before)}. Give a patient's rows one arm.");
            }
            else if (baselines.Length > 0 && !baselines[row].Equals(baselines[before]))
            {
                faults.Add(table.LineOf(row), $"{who} has another {endpoint.Baseline} than in line {table.LineOf(before)}. Give a patient's rows one baseline.");
            }
        }
    }
}
