using System.Globalization;
using TrialSim.Statistics.CompetingRisks;
using TrialSim.Statistics.Tests.Survival;

namespace TrialSim.Statistics.Tests.CompetingRisks;

/// <summary>Columns of a competing-risks data set of the folder Reference.</summary>
internal sealed record CompetingData(double[] Days, byte[] Cause, byte[] Group, int[] Stratum, double[] Covariates)
{
    internal CompetingSample Sample => new(Days, Cause, Group, []);

    internal CompetingSample Stratified => new(Days, Cause, Group, Stratum);

    /// <summary>mgus2: group F is 0, M is 1; stratum 1 is an age of 70 or more; covariates are M and age.</summary>
    internal static CompetingData Mgus2()
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("mgus2.csv")];
        return new CompetingData(
            [.. rows.Select(r => r.Number("time"))],
            [.. rows.Select(r => (byte)r.Number("event"))],
            [.. rows.Select(r => r["group"] == "F" ? (byte)0 : (byte)1)],
            [.. rows.Select(r => r.Number("age") >= 70.0 ? 1 : 0)],
            [.. rows.SelectMany(r => new[] { r["group"] == "M" ? 1.0 : 0.0, r.Number("age") })]);
    }

    /// <summary>The random samples of competing_samples.R by number.</summary>
    internal static Dictionary<string, CompetingData> Samples() => ReferenceRow.ReadAll("competing_samples.csv")
        .GroupBy(row => row["sample"])
        .ToDictionary(
            group => group.Key,
            group => new CompetingData(
                [.. group.Select(r => r.Number("time"))],
                [.. group.Select(r => (byte)r.Number("cause"))],
                [.. group.Select(r => (byte)r.Number("group"))],
                [.. group.Select(r => int.Parse(r["stratum"], CultureInfo.InvariantCulture))],
                [.. group.SelectMany(r => new[] { r.Number("x1"), r.Number("x2") })]));
}
