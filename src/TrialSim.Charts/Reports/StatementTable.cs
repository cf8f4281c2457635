using TrialSim.Results.Outlines;

namespace TrialSim.Charts.Reports;

/// <summary>What a scenario says, as a table: each statement in the words of its language, so that nothing is told otherwise than it is simulated.</summary>
internal static class StatementTable
{
    private const string NoSource = "no source stated";

    /// <summary>What is assumed, with its source.</summary>
    public static string Assumptions(IReadOnlyList<OutlineStatement> statements) => Of(
        statements.Where(statement => statement.Key.StartsWith("truth.", StringComparison.Ordinal)), "Assumptions", "statements titled", ["Assumption", "As it is simulated", "Source"],
        statement => [statement.Source.Length > 0 ? statement.Source : NoSource]);

    /// <summary>What the protocol decides of these parts, such as <c>endpoints</c>.</summary>
    public static string Design(IReadOnlyList<OutlineStatement> statements, string caption, string heading, params string[] parts) => Of(
        statements.Where(statement => parts.Contains(PartOf(statement.Key))), caption, "statements", [heading, "As the scenario has it"], _ => []);

    private static string Of(IEnumerable<OutlineStatement> statements, string caption, string style, IReadOnlyList<string> columns, Func<OutlineStatement, string[]> more)
    {
        ChartTable table = new(columns, [.. statements.Select(statement => (IReadOnlyList<string>)[NameOf(statement.Key), statement.Text, .. more(statement)])]);
        return table.Rows.Count == 0 ? "" : Html.Table(table, caption, $"headline {style}");
    }

    private static string PartOf(string key) => key.Split('.')[1];

    // The key that --set and --vary ask for stands beneath the name.
    private static string NameOf(string key)
    {
        string[] parts = key.Split('.');
        string name = parts.Length < 3 ? Words(parts[1]) : int.TryParse(parts[2], out int place) ? $"{Words(parts[1])} {place + 1}" : parts[2];
        return $"{name}\n{key}";
    }

    private static string Words(string part) => part.Replace('_', ' ');
}
