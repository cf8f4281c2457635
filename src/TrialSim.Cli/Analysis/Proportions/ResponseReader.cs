using TrialSim.Results.Data;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>Reads responses.</summary>
internal static class ResponseReader
{
    private const int MaxLevels = 20;

    /// <summary>The data of a request.</summary>
    /// <exception cref="PatientDataException">Something is wrong with the file or does not fit it; the message names everything.</exception>
    public static BinaryData Read(AnalysisRequest request, BinaryEndpoint endpoint)
    {
        PatientFaults faults = new(request.File);
        PatientTable table = CohortReader.TableOf(request, faults);
        Levels levels = Levels.Crossed(table, [endpoint.Response]);
        IReadOnlyList<string> responses = ResponsesOf(levels.Names, endpoint, faults);
        Cohort cohort = CohortReader.Read(request, table, faults);
        faults.ThrowIfAny();

        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => levels.OfRow[row] >= 0 && cohort.ArmOfRow[row] >= 0)];
        CohortReader.RefuseNone(request, rows.Length, faults);
        int Count(IEnumerable<string> names) => rows.Count(row => names.Contains(levels.Names[levels.OfRow[row]]));
        string others = string.Join(", ", levels.Names.Except(responses));
        string sentence = responses.Count == 0
            ? $"Response: {endpoint.Response} has {Description.Counted(levels.Names.Count, "level")}: {Description.Shown([.. levels.Names.Select(name => $"{name} ({Count([name])})")])}. "
                + "--response-level says which count as a response, where proportions are wanted."
            : $"Response: {string.Join(", ", responses)} of {endpoint.Response} {(responses.Count == 1 ? "is" : "are")} a response{(others.Length > 0 ? $"; {others} {(levels.Names.Count - responses.Count == 1 ? "is" : "are")} not" : "")}. "
                + $"{Description.Counted(Count(responses), "response")} in {Description.Counted(rows.Length, "row")}.";
        return new BinaryData(cohort, endpoint, levels.Names, responses, rows, levels.OfRow, Description.Of(table, cohort, rows, [sentence], []));
    }

    private static IReadOnlyList<string> ResponsesOf(IReadOnlyList<string> levels, BinaryEndpoint endpoint, PatientFaults faults)
    {
        if (levels.Count > MaxLevels)
        {
            faults.Add($"--response: {endpoint.Response} has {levels.Count} levels, more than {MaxLevels}. Name numbers with --value, or another column.");
            return [];
        }

        foreach (string level in endpoint.ResponseLevels.Where(level => !levels.Contains(level)))
        {
            faults.Add($"--response-level: there is no level '{level}'.{Advice.DidYouMean(level, levels)} The levels are {string.Join(", ", levels.Select(PatientFaults.Quote))}.");
        }

        if (endpoint.ResponseLevels.Count > 0)
        {
            return endpoint.ResponseLevels;
        }

        string[] yes = [.. levels.Where(YesOrNo.IsYes)];
        if (levels.All(level => YesOrNo.IsYes(level) || YesOrNo.IsNo(level)) && yes.Length <= 1 && levels.Count - yes.Length <= 1)
        {
            return yes.Length == 0 ? ["1"] : yes;
        }

        if (levels.Count <= 2)
        {
            faults.Add($"{endpoint.Response} holds {string.Join(", ", levels.Select(PatientFaults.Quote))}, which is neither 1/0 nor yes/no. Say which level is a response, such as --response-level {levels[0]}.");
        }

        return [];
    }
}
