namespace TrialSim.Charts.Reports;

/// <summary>A section of a report, which its table of contents names.</summary>
/// <param name="Id">Anchor, unique in the page.</param>
/// <param name="Title">Heading.</param>
/// <param name="Body">HTML of what stands beneath the heading; the section is left out where it is empty.</param>
internal sealed record ReportSection(string Id, string Title, string Body)
{
    /// <summary>The section with its heading; nothing for an empty one.</summary>
    public string Html => Body.Length == 0
        ? ""
        : $"""
            <section aria-labelledby="{Id}">
            <h2 id="{Id}">{Reports.Html.Escape(Title)}</h2>
            {Body}</section>

            """;
}
