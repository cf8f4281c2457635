namespace TrialSim.Results.Overview;

/// <summary>Where trials stop and why: by look, at any, and under the null hypothesis.</summary>
internal static class StoppingTable
{
    /// <summary>The table.</summary>
    public static OverviewTable Of(IReadOnlyList<OperatingCharacteristic> rows) => OverviewTable.Of<Line>(
        "Stopping",
        ["Look"],
        [
            new("Takes place", line => line.Reached),
            .. rows.Where(row => row.Measure == Measures.StopProbability && row.Subject.Length > 0).Select(row => row.Subject).Distinct()
                .Select(reason => new OverviewColumn<Line>($"Stops for {reason}", line => line.StopsFor(reason))),
            new("Stops", line => line.StopsFor("")),
            new("Stopped before", line => line.StoppedBefore),
            new("Never reached", line => line.NeverReached),
        ],
        [.. LooksOf(rows), .. AnyOf(rows), .. UnderNullOf(rows)],
        line => [line.Name]);

    private static IEnumerable<Line> LooksOf(IReadOnlyList<OperatingCharacteristic> rows) => rows.LooksOf(Measures.StoppedBefore).Select(look =>
        new Line(look, reason => rows.At(look, reason, Measures.StopProbability))
        {
            Reached = rows.At(look, "", Measures.LookReached),
            StoppedBefore = rows.At(look, "", Measures.StoppedBefore),
            NeverReached = rows.FirstOrDefault(row => row.Look == look && row.Measure == Measures.NeverReached && row.Value > 0),
        });

    private static IEnumerable<Line> AnyOf(IReadOnlyList<OperatingCharacteristic> rows) => rows
        .Where(row => row.Look.Length == 0 && row.Measure == Measures.StopProbability && row.Subject.Length == 0)
        .Select(_ => new Line("any", reason => rows.At("", reason, Measures.StopProbability)));

    private static IEnumerable<Line> UnderNullOf(IReadOnlyList<OperatingCharacteristic> rows) => rows
        .Where(row => row.Measure == Measures.UnderNull(Measures.StopProbability) && row.Subject.Length == 0)
        .Select(stops => new Line(
            $"{(stops.Look.Length > 0 ? stops.Look : "any")}, under the null", reason => rows.At(stops.Look, reason, Measures.UnderNull(Measures.StopProbability))));

    // Of a reason; the empty one is any. What a line does not know stays without a figure.
    private sealed record Line(string Name, Func<string, OperatingCharacteristic?> StopsFor)
    {
        public OperatingCharacteristic? Reached { get; init; }

        public OperatingCharacteristic? StoppedBefore { get; init; }

        public OperatingCharacteristic? NeverReached { get; init; }
    }
}
