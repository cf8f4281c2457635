using TrialSim.Results;

namespace TrialSim.Charts.Reports;

/// <summary>The operating characteristics as a person asks for them: by analysis, by arm, by look. Columns without a figure are left out.</summary>
internal static class HeadlineTables
{
    private static readonly (string Measure, string Heading)[] AnalysisMeasures =
    [
        (Measures.Power, "Power"),
        (Measures.PowerForBenefit, "Power for benefit"),
        (Measures.HazardRatio, "Hazard ratio"),
        (Measures.MilestoneDifference, "Difference in milestone survival"),
        (Measures.MeanZ, "Mean Z"),
    ];

    private static readonly (string Measure, string Heading)[] ArmMeasures =
    [
        (Measures.MedianSurvival, "Median, months"),
        (Measures.MilestoneSurvival, "Milestone survival"),
        (Measures.Events, "Events"),
        (Measures.Patients, "Patients"),
    ];

    private static readonly (string Measure, string Heading)[] LookMeasures =
    [
        (Measures.LookTime, "Months since the trial opened"),
        (Measures.LookReached, "Probability that it takes place"),
        (Measures.Patients, "Patients"),
        (Measures.Events, "Events"),
    ];

    /// <summary>One row for each look, analysis and comparison.</summary>
    public static ChartTable ByAnalysis(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] own = [.. rows.Where(row => AnalysisMeasures.Any(pair => pair.Measure == row.Measure))];
        return Of(
            "Analysis",
            AnalysisMeasures,
            own.Select(row => (row.Look, row.Endpoint, row.Analysis, row.Arm)).Distinct().Select(key => (
                $"{key.Analysis}\n{string.Join(" · ", new[] { key.Endpoint, key.Look, key.Arm }.Where(part => part.Length > 0))}",
                own.Where(row => (row.Look, row.Endpoint, row.Analysis, row.Arm) == key))));
    }

    /// <summary>One row for each look, endpoint and arm; a count that belongs to no endpoint is repeated in each.</summary>
    public static ChartTable ByArm(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] own =
            [.. rows.Where(row => row.Arm.Length > 0 && ArmMeasures.Any(pair => pair.Measure == row.Measure))];
        bool hasEndpoints = own.Any(row => row.Endpoint.Length > 0);
        return Of(
            "Arm",
            ArmMeasures,
            own.Where(row => !hasEndpoints || row.Endpoint.Length > 0).Select(row => (row.Look, row.Endpoint, row.Arm)).Distinct().Select(key => (
                $"{key.Arm}\n{string.Join(" · ", new[] { key.Endpoint, key.Look }.Where(part => part.Length > 0))}",
                own.Where(row => row.Look == key.Look && row.Arm == key.Arm && (row.Endpoint == key.Endpoint || row.Endpoint.Length == 0)))));
    }

    /// <summary>One row for each look, over all arms.</summary>
    public static ChartTable ByLook(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] own =
        [
            .. rows.Where(row => row.Look.Length > 0 && row.Arm.Length == 0 && row.Analysis.Length == 0
                && LookMeasures.Any(pair => pair.Measure == row.Measure)),
        ];
        return Of("Look", LookMeasures, own.Select(row => row.Look).Distinct().Select(look => (look, own.Where(row => row.Look == look))));
    }

    /// <summary>Every row of <c>operating-characteristics.csv</c>.</summary>
    public static ChartTable Everything(IReadOnlyList<OperatingCharacteristic> rows) => new(
        ["Measure", "Look", "Endpoint", "Analysis", "Arm", "Unit", "Estimate ± Monte Carlo standard error (95 % interval)", "Replicates"],
        [
            .. rows.Select(row => (IReadOnlyList<string>)
            [
                row.Measure.Replace('_', ' '), row.Look, row.Endpoint, row.Analysis, row.Arm, row.Unit, Figures.Estimate(row), Figures.Count(row.Replicates),
            ]),
        ]);

    private static ChartTable Of(
        string firstHeading,
        (string Measure, string Heading)[] measures,
        IEnumerable<(string Name, IEnumerable<OperatingCharacteristic> Rows)> groups)
    {
        (string Name, OperatingCharacteristic[] Rows)[] lines = [.. groups.Select(group => (group.Name, group.Rows.ToArray()))];
        (string Measure, string Heading)[] shown =
            [.. measures.Where(pair => lines.Any(line => line.Rows.Any(row => row.Measure == pair.Measure)))];
        return new ChartTable(
            [firstHeading, .. shown.Select(pair => pair.Heading)],
            [
                .. lines.Select(line => (IReadOnlyList<string>)
                    [line.Name, .. shown.Select(pair => CellOf([.. line.Rows.Where(row => row.Measure == pair.Measure)]))]),
            ]);
    }

    /// <summary>Where several rows share a cell (two milestones, two endpoints at a look), each is named.</summary>
    private static string CellOf(OperatingCharacteristic[] rows) => rows switch
    {
        [] => Figures.Blank,
        [OperatingCharacteristic only] => Figures.Estimate(only),
        _ => string.Join('\n', rows.Select(row => $"{(row.Analysis.Length > 0 ? row.Analysis : row.Endpoint)}: {Figures.Estimate(row).Replace('\n', ' ')}")),
    };
}
