using System.Globalization;

namespace TrialSim.Results.Overview;

/// <summary>
/// The operating characteristics of whole trials, as a person asks for them: what the tests find overall and by look, with their error under the null hypothesis; where trials stop; what else is
/// decided; how large and long they become; and what stopping does to estimates. Terminal and report write the same tables. Tables and columns without a figure are left out.
/// </summary>
public static class TrialOverview
{
    // The decisions that a sequential test brings along, as the scenario language names them.
    private static readonly string[] Stops = ["stop_for_efficacy", "stop_for_futility", "stop_when_all_is_decided"];

    /// <summary>The tables.</summary>
    public static IReadOnlyList<OverviewTable> TablesOf(IReadOnlyList<OperatingCharacteristic> rows) =>
        [.. new[] { TestsTable.Of(rows), StoppingTable.Of(rows), Decisions(rows), DroppedArms(rows), NewSizes(rows), Numbers(rows), Arms(rows), Resources(rows), Estimates(rows) }.Where(table => table.Rows.Count > 0)];

    private static OverviewTable Decisions(IReadOnlyList<OperatingCharacteristic> rows)
    {
        string[] names = [.. rows.Where(row => row.Measure == Measures.DecisionProbability).Select(row => row.Subject).Distinct()];
        return OverviewTable.Of<string>(
            "Decisions",
            ["Decision"],
            [
                new("Taken", name => rows.At("", name, Measures.DecisionProbability)),
                .. rows.LooksOf(Measures.DecisionProbability).Select(look => new OverviewColumn<string>($"At {look}", name => rows.At(look, name, Measures.DecisionProbability))),
            ],
            names.All(Stops.Contains) ? [] : names, // Nothing but what the table of stops tells.
            name => [name]);
    }

    private static OverviewTable DroppedArms(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] dropped = [.. rows.Where(row => row.Measure == Measures.ArmDropped)];
        return OverviewTable.Of<OperatingCharacteristic>(
            "Arms dropped",
            ["Arm", "By"],
            [
                new("Dropped", row => row),
                .. dropped.LooksOf(Measures.ArmDropped).Select(look => new OverviewColumn<OperatingCharacteristic>(
                    $"At {look}", row => dropped.FirstOrDefault(other => other.Look == look && other.Arm == row.Arm && other.Subject == row.Subject))),
            ],
            dropped.Where(row => row.Look.Length == 0).GroupBy(row => row.Arm).SelectMany(DecisionsAndAny),
            row => [row.Arm, row.Subject.Length > 0 ? row.Subject : "any"]);
    }

    // Where a single decision may drop an arm, any decision is that one.
    private static IEnumerable<OperatingCharacteristic> DecisionsAndAny(IEnumerable<OperatingCharacteristic> ofArm) =>
        ofArm.Where(row => row.Subject.Length > 0).ToArray() is [OperatingCharacteristic only] ? [only] : ofArm;

    private static OverviewTable NewSizes(IReadOnlyList<OperatingCharacteristic> rows) => OverviewTable.Of<OperatingCharacteristic>(
        "Size once re-estimated, where that changes it",
        ["Decision", "Of"],
        [
            new("Mean", mean => mean),
            .. Measures.TrialQuantiles.Select(share => new OverviewColumn<OperatingCharacteristic>(NameOf(share), mean => rows.At("", mean.Subject, Measures.QuantileOf(mean.Measure, share)))),
        ],
        rows.Where(row => row.Measure == Measures.NewSize && row.Value is not null),
        mean => [mean.Subject, mean.Unit]);

    private static string NameOf(double share) => share == 0.5 ? "Median" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    private static OverviewTable Numbers(IReadOnlyList<OperatingCharacteristic> rows) => OverviewTable.Of<OperatingCharacteristic>(
        "Size and duration",
        ["Of a trial"],
        [
            new("Mean", mean => mean),
            .. Measures.TrialQuantiles.Select(share => new OverviewColumn<OperatingCharacteristic>(
                NameOf(share), mean => rows.First(row => row.Endpoint == mean.Endpoint && row.Measure == Measures.QuantileOf(mean.Measure, share)))),
            new("Mean under the null", mean => rows.FirstOrDefault(row => row.Endpoint == mean.Endpoint && row.Measure == Measures.UnderNull(mean.Measure))),
        ],
        rows.Where(row => row.Measure is Measures.TrialPatients or Measures.TrialScreened or Measures.TrialEvents or Measures.TrialDuration),
        mean => [mean.Measure == Measures.TrialEvents ? $"events, {mean.Endpoint}" : mean.Measure == Measures.TrialScreened ? "patients screened" : mean.Unit]) with
    {
        Note = rows.FirstOrDefault(row => row.Measure == Measures.TrialDuration) is { NotEstimable: > 0 } duration ? WithoutEnd(duration) : "",
    };

    private static string WithoutEnd(OperatingCharacteristic duration) => string.Create(
        CultureInfo.InvariantCulture,
        $"In {duration.NotEstimable:N0} of {duration.Replicates + duration.NotEstimable:N0} trials no look takes place, because what the looks wait for never comes: they have no end, and so no size and no duration.");

    private static OverviewTable Arms(IReadOnlyList<OperatingCharacteristic> rows) => OverviewTable.Of<OperatingCharacteristic>(
        "Patients in the arm that does best",
        ["Arm"],
        [new("Share of patients", row => row)],
        rows.Where(row => row.Measure == Measures.PatientsOnBetterArm && row.Value is not null),
        row => [row.Arm]);

    private static OverviewTable Resources(IReadOnlyList<OperatingCharacteristic> rows) => OverviewTable.Of<OperatingCharacteristic>(
        "Resources of the sites",
        ["Resource"],
        [
            new("Share taken", row => row),
            new("Sessions", row => rows.At("", row.Subject, Measures.ResourceSessions)),
            new("Wait (days)", row => rows.At("", row.Subject, Measures.ResourceWait)),
            new("Waited", row => rows.At("", row.Subject, Measures.ResourceWaited)),
            new("After the window", row => rows.At("", row.Subject, Measures.ResourceLate)),
            new("Longest queue", row => rows.At("", row.Subject, Measures.ResourceLongestQueue)),
            new("Without it", row => rows.At("", row.Subject, Measures.ResourceWithout) is { Value: not 0.0 } without ? without : null),
        ],
        rows.Where(row => row.Measure == Measures.ResourceUtilisation),
        row => [row.Subject]) with
    {
        Note = "Share taken: of the time that the resource is offered. Wait: over all sessions that took place, with it or elsewhere, those that do not wait included. Waited: share of the same later than wanted, for want of a place. "
                + "After the window: share of the same a day or more after its end. Without it: sessions of a trial that would have waited too long, and took place elsewhere or not at all.",
    };

    private static OverviewTable Estimates(IReadOnlyList<OperatingCharacteristic> rows) => OverviewTable.Of<OperatingCharacteristic>(
        "What stopping does to estimates",
        ["Analysis", "Arm or comparison"],
        [
            new("Bias, as a difference", bias => bias.Unit == "ratio" ? null : bias),
            new("Bias, as a ratio", bias => bias.Unit == "ratio" ? bias : null),
            new("Coverage when it stops", bias => CoverageOf(rows, bias).FirstOrDefault(row => row.Look.Length == 0)),
            new("Coverage at the last look", bias => CoverageOf(rows, bias).FirstOrDefault(row => row.Look.Length > 0)),
        ],
        rows.Where(row => row.Measure == Measures.Bias),
        bias => [bias.Analysis, bias.Arm]);

    private static IEnumerable<OperatingCharacteristic> CoverageOf(IReadOnlyList<OperatingCharacteristic> rows, OperatingCharacteristic bias) =>
        rows.Where(row => row.Measure == Measures.Coverage && row.Analysis == bias.Analysis && row.Arm == bias.Arm);
}
