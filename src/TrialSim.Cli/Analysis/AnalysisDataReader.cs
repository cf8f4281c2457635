using TrialSim.Results.Data;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Analysis;

/// <summary>Reads a data file the way a request says, and tells what it understood.</summary>
internal static class AnalysisDataReader
{
    private const int MostArms = 20;
    private const int MostLevels = 50;
    private static readonly string[] ControlNames = ["control", "placebo"];

    /// <summary>The data of a request.</summary>
    /// <exception cref="PatientDataException">Something is wrong with the file or does not fit it; the message names everything.</exception>
    public static AnalysisData Read(AnalysisRequest request)
    {
        PatientTable table = PatientTableReader.Read(request.File, [.. request.Columns]);
        PatientFaults faults = new(request.File);
        CheckColumns(request, table, faults);
        double[] times = NonNegative(table, request.Time, faults);
        double[] starts = request.Start.Length == 0 ? [] : NonNegative(table, request.Start, faults);
        EventCoding coding = EventCoding.Of(table[request.Event], request, faults);
        Levels arms = ArmsOf(table, request, faults);
        Levels strata = request.Strata.Count == 0 ? Levels.None : Levels.Crossed(table, request.Strata);
        CheckStrata(strata, request, faults);
        Covariate[] covariates = [.. request.Covariates.Select(name => CovariateOf(table, name, request.Categorical.Contains(name), faults))];
        for (int row = 0; row < starts.Length; row++)
        {
            if (starts[row] > times[row])
            {
                faults.Add(table.LineOf(row), $"{request.Start}: {starts[row]} is after {request.Time}, {times[row]}. A row is at risk from {request.Start} to {request.Time}.");
            }
        }

        faults.ThrowIfAny();

        int[] causes = [.. table[request.Event].Cells.Select((cell, row) => table[request.Event].IsMissing(row) ? -1 : coding.CauseOf(cell))];
        byte[] armOfRow = arms.Names.Count == 0 ? new byte[table.Rows] : [.. arms.OfRow.Select(level => (byte)Math.Max(level, 0))];
        AnalysisSample all = new(times, starts, causes, armOfRow, [.. strata.OfRow], [.. covariates.SelectMany(covariate => covariate.Terms).Select(term => term.Values)]);
        bool HasArm(int row) => arms.Names.Count == 0 || arms.OfRow[row] >= 0;
        bool IsKnown(int row) => !double.IsNaN(times[row]) && causes[row] >= 0 && HasArm(row) && (starts.Length == 0 || !double.IsNaN(starts[row]));
        AnalysisSample sample = all.Where(row => IsKnown(row) && (starts.Length == 0 || starts[row] < times[row]));
        if (sample.Rows == 0)
        {
            faults.Add($"No row is complete in {string.Join(", ", new[] { request.Time, request.Event, request.Start, request.Arm }.Where(name => name.Length > 0))}. Name the columns that hold the data.");
            faults.ThrowIfAny();
        }

        string[] names = arms.Names.Count == 0 ? ["all patients"] : [.. arms.Names];
        int emptySpells = Enumerable.Range(0, table.Rows).Count(row => IsKnown(row) && starts.Length > 0 && starts[row] == times[row]);
        return new AnalysisData(
            request,
            sample,
            names,
            strata.Names,
            covariates,
            coding.Interest.Count == 0 ? request.Event : coding.Interest[0],
            coding.Competing,
            Description.Of(request, table, all, sample, coding, names, strata, covariates, emptySpells));
    }

    private static void CheckColumns(AnalysisRequest request, PatientTable table, PatientFaults faults)
    {
        (string Option, string Name)[] named =
        [
            ("--time", request.Time), ("--event", request.Event), ("--arm", request.Arm), ("--start", request.Start),
            .. request.Strata.Select(name => ("--strata", name)), .. request.Covariates.Select(name => ("--covariates", name)),
        ];
        foreach ((string option, string name) in named.Where(pair => pair.Name.Length > 0 && !table.Names.Contains(pair.Name)))
        {
            faults.Add($"{option}: there is no column '{name}'.{Advice.DidYouMean(name, table.Names)} The columns are {string.Join(", ", table.Names.Where(known => known.Length > 0))}.");
        }

        foreach (IGrouping<string, (string Option, string Name)> twice in named
            .Where(pair => pair.Name.Length > 0 && pair.Option != "--strata").GroupBy(pair => pair.Name).Where(group => group.Count() > 1))
        {
            faults.Add($"{string.Join(" and ", twice.Select(pair => pair.Option).Distinct())} name{(twice.Select(pair => pair.Option).Distinct().Count() == 1 ? "s" : "")} the column '{twice.Key}' {(twice.Select(pair => pair.Option).Distinct().Count() == 1 ? "twice" : "both")}. Name each column once.");
        }

        foreach (string name in request.Categorical.Where(name => !request.Covariates.Contains(name)))
        {
            faults.Add($"--categorical: '{name}' is not among the covariates.{Advice.DidYouMean(name, request.Covariates)} Name it in --covariates too.");
        }

        faults.ThrowIfAny();
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
        if (arms.Names.Count > MostArms)
        {
            faults.Add($"--arm: {request.Arm} has {arms.Names.Count} levels, more than {MostArms}. Name the column of the arm, not of the patient.");
            return arms;
        }

        if (request.Control.Length > 0 && !arms.Names.Contains(request.Control))
        {
            faults.Add($"--control: {request.Arm} has no level '{request.Control}'.{Advice.DidYouMean(request.Control, arms.Names)} The levels are {string.Join(", ", arms.Names)}.");
            return arms;
        }

        string? control = request.Control.Length > 0
            ? request.Control
            : arms.Names.FirstOrDefault(name => ControlNames.Contains(name, StringComparer.OrdinalIgnoreCase)) ?? (arms.Names.Count == 0 ? null : arms.Names[0]);
        return control is null ? arms : arms.WithFirst(control);
    }

    private static void CheckStrata(Levels strata, AnalysisRequest request, PatientFaults faults)
    {
        if (strata.Names.Count > strata.OfRow.Count / 2 && strata.Names.Count > MostLevels)
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
        if (levels.Names.Count > MostLevels)
        {
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
