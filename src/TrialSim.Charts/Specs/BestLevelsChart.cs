using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Best level of a state, such as the best response: for each level and arm a bar for the share of patients seen to reach it, with its interval, and a diamond for the share that truly do.</summary>
internal static class BestLevelsChart
{
    /// <summary>A chart for each state.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary, ArmPalette palette) =>
        summary.Sample.BestLevels.GroupBy(share => share.State).Select(shares => Of(shares.Key, [.. shares], palette));

    private static Chart Of(string state, LevelShare[] shares, ArmPalette palette)
    {
        string title = $"Best {state} of each arm";
        string patients = Figures.Patients(shares.DistinctBy(share => share.Arm).Sum(share => share.Patients));
        string description = $"Share of each arm's patients by their best {state}, of {patients} sampled. Bar: as visits saw it by the last look, with its 95 % Monte Carlo interval. Diamond: as it truly was.";
        string[] levels = [.. shares.Select(share => share.Level).Distinct()];
        JsonObject spec = SpecTheme.Head(title, $"{patients} sampled; bar: seen, with 95 % interval; diamond: true", description);
        spec["data"] = new JsonObject { ["values"] = new JsonArray([.. shares.Select(DataOf)]) };
        SpecTheme.Add(spec, ArmGroups.View(
            levels,
            palette,
            ArmGroups.ShareAxis("Share of the arm's patients", shares.Max(share => Math.Max(share.Upper, share.TrueShare))),
            Bars(),
            ArmGroups.Interval(SpecTheme.Text),
            TrueShares()));
        return new Chart(ChartNames.Of("best-levels", state), title, description, spec, TableOf(shares)) { Part = ReportPart.DataGeneration, Source = ResultsFiles.BestLevels };
    }

    private static JsonObject DataOf(LevelShare share)
    {
        JsonObject datum = ColumnData.Of(BestLevelColumns.All, share);
        datum["group"] = share.Level;
        return datum;
    }

    private static JsonObject Bars() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "bar", ["opacity"] = 0.75 },
        ["encoding"] = new JsonObject { ["x"] = Quantity("share"), ["tooltip"] = Tips() },
    };

    private static JsonObject TrueShares() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "point", ["shape"] = "diamond", ["filled"] = true, ["size"] = 70, ["opacity"] = 1, ["stroke"] = SpecTheme.Text, ["strokeWidth"] = 1 },
        ["encoding"] = new JsonObject { ["x"] = Quantity("true_share"), ["tooltip"] = Tips() },
    };

    private static JsonArray Tips() =>
    [
        Tip("arm", "Arm"), Tip("level", "Best level"), Tip("share", "Share as seen", ".4f"), Tip("lower", "95 % interval from", ".4f"), Tip("upper", "to", ".4f"), Tip("true_share", "Share as it truly is", ".4f"),
        Tip("patients", "Patients", ",d"),
    ];

    private static ChartTable TableOf(LevelShare[] shares) => new(
        ["Best level", "Arm", "Share as seen (95 % interval)", "Share as it truly is", "Patients"],
        [
            .. shares.Select(share => (IReadOnlyList<string>)
                [share.Level, share.Arm, $"{Figures.Number(share.Share, 4)} ({Figures.Interval(share.Lower, share.Upper, 4)})", Figures.Number(share.TrueShare, 4), Figures.Count(share.Patients)]),
        ]);
}
