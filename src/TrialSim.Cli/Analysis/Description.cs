using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis;

/// <summary>Says what was read, how it was understood and what was left out.</summary>
internal static class Description
{
    private const int MaxLevelsShown = 12;

    /// <summary>A sentence or two for each thing that a reader must know before believing a figure.</summary>
    /// <param name="table">What was read.</param>
    /// <param name="cohort">Its arms, strata and covariates.</param>
    /// <param name="kept">Numbers of the rows that take part in an analysis.</param>
    /// <param name="endpoint">What is measured, a sentence each.</param>
    /// <param name="last">What else is to be known.</param>
    public static IReadOnlyList<string> Of(PatientTable table, Cohort cohort, IReadOnlyList<int> kept, IReadOnlyList<string> endpoint, IReadOnlyList<string> last)
    {
        AnalysisRequest request = cohort.Request;
        List<string> sentences = [$"{request.File}: {Rows(table.Rows)}, separated by {NameOf(table.Separator)}.", .. RowFilters.InWords(request), .. endpoint];
        if (request.Arm.Length > 0)
        {
            sentences.Add(ArmsSentence(cohort, kept));
        }

        if (cohort.Strata.Count > 0)
        {
            string[] levels = [.. cohort.Strata.Select((name, level) => $"{name} ({kept.Count(row => cohort.StratumOfRow[row] == level)})")];
            sentences.Add($"Strata: {string.Join(" × ", request.Strata)} has {Counted(levels.Length, "level")}: {Shown(levels)}.");
        }

        foreach (Covariate covariate in cohort.Covariates.Where(covariate => covariate.Reference.Length > 0))
        {
            sentences.Add($"Covariate {covariate.Name} is a category; its reference level is {covariate.Reference}.");
        }

        return [.. sentences, .. MissingSentences(request, table, kept.Count), .. last];
    }

    /// <summary>A count and its noun, <c>1 row</c> or <c>2 rows</c>.</summary>
    public static string Counted(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Names one after another, not more than a person reads.</summary>
    public static string Shown(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MaxLevelsShown)) + (names.Count > MaxLevelsShown ? $", … and {names.Count - MaxLevelsShown} more" : "");

    private static string ArmsSentence(Cohort cohort, IReadOnlyList<int> kept)
    {
        AnalysisRequest request = cohort.Request;
        IReadOnlyList<string> arms = cohort.Arms;
        string why = request.Control.Length > 0 ? "control, as asked"
            : request.ArmOrder.Length > 0 ? $"control, the first by {request.ArmOrder}"
            : arms[0].Equals("control", StringComparison.OrdinalIgnoreCase) || arms[0].Equals("placebo", StringComparison.OrdinalIgnoreCase) ? "control, by its name"
            : "control, because it comes first; --control names another";
        IEnumerable<string> levels = arms.Select((name, arm) => $"{name} ({kept.Count(row => cohort.ArmOfRow[row] == arm)}{(arm == 0 ? "; " + why : "")})");
        return $"Arms: {request.Arm} has {Counted(arms.Count, "level")}: {string.Join(", ", levels)}.";
    }

    private static IEnumerable<string> MissingSentences(AnalysisRequest request, PatientTable table, int kept)
    {
        string[] essential = [.. request.EssentialColumns.Select(column => column.Name)];
        int[] without = RowsWithout(table, essential);
        if (without.Length > 0)
        {
            yield return $"{Rows(without.Length)} left out of every analysis: {MissingIn(table, essential, row => true)}.";
        }

        HashSet<int> gone = [.. without];
        (string What, IReadOnlyList<string> Columns)[] further =
        [
            .. request.Endpoint.FurtherColumns.Where(own => own.Column.Name.Length > 0).Select(own => (own.Analyses, (IReadOnlyList<string>)[own.Column.Name])),
            ("stratified analyses", request.Strata),
            ("regressions with covariates", request.Covariates),
        ];
        foreach ((string what, IReadOnlyList<string> columns) in further)
        {
            int count = RowsWithout(table, columns).Count(row => !gone.Contains(row));
            if (count > 0)
            {
                yield return $"{Rows(count)} left out of {what}: {MissingIn(table, columns, row => !gone.Contains(row))}.";
            }
        }

        if (request.Columns.Except(request.Endpoint.ColumnsThatMayBeEmpty).All(column => RowsWithout(table, [column.Name]).Length == 0))
        {
            yield return kept == table.Rows ? "No value is missing." : "No value is missing in the columns named.";
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
}
