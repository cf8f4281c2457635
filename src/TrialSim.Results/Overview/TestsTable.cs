namespace TrialSim.Results.Overview;

/// <summary>What the tests find overall and by look, with their error under the null hypothesis; then what families of tests find together.</summary>
internal static class TestsTable
{
    /// <summary>The table.</summary>
    public static OverviewTable Of(IReadOnlyList<OperatingCharacteristic> rows) => OverviewTable.Of<Line>(
        "Tests",
        ["Test", "Comparison"],
        [
            new("Power", line => line.Power),
            new("Power, stops ignored", line => line.PowerStopsIgnored),
            .. rows.LooksOf(Measures.FirstRejection).Select(look => new OverviewColumn<Line>($"First at {look}", line => line.FirstAt(look))),
            new("Type I error", line => line.TypeIError),
            new("Type I error, stops ignored", line => line.TypeIErrorStopsIgnored),
        ],
        [.. TestsOf(rows), .. FamiliesOf(rows)],
        line => [line.Name, line.Comparison]);

    // Of a design whose looks are each for themselves, a line for each look of a test.
    private static IEnumerable<Line> TestsOf(IReadOnlyList<OperatingCharacteristic> rows) => rows
        .Where(row => row.Measure is Measures.OverallPower or Measures.TypeIError)
        .DistinctBy(row => (row.Analysis, row.Look))
        .Select(test => new Line(test.Look.Length > 0 ? $"{test.Analysis} at {test.Look}" : test.Analysis, test.Arm)
        {
            Power = PowerOf(rows, test.Analysis, test.Look),
            PowerStopsIgnored = OfTest(rows, test.Analysis, Measures.OverallPowerStopsIgnored),
            FirstAt = look => rows.FirstOrDefault(row => row.Analysis == test.Analysis && row.Look == look && row.Measure == Measures.FirstRejection),
            TypeIError = rows.FirstOrDefault(row => row.Analysis == test.Analysis && row.Look == test.Look && row.Measure == Measures.TypeIError),
            TypeIErrorStopsIgnored = OfTest(rows, test.Analysis, Measures.TypeIErrorStopsIgnored),
        });

    private static IEnumerable<Line> FamiliesOf(IReadOnlyList<OperatingCharacteristic> rows)
    {
        foreach (string endpoint in rows.Where(row => row.Measure is Measures.DisjunctivePower or Measures.FamilyWiseError).Select(row => row.Endpoint).Distinct())
        {
            string family = endpoint.Length == 0 ? "of the family" : $"on {endpoint}";
            yield return new Line($"at least one {family}", "")
            {
                Power = OfFamily(rows, endpoint, Measures.DisjunctivePower),
                TypeIError = OfFamily(rows, endpoint, Measures.FamilyWiseError),
                TypeIErrorStopsIgnored = OfFamily(rows, endpoint, Measures.FamilyWiseErrorStopsIgnored),
            };
            if (OfFamily(rows, endpoint, Measures.ConjunctivePower) is { } all)
            {
                yield return new Line($"all {family}", "") { Power = all };
            }
        }
    }

    // Of a design whose looks are each for themselves, the power at a look; of a test that is done once, at that one.
    private static OperatingCharacteristic? PowerOf(IReadOnlyList<OperatingCharacteristic> rows, string analysis, string look) =>
        OfTest(rows, analysis, Measures.OverallPower)
        ?? rows.LastOrDefault(row => row.Analysis == analysis && row.Measure == Measures.Power && (look.Length == 0 || row.Look == look));

    private static OperatingCharacteristic? OfTest(IReadOnlyList<OperatingCharacteristic> rows, string analysis, string measure) =>
        rows.FirstOrDefault(row => row.Analysis == analysis && row.Measure == measure);

    // A family has no analysis, and no endpoint either where the protocol names it.
    private static OperatingCharacteristic? OfFamily(IReadOnlyList<OperatingCharacteristic> rows, string endpoint, string measure) =>
        rows.FirstOrDefault(row => row.Analysis.Length == 0 && row.Endpoint == endpoint && row.Measure == measure);

    // What a line does not know stays without a figure.
    private sealed record Line(string Name, string Comparison)
    {
        public OperatingCharacteristic? Power { get; init; }

        public OperatingCharacteristic? PowerStopsIgnored { get; init; }

        public Func<string, OperatingCharacteristic?> FirstAt { get; init; } = _ => null;

        public OperatingCharacteristic? TypeIError { get; init; }

        public OperatingCharacteristic? TypeIErrorStopsIgnored { get; init; }
    }
}
