using TrialSim.Charts;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Data;
using TrialSim.Results.Folder;
using TrialSim.Results.Tables;

namespace TrialSim.Cli.Fitting;

/// <summary>Writes a fit into its folder: the report with its charts, the figures, the hazards, and reconstructed patients.</summary>
internal static class FitFolder
{
    /// <summary>Writes everything.</summary>
    /// <param name="draft">The folder.</param>
    /// <param name="outcome">What was found.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="args">The whole command line.</param>
    public static void Write(ResultsDraft draft, FitOutcome outcome, FitUnit unit, string[] args)
    {
        string yaml = FitYaml.Of(outcome, unit);
        AnalysisRecord record = new(string.Join(", ", outcome.Files), string.Join(", ", outcome.Files.Select(FileDigest.Of)), ProgramVersion.Text, args, outcome.Description, []);
        draft.WriteText(ResultsFiles.Manifest, ResultsJson.Of(record));
        draft.WriteText(ResultsFiles.Hazards, yaml);
        if (outcome.Figures.Count > 0)
        {
            draft.WriteTable(ResultsFiles.Fits, AnalysisFigureColumns.All, outcome.Figures);
        }

        if (outcome.Patients.Count > 0)
        {
            draft.WriteTable(ResultsFiles.ReconstructedPatients, ReconstructedPatientColumns.All, outcome.Patients);
        }

        FitReport report = new(
            outcome.Title,
            ProgramVersion.Text,
            outcome.Description,
            [
                .. outcome.Tables.Select(table => new PatientReportSection(table.Caption, [(table.Caption, table.Content)], [])),
                .. outcome.Arms.Select(arm => new PatientReportSection(arm.Heading, [(arm.Table.Caption, arm.Table.Content)], arm.Notes)),
            ],
            [.. outcome.Arms.Select(arm => arm.Curves)],
            unit.Name,
            yaml,
            CommandText.Of(args));
        foreach (ReportFile file in report.Files())
        {
            draft.WriteText(file.Path, file.Content);
        }

        draft.Publish();
    }
}
