using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Reads a number of each patient.</summary>
internal static class ContinuousReader
{
    /// <summary>The data of a request.</summary>
    /// <exception cref="PatientDataException">Something is wrong with the file or does not fit it; the message names everything.</exception>
    public static ContinuousData Read(AnalysisRequest request, ContinuousEndpoint endpoint)
    {
        PatientFaults faults = new(request.File);
        PatientTable table = CohortReader.TableOf(request, faults);
        double[] values = table.Numbers(endpoint.Value, faults);
        double[] baselines = endpoint.Baseline.Length == 0 ? [] : table.Numbers(endpoint.Baseline, faults);
        Cohort cohort = CohortReader.Read(request, table, faults);
        faults.ThrowIfAny();
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => !double.IsNaN(values[row]) && cohort.ArmOfRow[row] >= 0)];
        CohortReader.RefuseNone(request, rows.Length, faults);
        string sentence = $"Value: {endpoint.Value}, {Description.Counted(rows.Length, "row")}"
            + (endpoint.Baseline.Length > 0 ? $"; change is {endpoint.Value} less {endpoint.Baseline}." : ".");
        return new ContinuousData(cohort, endpoint, rows, values, baselines, Description.Of(table, cohort, rows, [sentence], []));
    }
}
