using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis;

/// <summary>Says what was read, how it was understood and what was left out.</summary>
internal static class Description
{
    private const int MostLevelsShown = 12;

    /// <summary>A sentence or two for each thing that a reader must know before believing a figure.</summary>
    public static IReadOnlyList<string> Of(
        AnalysisRequest request,
        PatientTable table,
        AnalysisSample all,
        AnalysisSample sample,
        EventCoding coding,
        IReadOnlyList<string> arms,
        Levels strata,
        IReadOnlyList<Covariate> covariates,
        int emptySpells)
    {
        List<string> sentences = [$"{request.File}: {Rows(table.Rows)}, separated by {NameOf(table.Separator)}."];
        sentences.Add($"{coding.InWords(request.Event)} {Counted(sample.Events, "event")} in {Rows(sample.Rows)}.");
        if (request.Arm.Length > 0)
        {
            sentences.Add(ArmsSentence(request, sample, arms));
        }

        if (strata.Names.Count > 0)
        {
            sentences.Add($"Strata: {string.Join(" × ", request.Strata)} has {Counted(strata.Names.Count, "level")}: {Shown([.. strata.Names.Select((name, level) => $"{name} ({sample.Strata.Count(own => own == level)})")])}.");
        }

        foreach (Covariate covariate in covariates.Where(covariate => covariate.Reference.Length > 0))
        {
            sentences.Add($"Covariate {covariate.Name} is a category; its reference level is {covariate.Reference}.");
        }

        sentences.AddRange(MissingSentences(request, table, sample));
        if (emptySpells > 0)
        {
            sentences.Add($"{Rows(emptySpells)} {(emptySpells == 1 ? "is" : "are")} left out: {request.Start} equals {request.Time}, so nobody was at risk.");
        }

        if (request.Start.Length > 0)
        {
            sentences.Add($"Rows are at risk from {request.Start} to {request.Time}: cox takes that into account; the other methods need time from 0 and are left out.");
        }

        int zeros = all.Starts.Length > 0 ? 0 : sample.Times.Count(time => time == 0);
        if (zeros > 0)
        {
            sentences.Add($"{Rows(zeros)} {(zeros == 1 ? "has" : "have")} a time of 0: at risk at 0 and no longer; an event at 0 counts.");
        }

        return sentences;
    }

    private static string ArmsSentence(AnalysisRequest request, AnalysisSample sample, IReadOnlyList<string> arms)
    {
        string why = request.Control.Length > 0 ? "control, as asked"
            : arms[0].Equals("control", StringComparison.OrdinalIgnoreCase) || arms[0].Equals("placebo", StringComparison.OrdinalIgnoreCase) ? "control, by its name"
            : "control, because it comes first; --control names another";
        IEnumerable<string> levels = arms.Select((name, arm) => $"{name} ({sample.Arms.Count(own => own == arm)}{(arm == 0 ? "; " + why : "")})");
        return $"Arms: {request.Arm} has {Counted(arms.Count, "level")}: {string.Join(", ", levels)}.";
    }

    private static IEnumerable<string> MissingSentences(AnalysisRequest request, PatientTable table, AnalysisSample sample)
    {
        string[] essential = [.. new[] { request.Time, request.Event, request.Start, request.Arm }.Where(name => name.Length > 0)];
        int[] without = RowsWithout(table, essential);
        if (without.Length > 0)
        {
            yield return $"{Rows(without.Length)} left out of every analysis: {MissingIn(table, essential, row => true)}.";
        }

        HashSet<int> gone = [.. without];
        (string What, IReadOnlyList<string> Columns)[] further = [("stratified analyses", request.Strata), ("regressions with covariates", request.Covariates)];
        foreach ((string what, IReadOnlyList<string> columns) in further)
        {
            int count = RowsWithout(table, columns).Count(row => !gone.Contains(row));
            if (count > 0)
            {
                yield return $"{Rows(count)} left out of {what}: {MissingIn(table, columns, row => !gone.Contains(row))}.";
            }
        }

        if (without.Length == 0 && request.Strata.Concat(request.Covariates).All(name => RowsWithout(table, [name]).Length == 0))
        {
            yield return sample.Rows == table.Rows ? "No value is missing." : "No value is missing in the columns named.";
        }
    }

    private static int[] RowsWithout(PatientTable table, IReadOnlyList<string> columns) =>
        [.. Enumerable.Range(0, table.Rows).Where(row => columns.Any(name => table[name].IsMissing(row)))];

    private static string MissingIn(PatientTable table, IReadOnlyList<string> columns, Predicate<int> counts) => string.Join(
        ", ",
        columns
            .Select(name => (Name: name, Count: Enumerable.Range(0, table.Rows).Count(row => counts(row) && table[name].IsMissing(row))))
            .Where(pair => pair.Count > 0)
            .Select(pair => $"{pair.Name} is missing in {pair.Count}"));

    private static string NameOf(char separator) => separator switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        _ => $"'{separator}'",
    };

    private static string Rows(int count) => Counted(count, "row");

    private static string Counted(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";

    private static string Shown(string[] names) =>
        string.Join(", ", names.Take(MostLevelsShown)) + (names.Length > MostLevelsShown ? $", … and {names.Length - MostLevelsShown} more" : "");
}
