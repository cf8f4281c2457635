using TrialSim.Results;
using TrialSim.Results.Overview;

namespace TrialSim.Charts.Reports;

/// <summary>The operating characteristics as a person asks for them: by analysis, by arm, by look. Columns without a figure are left out.</summary>
internal static class HeadlineTables
{
    private const string SameAsPower = "the same";

    private static readonly HeadlineColumn[] AnalysisColumns =
    [
        new(
            Measures.Power,
            "Power",
            "Probability that the analysis rejects its null hypothesis; where the truth has no effect, this is its type I error."),
        new(
            Measures.PowerForBenefit,
            "Power for benefit",
            "Probability that it rejects and the experimental arm does better; “the same” where that is the power to the digits shown."),
        new(Measures.HazardRatio, "Hazard ratio", "As the trial would estimate it, experimental over control: below 1 the experimental arm does better. Geometric mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.MilestoneDifference, "Difference in milestone survival", "Survival at the milestone, experimental minus control. Mean over the trials that reach the look."),
        new(Measures.RestrictedMeanDifference, "Difference in restricted mean survival, months", "Months lived up to the horizon, experimental minus control. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.RestrictedMeanRatio, "Ratio of restricted mean survival", "Months lived up to the horizon, experimental over control: above 1 the experimental arm does better. Geometric mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.ProportionDifference, "Difference in shares", "Share of patients of whom the endpoint is true, experimental minus control. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.MeanDifference, "Difference in means", "In the unit of the endpoint, experimental minus control. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.EventRatio, "Observed over expected events", "Events of the arm over those that the reference hazard leads to expect: below 1 the arm does better. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.PosteriorProbability, "Posterior probability", "Probability of what is hoped for, given the data of the trial. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.PredictiveProbability, "Predictive probability", "Probability that the trial will end in success, given what is known at the look. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.ChiSquare, "Chi-square", "The test statistic of a test of all arms, which has no direction. Mean over the trials that reach the look."),
        new(Measures.MeanZ, "Mean Z", "The test statistic: above 0 the experimental arm does better. Mean over the trials that reach the look."),
    ];

    private static readonly HeadlineColumn[] ArmColumns =
    [
        new(Measures.MedianSurvival, "Median, months", "Kaplan–Meier median, as the trial would report it. Mean over the trials whose curve falls to it, too short where many do not; below it, what 95 % of single trials report."),
        new(Measures.TrueMedian, "True median, months", "Kaplan–Meier median had every event been known on its day, which no trial knows. Mean over the trials whose curve falls to it."),
        new(Measures.MilestoneSurvival, "Milestone survival", "Kaplan–Meier survival at the milestone of the analysis named. Mean over the trials that reach the look."),
        new(Measures.RestrictedMean, "Restricted mean, months", "Months lived up to the horizon of the analysis named, on average. Mean over the trials that reach the look."),
        new(Measures.MedianFollowUp, "Follow-up, months", "Median potential follow-up of the analysis named, from the reverse Kaplan–Meier curve. Mean over the trials whose curve falls to it."),
        new(Measures.Proportion, "Share", "Share of patients of whom the endpoint of the analysis named is true. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.CumulativeIncidence, "Incidence", "Share of patients with an event by the time of the analysis named, what competes with it allowed for. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.Mean, "Mean", "Mean of the endpoint of the analysis named, in its unit. Mean over the trials that reach the look; below it, what 95 % of single trials report."),
        new(Measures.Events, "Events", "Patients of the arm whose event is seen by the look. Mean over the trials that reach the look."),
        new(Measures.Patients, "Patients", "Patients of the arm who enter the endpoint by the look: all who are randomised, or those of whom it is known. Mean over the trials that reach the look."),
    ];

    private static readonly HeadlineColumn[] LookColumns =
    [
        new(Measures.LookTime, "Months since the trial opened", "When the look takes place. Mean over the trials that reach the look."),
        new(Measures.LookReached, "Probability that it takes place", "Share of trials that reach the look."),
        new(Measures.Patients, "Patients", "Patients randomised by the look. Mean over the trials that reach the look."),
        new(Measures.Events, "Events", "Patients whose event is seen by the look. Mean over the trials that reach the look."),
    ];

    /// <summary>
    /// One row for each look, analysis and comparison. Power for benefit is told only where it differs from power, and has no column where it nowhere does.
    /// </summary>
    public static HeadlineTable ByAnalysis(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] own = [.. rows.Where(row => AnalysisColumns.Any(column => column.Shows(row) || column.ShowsQuantile(row))).Select(row => OfReached(rows, row))];
        ILookup<bool, OperatingCharacteristic> isUnadjusted = own.ToLookup(row => IsRejection(row) && UnadjustedTests.Contains(row, rows));
        (string Name, OperatingCharacteristic[] Rows)[] lines =
        [
            .. own.GroupBy(row => (row.Look, row.Endpoint, row.Analysis, row.Arm)).Select(line => (
                $"{line.Key.Analysis}\n{string.Join(" · ", new[] { line.Key.Endpoint, line.Key.Look, line.Key.Arm, line.Any(isUnadjusted[true].Contains) ? UnadjustedTests.Word : "" }.Where(part => part.Length > 0))}",
                line.Except(isUnadjusted[true]).ToArray())),
        ];
        bool isAllForBenefit = own.Any(row => row.Measure == Measures.PowerForBenefit)
            && lines.All(line => line.Rows.All(row => row.Measure != Measures.PowerForBenefit || IsSameAsPower(row, line.Rows)));
        HeadlineColumn[] columns = Named(AnalysisColumns, RejectionHeadings.Of(rows, [.. own.Where(row => row.Measure == Measures.Power).Select(row => row.Look).Distinct()]));
        HeadlineTable table = Of("Analysis", isAllForBenefit ? WithoutBenefit(columns) : columns, lines);
        return isUnadjusted[true].Any() ? table with { Key = [.. table.Key, (UnadjustedTests.Word, UnadjustedTests.Meaning)] } : table;
    }

    /// <summary>
    /// One row for each look, endpoint and arm, and a table for all endpoints of which the same is told, so that no column is mostly empty; a count that belongs to no endpoint is repeated in each. Each
    /// milestone, restricted mean and follow-up has its column.
    /// </summary>
    public static IReadOnlyList<HeadlineTable> ByArm(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] own =
            [.. rows.Where(row => row.Arm.Length > 0 && ArmColumns.Any(column => column.Shows(row) || column.ShowsQuantile(row))).Select(row => OfReached(rows, row))];
        string[] endpoints = [.. own.Select(row => row.Endpoint).Where(endpoint => endpoint.Length > 0).Distinct()];
        IEnumerable<string[]> kinds = endpoints.Length == 0 ? [[""]] : endpoints.GroupBy(endpoint => string.Join(';', HeadingsOf(endpoint))).Select(kind => kind.ToArray());
        return
        [
            .. kinds.Select(kind => Of("Arm", ColumnsOf(kind), LinesOf(kind)) with { Caption = CaptionOf(kind) }).Where(table => table.Table.Rows.Count > 0),
        ];

        IEnumerable<string> HeadingsOf(string endpoint) => ColumnsOf([endpoint]).Where(column => own.Any(row => row.Endpoint == endpoint && column.Shows(row))).Select(column => column.Heading);

        HeadlineColumn[] ColumnsOf(string[] kind)
        {
            OperatingCharacteristic[] told = [.. own.Where(row => row.Endpoint.Length == 0 || kind.Contains(row.Endpoint))];
            return [.. ArmColumns.SelectMany(column => IsOfOneAnalysis(column.Measure) ? ForEachAnalysis(column, told) : [column])];
        }

        IEnumerable<(string Name, OperatingCharacteristic[] Rows)> LinesOf(string[] kind) => own
            .Where(row => kind.Contains(row.Endpoint))
            .Select(row => (row.Look, row.Endpoint, row.Arm))
            .Distinct()
            .Select(key => (
                $"{key.Arm}\n{string.Join(" · ", new[] { key.Endpoint, key.Look }.Where(part => part.Length > 0))}",
                own.Where(row => row.Look == key.Look && row.Arm == key.Arm && (row.Endpoint == key.Endpoint || row.Endpoint.Length == 0)).ToArray()))
            .Where(line => line.Item2.Any(row => row.Measure != Measures.Patients || row.Value is not 0));
    }

    /// <summary>One row for each look, over all arms.</summary>
    public static HeadlineTable ByLook(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] own =
        [
            .. rows.Where(row => row.Look.Length > 0 && row.Arm.Length == 0 && row.Analysis.Length == 0
                && LookColumns.Any(column => column.Shows(row))).Select(row => OfReached(rows, row)),
        ];
        return Of("Look", LookColumns, own.Select(row => row.Look).Distinct().Select(look => (look, own.Where(row => row.Look == look).ToArray())));
    }

    /// <summary>Every row of <c>operating-characteristics.csv</c>; the column of subjects where any has one.</summary>
    public static ChartTable Everything(IReadOnlyList<OperatingCharacteristic> rows)
    {
        bool hasSubjects = rows.Any(row => row.Subject.Length > 0);
        return new ChartTable(
            ["Measure", "Look", "Endpoint", "Analysis", "Arm", .. hasSubjects ? ["Subject"] : Array.Empty<string>(), "Unit", "Estimate ± Monte Carlo standard error (95 % interval)", "Replicates"],
            [
                .. rows.Select(row => (IReadOnlyList<string>)
                [
                    row.Measure.Replace('_', ' '), row.Look, row.Endpoint, row.Analysis, row.Arm, .. hasSubjects ? [row.Subject] : Array.Empty<string>(), row.Unit, Figures.Estimate(row),
                    Figures.Count(row.Replicates),
                ]),
            ]);
    }

    // Trials without the look are told with the look, and are no failure to estimate.
    private static OperatingCharacteristic OfReached(IReadOnlyList<OperatingCharacteristic> rows, OperatingCharacteristic row) =>
        row.Value.HasValue && rows.FirstOrDefault(other => other.Look == row.Look && other.Measure == Measures.LookTime) is { } time
            ? row with { NotEstimable = Math.Max(0, row.NotEstimable - time.NotEstimable) }
            : row;

    private static HeadlineTable Of(
        string firstHeading,
        HeadlineColumn[] columns,
        IEnumerable<(string Name, OperatingCharacteristic[] Rows)> groups)
    {
        (string Name, OperatingCharacteristic[] Rows)[] lines = [.. groups];
        HeadlineColumn[] shown = [.. columns.Where(column => lines.Any(line => line.Rows.Any(column.Shows)))];
        ChartTable table = new(
            [firstHeading, .. shown.Select(column => column.Heading)],
            [.. lines.Select(line => (IReadOnlyList<string>)[line.Name, .. shown.Select(column => CellOf(column, line.Rows))])]);
        return new HeadlineTable(table, [.. shown.Select(column => (column.Term, column.Meaning)).Distinct()]);
    }

    /// <summary>Where several rows share a cell (two ways to a median, two endpoints at a look), each is named.</summary>
    private static string CellOf(HeadlineColumn column, OperatingCharacteristic[] line) => line.Where(column.Shows).ToArray() switch
    {
        [] => Figures.Blank,
        [OperatingCharacteristic only] => IsSameAsPower(only, line) ? SameAsPower : Figures.Stacked(only) + MostTrials(only, line),
        OperatingCharacteristic[] rows => string.Join(
            '\n', rows.Select(row => $"{(row.Analysis.Length > 0 ? row.Analysis : row.Endpoint)}: {Figures.Estimate(row).Replace('\n', ' ')}")),
    };

    /// <summary>Between which values the estimate of a single trial lies, on a line of its own; empty where the quantiles are not given.</summary>
    private static string MostTrials(OperatingCharacteristic row, OperatingCharacteristic[] line)
    {
        OperatingCharacteristic? End(double probability) =>
            line.FirstOrDefault(other => other.Analysis == row.Analysis && other.Measure == Measures.QuantileOf(row.Measure, probability));
        return (End(Measures.Quantiles[0]), End(Measures.Quantiles[^1])) is ({ } lower, { } upper)
            ? $"\n95 % of trials: {Figures.Range(lower, upper)}"
            : "";
    }

    private static bool IsRejection(OperatingCharacteristic row) => row.Measure is Measures.Power or Measures.PowerForBenefit;

    private static bool IsSameAsPower(OperatingCharacteristic row, OperatingCharacteristic[] line) =>
        row.Measure == Measures.PowerForBenefit
        && line.Any(other => other.Measure == Measures.Power && Figures.Estimate(other) == Figures.Estimate(row));

    // A rejection at a look is the power of the test only where every trial has the look.
    private static HeadlineColumn[] Named(HeadlineColumn[] columns, RejectionHeading heading) => heading == RejectionHeading.Power
        ? columns
        :
        [
            .. columns.Select(column => column.Measure switch
            {
                Measures.Power => column with { Term = heading.Text(), Meaning = MeaningOf(heading) },
                Measures.PowerForBenefit => column with { Term = "Rejects for benefit" },
                _ => column,
            }),
        ];

    private static string MeaningOf(RejectionHeading heading) => heading == RejectionHeading.StopsIgnored
        ? "Share of trials in which the analysis rejects its null hypothesis at the look, whether or not the trial should have stopped before."
        : "Share of all trials in which the analysis rejects its null hypothesis at the look. Trials that stop before the look, or never reach it, count as not rejecting.";

    private static HeadlineColumn[] WithoutBenefit(HeadlineColumn[] columns) =>
    [
        .. columns.Where(column => column.Measure != Measures.PowerForBenefit).Select(column => column.Measure == Measures.Power
            ? column with { Meaning = column.Meaning + " To the digits shown, all rejections are in favour of the experimental arm." }
            : column),
    ];

    // Two of them on one endpoint are two things, and a column cannot hold both. A share or mean is nearly always the only one of its endpoint.
    private static bool IsOfOneAnalysis(string measure) => measure is Measures.MilestoneSurvival or Measures.RestrictedMean or Measures.MedianFollowUp;

    // Of many endpoints, such as a marker at each of its visits, the first and the last.
    private static string CaptionOf(string[] endpoints) => endpoints switch
    {
        [""] => "Arms",
        { Length: <= 4 } => $"Arms: {string.Join(", ", endpoints)}",
        _ => $"Arms: {endpoints[0]} to {endpoints[^1]}, {endpoints.Length} endpoints",
    };

    private static IEnumerable<HeadlineColumn> ForEachAnalysis(HeadlineColumn column, OperatingCharacteristic[] rows) =>
        rows.Where(column.Shows).Select(row => row.Analysis).Distinct().Select(analysis => column with { Analysis = analysis });
}
