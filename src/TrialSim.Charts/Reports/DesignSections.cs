using TrialSim.Results;

namespace TrialSim.Charts.Reports;

/// <summary>What a reader must know before the results: aims, data-generating mechanism, estimands and methods, in the order of ADEMP.</summary>
internal static class DesignSections
{
    private const string InFull = "<p class=\"hint\">In the words of the scenario language, with every default filled in; what is none, always or false is left out. <code>resolved.yaml</code> has all of it.</p>\n";

    /// <summary>What the simulation is for: the scenario's description.</summary>
    public static ReportSection Aims(RunSummary summary) => new("aims", "Aims", Prose.HtmlOf(summary.Manifest.Description));

    /// <summary>What is done to patients, and what is assumed to happen to them.</summary>
    public static ReportSection DataGeneration(RunSummary summary, IEnumerable<Chart> charts)
    {
        string assumptions = StatementTable.Assumptions(summary.Statements);
        string design = StatementTable.Design(
            summary.Statements, "What the protocol does", "Part of the protocol", "patients", "arms", "allocation", "treatments", "visits", "max_follow_up");
        return new ReportSection(
            "data-generation",
            "Data-generating mechanism",
            ReportPage.Figures(charts) + design
                + (assumptions.Length > 0 ? "<h3 id=\"assumptions\">Assumptions</h3>\n<p>No analysis knows any of this. " + CountOf(summary) + "</p>\n" + assumptions + InFull : ""));
    }

    /// <summary>What is to be estimated.</summary>
    public static ReportSection Estimands(RunSummary summary) => new(
        "estimands",
        "Estimands and targets",
        StatementTable.Design(summary.Statements, "Endpoints", "Endpoint", "endpoints") is { Length: > 0 } table
            ? "<p>Each analysis estimates one endpoint below, in the patients and arms that it names, with the strategies named for intercurrent events (treatment policy where none is).</p>\n" + table
            : "");

    /// <summary>How it is estimated and tested, and when.</summary>
    public static ReportSection Methods(RunSummary summary, IEnumerable<Chart> charts) => new(
        "methods",
        "Methods",
        StatementTable.Design(summary.Statements, "Looks", "Look", "looks")
            + StatementTable.Design(summary.Statements, "Analyses", "Analysis", "analyses")
            + StatementTable.Design(summary.Statements, "Tests and decisions", "Rule", "testing", "decisions")
            + ReportPage.Figures(charts));

    private static string CountOf(RunSummary summary)
    {
        int all = summary.Statements.Count(statement => statement.Key.StartsWith("truth.", StringComparison.Ordinal));
        int sourced = summary.Statements.Count(statement => statement.Key.StartsWith("truth.", StringComparison.Ordinal) && statement.Source.Length > 0);
        return sourced == all
            ? $"All {Figures.Count(all)} state where they come from."
            : $"{Figures.Count(sourced)} of {Figures.Count(all)} state where they come from.";
    }
}
