using System.Text.Json;
using TrialSim.Statistics.Survival;

namespace TrialSim.Statistics.Tests.Survival;

/// <summary>One data set of the folder Reference, with what R says about it. Arm 0 is R's reference group.</summary>
internal sealed class ReferenceData
{
    private readonly string _name;
    private readonly JsonElement _analyses;

    internal ReferenceData(string name)
    {
        _name = name;
        _analyses = JsonDocument.Parse(File.ReadAllText(ReferenceRow.PathOf(name + "_ref.json"))).RootElement;
        string[] groups = [.. _analyses.GetProperty("group_levels").EnumerateArray().Select(g => g.GetString()!)];
        ReferenceRow[] patients = [.. Table(".csv")];
        string[] strata = [.. patients.Select(p => p["strata"]).Where(s => s != "NA").Distinct()];

        Groups = groups;
        StratumCount = strata.Length;
        Days = [.. patients.Select(p => p.Number("time"))];
        HasEvent = [.. patients.Select(p => p["status"] == "1")];
        Arm = [.. patients.Select(p => (byte)Array.IndexOf(groups, p["group"]))];
        Stratum = [.. patients.Select(p => Array.IndexOf(strata, p["strata"]))];
    }

    internal string[] Groups { get; }

    /// <summary>A patient whose stratum is missing has number −1, and so belongs to none.</summary>
    internal int StratumCount { get; }

    internal double[] Days { get; }

    internal bool[] HasEvent { get; }

    internal byte[] Arm { get; }

    internal int[] Stratum { get; }

    internal RiskRow[] RiskRows() => TwoArms.Rows(Days, HasEvent, Arm);

    internal RiskRow[] StratifiedRiskRows() => TwoArms.Rows(Days, HasEvent, Arm, Stratum, StratumCount);

    /// <summary>The curve of a group of R's output; <c>ALL</c> is everybody.</summary>
    internal KaplanMeierCurve Curve(string group)
    {
        SurvivalSample sample = new SurvivalOrder(Days.Length).Sort(new SurvivalSample(Days, HasEvent, Arm));
        KaplanMeierRow[] rows = new KaplanMeierRow[Days.Length];
        return group == "ALL"
            ? KaplanMeier.FillPooled(sample, rows)
            : KaplanMeier.Fill(sample, (byte)Array.IndexOf(Groups, group), rows);
    }

    /// <summary>Risk rows of all strata, and where those of each stratum end.</summary>
    internal (RiskRow[] Rows, int[] Ends) StrataOfRows()
    {
        SurvivalSample sample = new SurvivalOrder(Days.Length).Sort(new SurvivalSample(Days, HasEvent, Arm, Stratum));
        RiskRow[] rows = new RiskRow[Days.Length];
        int[] ends = new int[StratumCount];
        int count = RiskTable.FillStratified(sample, TwoArms.Control, TwoArms.Experimental, rows, ends);
        return (rows[..count], ends);
    }

    internal JsonElement Section(string name) => _analyses.GetProperty(name);

    internal JsonElement Analysis(string kind, string name) => _analyses.GetProperty(kind).GetProperty(name);

    internal IEnumerable<JsonElement> Milestones => _analyses.GetProperty("milestones").EnumerateArray();

    internal IEnumerable<ReferenceRow> Table(string suffix) => ReferenceRow.ReadAll(_name + suffix);
}
