using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Share of each arm's patients known to have had an adverse event: a dot and its 95 % Monte Carlo interval, for any grade and for grade 3 and above.</summary>
internal static class AdverseEventsChart
{
    private const int SevereGrade = 3;
    private const int MaxGroups = 24;

    // Many arms make fewer events enough for a page.
    private const int MaxRows = 96;

    /// <summary>The chart; none where nothing can recur or has grades.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary, ArmPalette palette) => summary.Sample.AdverseEvents.Count > 0 ? [Of(summary.Sample.AdverseEvents, palette)] : [];

    private static Chart Of(IReadOnlyList<AdverseEventShare> shares, ArmPalette palette)
    {
        string[] groups =
        [
            .. shares.Where(share => share.LeastGrade is 0 or SevereGrade).GroupBy(share => share.Event)
                .OrderByDescending(ofEvent => ofEvent.Max(share => share.Share)).SelectMany(ofEvent => ofEvent.OrderBy(share => share.LeastGrade).Select(NameOf).Distinct())
                .Take(Math.Min(MaxGroups, MaxRows / palette.Arms.Count)),
        ];
        AdverseEventShare[] drawn = [.. shares.Where(share => groups.Contains(NameOf(share)))];
        string patients = Figures.Patients(shares.DistinctBy(share => share.Arm).Sum(share => share.Patients));
        const string title = "Patients with adverse events";
        string description = $"Share of each arm's patients known by the last look to have had the event, of {patients} sampled; the most frequent first. Dot: the share. Bar: its 95 % Monte Carlo interval."
            + (drawn.Length < shares.Count ? " The table has all grades and events." : "");
        JsonObject spec = SpecTheme.Head(title, $"{patients} sampled, 95 % Monte Carlo intervals", description);
        spec["data"] = new JsonObject { ["values"] = new JsonArray([.. drawn.Select(DataOf)]) };
        SpecTheme.Add(spec, ArmGroups.View(groups, palette, ArmGroups.ShareAxis("Share of the arm's patients", drawn.Max(share => share.Upper)), ArmGroups.Interval(""), Dots()));
        return new Chart("adverse-events", title, description, spec, TableOf(shares)) { Part = ReportPart.DataGeneration, Source = ResultsFiles.AdverseEvents };
    }

    private static string NameOf(AdverseEventShare share) => share.LeastGrade == 0 ? share.Event : $"{share.Event}, grade {share.LeastGrade} or more";

    private static JsonObject DataOf(AdverseEventShare share)
    {
        JsonObject datum = ColumnData.Of(AdverseEventColumns.All, share);
        datum["group"] = NameOf(share);
        return datum;
    }

    private static JsonObject Dots() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 65, ["opacity"] = 1 },
        ["encoding"] = new JsonObject
        {
            ["x"] = Quantity("share"),
            ["tooltip"] = new JsonArray(
                Tip("group", "Event"), Tip("arm", "Arm"), Tip("share", "Share of patients", ".4f"), Tip("lower", "95 % interval from", ".4f"), Tip("upper", "to", ".4f"),
                Tip("mean_occurrences", "Occurrences a patient, mean", ".3f"), Tip("patients", "Patients", ",d")),
        },
    };

    private static ChartTable TableOf(IReadOnlyList<AdverseEventShare> shares) => new(
        ["Event", "Least grade", "Arm", "Share of patients (95 % interval)", "Occurrences a patient, mean", "Patients"],
        [
            .. shares.Select(share => (IReadOnlyList<string>)
            [
                share.Event, share.LeastGrade == 0 ? "any" : Figures.Count(share.LeastGrade), share.Arm,
                $"{Figures.Number(share.Share, 4)} ({Figures.Interval(share.Lower, share.Upper, 4)})", Figures.Number(share.MeanOccurrences, 3), Figures.Count(share.Patients),
            ]),
        ]);
}
