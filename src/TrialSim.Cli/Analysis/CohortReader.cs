using TrialSim.Results.Data;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Analysis;

/// <summary>Reads what the rows of a file have in common: the table itself, arms, strata and covariates.</summary>
internal static class CohortReader
{
    private const int MaxArms = 20;
    private const int MaxLevels = 50;
    private const int MaxShown = 40;
    private static readonly string[] ControlNames = ["control", "placebo"];

    /// <summary>The columns that a request names.</summary>
    /// <exception cref="PatientDataException">The file cannot be read, or the columns are not in it.</exception>
    public static PatientTable TableOf(AnalysisRequest request, PatientFaults faults)
    {
        PatientTable table = PatientTableReader.Read(request.File, [.. request.Columns.Select(column => column.Name).Concat(request.FurtherColumns).Distinct()]);
        CheckColumns(request, table, faults);
        return RowFilters.Apply(request, table, faults);
    }

    /// <summary>The cohort of a table.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="table">The columns that it names.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static Cohort Read(AnalysisRequest request, PatientTable table, PatientFaults faults)
    {
        Levels arms = ArmsOf(table, request, faults);
        Levels strata = request.Strata.Count == 0 ? Levels.None : Levels.Crossed(table, request.Strata);
        CheckStrata(strata, request, faults);
        return new Cohort(
            request,
            arms.Names.Count == 0 ? ["all patients"] : arms.Names,
            arms.Names.Count == 0 ? new int[table.Rows] : arms.OfRow,
            strata.Names,
            strata.OfRow,
            [.. request.Covariates.Select(name => CovariateOf(table, name, request.Categorical.Contains(name), faults))]);
    }

    /// <summary>Ends the reading where no row is complete.</summary>
    /// <exception cref="PatientDataException">There are no rows.</exception>
    public static void RefuseNone(AnalysisRequest request, int rows, PatientFaults faults)
    {
        if (rows == 0)
        {
            faults.Add($"No row is complete in {string.Join(", ", request.EssentialColumns.Select(column => column.Name))}. Name the columns that hold the data.");
            faults.ThrowIfAny();
        }
    }

    private static void CheckColumns(AnalysisRequest request, PatientTable table, PatientFaults faults)
    {
        foreach ((string option, string name) in request.Columns.Where(column => !table.Names.Contains(column.Name)))
        {
            faults.Add($"{option}: there is no column '{name}'.{Advice.DidYouMean(name, table.Names)} The columns are {Shown([.. table.Names.Where(known => known.Length > 0)])}.");
        }

        foreach (RowFilter filter in request.Where.Where(filter => !table.Names.Contains(filter.Column)))
        {
            faults.Add($"--where: there is no column '{filter.Column}'.{Advice.DidYouMean(filter.Column, table.Names)} The columns are {Shown([.. table.Names.Where(known => known.Length > 0)])}.");
        }

        foreach (IGrouping<string, NamedColumn> twice in request.Columns.Where(column => column.Option != "--strata").GroupBy(column => column.Name).Where(group => group.Count() > 1))
        {
            string[] options = [.. twice.Select(column => column.Option).Distinct()];
            faults.Add($"{string.Join(" and ", options)} name{(options.Length == 1 ? "s" : "")} the column '{twice.Key}' {(options.Length == 1 ? "twice" : "both")}. Name each column once.");
        }

        foreach (string name in request.Categorical.Where(name => !request.Covariates.Contains(name)))
        {
            faults.Add($"--categorical: '{name}' is not among the covariates.{Advice.DidYouMean(name, request.Covariates)} Name it in --covariates too.");
        }

        faults.ThrowIfAny();
    }

    private static string Shown(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MaxShown)) + (names.Count > MaxShown ? $", … and {names.Count - MaxShown} more" : "");

    private static Levels ArmsOf(PatientTable table, AnalysisRequest request, PatientFaults faults)
    {
        if (request.Arm.Length == 0)
        {
            if (request.Control.Length > 0)
            {
                faults.Add("--control needs --arm: name the column of the arm.");
            }

            return Levels.None;
        }

        Levels arms = Levels.Crossed(table, [request.Arm]);
        if (arms.Names.Count > MaxArms)
        {
            faults.Add($"--arm: {request.Arm} has {arms.Names.Count} levels, more than {MaxArms}. Name the column of the arm, not of the patient.");
            return arms;
        }

        if (request.Control.Length > 0 && !arms.Names.Contains(request.Control))
        {
            faults.Add($"--control: {request.Arm} has no level '{request.Control}'.{Advice.DidYouMean(request.Control, arms.Names)} The levels are {Shown(arms.Names)}.");
            return arms;
        }

        string? control = request.Control.Length > 0 ? request.Control
            : request.ArmOrder.Length > 0 && table.Names.Contains(request.ArmOrder) ? FirstInOrder(table, request, faults)
            : arms.Names.FirstOrDefault(name => ControlNames.Contains(name, StringComparer.OrdinalIgnoreCase)) ?? (arms.Names.Count == 0 ? null : arms.Names[0]);
        return control is null ? arms : arms.WithFirst(control);
    }

    /// <summary>The level of the arm's column with the lowest number beside it; null where there is none.</summary>
    private static string? FirstInOrder(PatientTable table, AnalysisRequest request, PatientFaults faults)
    {
        double[] numbers = table.Numbers(request.ArmOrder, faults);
        PatientColumn arm = table[request.Arm];
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => !arm.IsMissing(row) && !double.IsNaN(numbers[row])).OrderBy(row => numbers[row])];
        return rows.Length == 0 ? null : arm.Cells[rows[0]];
    }

    private static void CheckStrata(Levels strata, AnalysisRequest request, PatientFaults faults)
    {
        if (strata.Names.Count > strata.OfRow.Count / 2 && strata.Names.Count > MaxLevels)
        {
            faults.Add($"--strata: {string.Join(", ", request.Strata)} has {strata.Names.Count} levels for {strata.OfRow.Count} rows. Name a column with few levels.");
        }
    }

    private static Covariate CovariateOf(PatientTable table, string name, bool isCategorical, PatientFaults faults)
    {
        if (!isCategorical && table.IsNumeric(name))
        {
            return new Covariate(name, "", [new CovariateTerm(name, table.Numbers(name, faults))]);
        }

        Levels levels = Levels.Crossed(table, [name]);
        if (levels.Names.Count > MaxLevels)
        {
            if (table.IsNumeric(name))
            {
                faults.Add($"--categorical: {name} has {levels.Names.Count} levels, more than {MaxLevels}. Leave {name} out of --categorical, or name another covariate.");
                return new Covariate(name, "", []);
            }

            PatientColumn column = table[name];
            int text = Enumerable.Range(0, table.Rows).First(row => levels.OfRow[row] >= 0 && !double.TryParse(column.Cells[row], out _));
            faults.Add(table.LineOf(text), $"{name}: {PatientFaults.Quote(column.Cells[text])} is no number, and {levels.Names.Count} levels are too many for a category. Write numbers, or name another covariate.");
            return new Covariate(name, "", []);
        }

        return new Covariate(
            name,
            levels.Names.Count == 0 ? "" : levels.Names[0],
            [
                .. Enumerable.Range(1, Math.Max(0, levels.Names.Count - 1)).Select(level => new CovariateTerm(
                    $"{name}: {levels.Names[level]}",
                    [.. levels.OfRow.Select(own => own < 0 ? double.NaN : own == level ? 1.0 : 0.0)])),
            ]);
    }
}
