namespace TrialSim.Charts.Reports;

/// <summary>A table of operating characteristics, and what its columns mean.</summary>
/// <param name="Table">The figures.</param>
/// <param name="Key">The meaning of each term in the headings, each term once.</param>
internal sealed record HeadlineTable(ChartTable Table, IReadOnlyList<(string Term, string Meaning)> Key)
{
    /// <summary>What it is a table of, where there are several of its kind.</summary>
    public string Caption { get; init; } = "";
}
