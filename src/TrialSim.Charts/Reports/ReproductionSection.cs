using System.Globalization;
using TrialSim.Results;

namespace TrialSim.Charts.Reports;

/// <summary>How to get the same bytes again, and with what they were made.</summary>
internal static class ReproductionSection
{
    /// <summary>The section.</summary>
    public static ReportSection Of(Manifest manifest, ChartAssets assets) => new(
        "reproduce",
        "How to reproduce this",
        $"""
            <p>In the folder of this report, with the same version of TrialSim; the tables in the folder <code>again</code> will have the same bytes:</p>
            {Html.Command(Command(manifest))}<dl class="manifest">
            {ReportPage.Fact("TrialSim", Revision.Shorten(manifest.ProgramVersion))}{ReportPage.Fact("Event calendar", manifest.Kernel)}{ReportPage.Fact("Charts", assets.Software)}{ReportPage.Fact("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture))}{ReportPage.Fact("Replicates", $"{Figures.Count(manifest.Replicates)}, from number {Figures.Count(manifest.FirstReplicate)}")}{ReportPage.Fact("SHA-256 of resolved.yaml", manifest.ResolvedScenarioSha256)}</dl>

            """);

    /// <summary>The command that gives the run again.</summary>
    public static string Command(Manifest manifest) =>
        $"trialsim run scenario.yaml --seed {manifest.Seed.ToString(CultureInfo.InvariantCulture)} --replicates {manifest.ReplicatesRequested.ToString(CultureInfo.InvariantCulture)} --out again{string.Concat(manifest.Options.Select(option => $" {option}"))}";
}
