using TrialSim.Results.Data;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Analysis;

/// <summary>Leaves rows out that a request does not ask for.</summary>
internal static class RowFilters
{
    private const int MaxShown = 40;

    /// <summary>The rows that every filter of a request lets through.</summary>
    /// <param name="request">The request; its columns are in the table.</param>
    /// <param name="table">All rows.</param>
    /// <param name="faults">Receives levels that the file does not have.</param>
    /// <exception cref="PatientDataException">A filter names a level that is not there, or no row is left.</exception>
    public static PatientTable Apply(AnalysisRequest request, PatientTable table, PatientFaults faults)
    {
        foreach (RowFilter filter in request.Where)
        {
            IReadOnlyList<string> levels = table[filter.Column].Levels();
            foreach (string level in filter.Levels.Where(level => !levels.Contains(level)))
            {
                string more = levels.Count > MaxShown ? ", …" : "";
                faults.Add($"--where: {filter.Column} has no level '{level}'.{Advice.DidYouMean(level, levels)} The levels are {string.Join(", ", levels.Take(MaxShown))}{more}.");
            }
        }

        faults.ThrowIfAny();
        PatientTable left = request.Where.Aggregate(table, (rows, filter) => rows.Only(row => filter.Levels.Contains(rows[filter.Column].Cells[row])));
        if (left.Rows == 0)
        {
            faults.Add($"--where: no row has {string.Join(" and ", request.Where.Select(filter => $"{filter.Column} {string.Join(" or ", filter.Levels)}"))}. Name levels that occur together.");
            faults.ThrowIfAny();
        }

        return left;
    }

    /// <summary>What was left out, a sentence for each filter.</summary>
    public static IEnumerable<string> InWords(AnalysisRequest request) =>
        request.Where.Select(filter => $"Only rows with {filter.Column} {string.Join(" or ", filter.Levels)} are read.");
}
