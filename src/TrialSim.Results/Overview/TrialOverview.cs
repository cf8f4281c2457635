using System.Globalization;

namespace TrialSim.Results.Overview;

/// <summary>
/// The operating characteristics of whole trials, as a person asks for them: what the tests find overall and by look, with their error under the null hypothesis; where trials stop; what else is
/// decided; how large and long they become; and what stopping does to estimates. Terminal and report write the same tables. Tables and columns without a figure are left out.
/// </summary>
public static class TrialOverview
{
    private const string AtLeastOne = "at least one";
    private const string All = "all";

    // The decisions that a sequential test brings along, as the scenario language names them.
    private static readonly string[] Stops = ["stop_for_efficacy", "stop_for_futility", "stop_when_all_is_decided"];

    /// <summary>The tables.</summary>
    public static IReadOnlyList<OverviewTable> TablesOf(IReadOnlyList<OperatingCharacteristic> rows) =>
        [.. new[] { Tests(rows), Looks(rows), Decisions(rows), DroppedArms(rows), NewSizes(rows), Numbers(rows), Arms(rows), Resources(rows), Estimates(rows) }.Where(table => table.Rows.Count > 0)];

    private static OverviewTable Tests(IReadOnlyList<OperatingCharacteristic> rows)
    {
        string[] looks = LooksOf(rows, Measures.FirstRejection);
        (string Analysis, string Look)[] analyses = [.. rows.Where(row => row.Measure is Measures.OverallPower or Measures.TypeIError).Select(row => (row.Analysis, row.Look)).Distinct()];
        IEnumerable<OverviewRow> tests = analyses.Select(test => new OverviewRow(
            [
                test.Look.Length > 0 ? $"{test.Analysis} at {test.Look}" : test.Analysis,
                rows.First(row => row.Analysis == test.Analysis && row.Measure is Measures.OverallPower or Measures.TypeIError).Arm,
            ],
            [
                PowerOf(rows, test.Analysis, test.Look),
                Of(rows, test.Analysis, "", Measures.OverallPowerStopsIgnored),
                .. looks.Select(look => rows.FirstOrDefault(row => row.Analysis == test.Analysis && row.Look == look && row.Measure == Measures.FirstRejection)),
                rows.FirstOrDefault(row => row.Analysis == test.Analysis && row.Look == test.Look && row.Measure == Measures.TypeIError),
                Of(rows, test.Analysis, "", Measures.TypeIErrorStopsIgnored),
            ]));
        string[] families = [.. rows.Where(row => row.Measure is Measures.DisjunctivePower or Measures.FamilyWiseError).Select(row => row.Endpoint).Distinct()];
        IEnumerable<OverviewRow> joint = families.SelectMany(endpoint => new[]
        {
            new OverviewRow(
                [OfFamily(AtLeastOne, endpoint), ""],
                [Of(rows, "", endpoint, Measures.DisjunctivePower), null, .. looks.Select(_ => (OperatingCharacteristic?)null), Of(rows, "", endpoint, Measures.FamilyWiseError), Of(rows, "", endpoint, Measures.FamilyWiseErrorStopsIgnored)]),
            new OverviewRow([OfFamily(All, endpoint), ""], [Of(rows, "", endpoint, Measures.ConjunctivePower), null, .. looks.Select(_ => (OperatingCharacteristic?)null), null, null]),
        }).Where(row => row.Figures.Any(figure => figure is not null));
        return Table("Tests", ["Test", "Comparison"], ["Power", "Power, stops ignored", .. looks.Select(look => $"First at {look}"), "Type I error", "Type I error, stops ignored"], [.. tests, .. joint]);
    }

    // Of a design whose looks are each for themselves, the power at a look; of a test that is done once, at that one.
    private static OperatingCharacteristic? PowerOf(IReadOnlyList<OperatingCharacteristic> rows, string analysis, string look) =>
        rows.FirstOrDefault(row => row.Analysis == analysis && row.Measure == Measures.OverallPower)
        ?? rows.LastOrDefault(row => row.Analysis == analysis && row.Measure == Measures.Power && (look.Length == 0 || row.Look == look));

    private static string OfFamily(string word, string endpoint) => endpoint.Length == 0 ? $"{word} of the family" : $"{word} on {endpoint}";

    // An analysis has one endpoint; a family has no analysis, and its endpoint is empty where the protocol names it.
    private static OperatingCharacteristic? Of(IReadOnlyList<OperatingCharacteristic> rows, string analysis, string endpoint, string measure) =>
        rows.FirstOrDefault(row => row.Analysis == analysis && (analysis.Length > 0 || row.Endpoint == endpoint) && row.Measure == measure);

    private static OverviewTable Looks(IReadOnlyList<OperatingCharacteristic> rows)
    {
        string[] reasons = [.. rows.Where(row => row.Measure == Measures.StopProbability && row.Subject.Length > 0).Select(row => row.Subject).Distinct()];
        OverviewRow[] looks =
        [
            .. LooksOf(rows, Measures.StoppedBefore).Select(look => new OverviewRow(
                [look],
                [
                    At(rows, look, "", Measures.LookReached),
                    .. reasons.Select(reason => At(rows, look, reason, Measures.StopProbability)),
                    At(rows, look, "", Measures.StopProbability),
                    At(rows, look, "", Measures.StoppedBefore),
                    rows.FirstOrDefault(row => row.Look == look && row.Measure == Measures.NeverReached && row.Value > 0),
                ])),
            .. rows.Where(row => row.Look.Length == 0 && row.Measure == Measures.StopProbability && row.Subject.Length == 0).Select(all => new OverviewRow(
                ["any"], [null, .. reasons.Select(reason => At(rows, "", reason, Measures.StopProbability)), all, null, null])),
            .. rows.Where(row => row.Measure == Measures.UnderNull(Measures.StopProbability) && row.Subject.Length == 0).Select(stops => new OverviewRow(
                [$"{(stops.Look.Length > 0 ? stops.Look : "any")}, under the null"],
                [null, .. reasons.Select(reason => At(rows, stops.Look, reason, Measures.UnderNull(Measures.StopProbability))), stops, null, null])),
        ];
        return Table("Stopping", ["Look"], ["Takes place", .. reasons.Select(reason => $"Stops for {reason}"), "Stops", "Stopped before", "Never reached"], looks);
    }

    private static OverviewTable Decisions(IReadOnlyList<OperatingCharacteristic> rows)
    {
        string[] looks = LooksOf(rows, Measures.DecisionProbability);
        string[] names = [.. rows.Where(row => row.Measure == Measures.DecisionProbability).Select(row => row.Subject).Distinct()];
        if (names.All(Stops.Contains))
        {
            names = []; // Nothing but what the table of stops tells.
        }

        return Table(
            "Decisions",
            ["Decision"],
            ["Taken", .. looks.Select(look => $"At {look}")],
            [.. names.Select(name => new OverviewRow([name], [At(rows, "", name, Measures.DecisionProbability), .. looks.Select(look => At(rows, look, name, Measures.DecisionProbability))]))]);
    }

    private static OverviewTable DroppedArms(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] dropped = [.. rows.Where(row => row.Measure == Measures.ArmDropped)];
        string[] looks = LooksOf(dropped, Measures.ArmDropped);
        IEnumerable<OperatingCharacteristic> overTrial = dropped.Where(row => row.Look.Length == 0)
            .GroupBy(row => row.Arm)
            .SelectMany(ofArm => ofArm.Count() == 2 ? ofArm.Where(row => row.Subject.Length > 0) : ofArm); // The one decision, and any.
        return Table(
            "Arms dropped",
            ["Arm", "By"],
            ["Dropped", .. looks.Select(look => $"At {look}")],
            [
                .. overTrial.Select(row => new OverviewRow(
                    [row.Arm, row.Subject.Length > 0 ? row.Subject : "any"],
                    [row, .. looks.Select(look => dropped.FirstOrDefault(other => other.Look == look && other.Arm == row.Arm && other.Subject == row.Subject))])),
            ]);
    }

    private static OverviewTable NewSizes(IReadOnlyList<OperatingCharacteristic> rows) => Table(
        "Size once re-estimated, where that changes it",
        ["Decision", "Of"],
        ["Mean", .. Measures.TrialQuantiles.Select(NameOf)],
        [
            .. rows.Where(row => row.Measure == Measures.NewSize && row.Value is not null).Select(mean => new OverviewRow(
                [mean.Subject, mean.Unit], [mean, .. Measures.TrialQuantiles.Select(share => At(rows, "", mean.Subject, Measures.QuantileOf(mean.Measure, share)))])),
        ]);

    private static string NameOf(double share) => share == 0.5 ? "Median" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    private static OverviewTable Numbers(IReadOnlyList<OperatingCharacteristic> rows) => Table(
        "Size and duration",
        ["Of a trial"],
        ["Mean", .. Measures.TrialQuantiles.Select(NameOf), "Mean under the null"],
        [
            .. rows.Where(row => row.Measure is Measures.TrialPatients or Measures.TrialScreened or Measures.TrialEvents or Measures.TrialDuration).Select(mean => new OverviewRow(
                [mean.Measure == Measures.TrialEvents ? $"events, {mean.Endpoint}" : mean.Measure == Measures.TrialScreened ? "patients screened" : mean.Unit],
                [
                    mean,
                    .. Measures.TrialQuantiles.Select(share => rows.First(row => row.Endpoint == mean.Endpoint && row.Measure == Measures.QuantileOf(mean.Measure, share))),
                    rows.FirstOrDefault(row => row.Endpoint == mean.Endpoint && row.Measure == Measures.UnderNull(mean.Measure)),
                ])),
        ]);

    private static OverviewTable Arms(IReadOnlyList<OperatingCharacteristic> rows) => Table(
        "Patients in the arm that does best",
        ["Arm"],
        ["Share of patients"],
        [.. rows.Where(row => row.Measure == Measures.PatientsOnBetterArm).Select(row => new OverviewRow([row.Arm], [row]))]);

    private static OverviewTable Resources(IReadOnlyList<OperatingCharacteristic> rows) => Table(
        "Resources of the sites",
        ["Resource"],
        ["Share taken", "Sessions", "Wait (days)", "Waited", "After the window", "Longest queue", "Without it"],
        [
            .. rows.Where(row => row.Measure == Measures.ResourceUtilisation).Select(row => new OverviewRow(
                [row.Subject],
                [
                    row,
                    At(rows, "", row.Subject, Measures.ResourceSessions),
                    At(rows, "", row.Subject, Measures.ResourceWait),
                    At(rows, "", row.Subject, Measures.ResourceWaited),
                    At(rows, "", row.Subject, Measures.ResourceLate),
                    At(rows, "", row.Subject, Measures.ResourceLongestQueue),
                    At(rows, "", row.Subject, Measures.ResourceWithout) is { Value: not 0.0 } without ? without : null,
                ])),
        ]);

    private static OverviewTable Estimates(IReadOnlyList<OperatingCharacteristic> rows) => Table(
        "What stopping does to estimates",
        ["Analysis", "Arm or comparison"],
        ["Bias, as a difference", "Bias, as a ratio", "Coverage when it stops", "Coverage at the last look"],
        [
            .. rows.Where(row => row.Measure == Measures.Bias).Select(bias => new OverviewRow(
                [bias.Analysis, bias.Arm],
                [
                    bias.Unit == "ratio" ? null : bias,
                    bias.Unit == "ratio" ? bias : null,
                    rows.FirstOrDefault(row => row.Measure == Measures.Coverage && row.Analysis == bias.Analysis && row.Arm == bias.Arm && row.Look.Length == 0),
                    rows.FirstOrDefault(row => row.Measure == Measures.Coverage && row.Analysis == bias.Analysis && row.Arm == bias.Arm && row.Look.Length > 0),
                ])),
        ]);

    private static OperatingCharacteristic? At(IReadOnlyList<OperatingCharacteristic> rows, string look, string subject, string measure) =>
        rows.FirstOrDefault(row => row.Look == look && row.Subject == subject && row.Measure == measure);

    private static string[] LooksOf(IReadOnlyList<OperatingCharacteristic> rows, string measure) =>
        [.. rows.Where(row => row.Measure == measure && row.Look.Length > 0).Select(row => row.Look).Distinct()];

    private static OverviewTable Table(string caption, IReadOnlyList<string> names, string[] figures, OverviewRow[] rows)
    {
        int[] shown = [.. Enumerable.Range(0, figures.Length).Where(column => rows.Any(row => row.Figures[column] is not null))];
        return new OverviewTable(caption, names, [.. shown.Select(column => figures[column])], [.. rows.Select(row => row with { Figures = [.. shown.Select(column => row.Figures[column])] })]);
    }
}
