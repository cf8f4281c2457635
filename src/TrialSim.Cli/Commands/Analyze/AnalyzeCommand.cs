using System.CommandLine;
using TrialSim.Charts;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.Survival;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Data;
using TrialSim.Results.Folder;
using TrialSim.Results.Tables;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary><c>trialsim analyze</c>: the analyses of the simulator on somebody's own data.</summary>
internal static class AnalyzeCommand
{
    /// <summary>The command.</summary>
    /// <param name="streams">Where to print.</param>
    /// <param name="args">The whole command line, kept with the results.</param>
    public static Command Build(TerminalStreams streams, string[] args)
    {
        AnalyzeOptions options = new();
        Command command = new("analyze", "Analyse patient data of your own: survival, responses, numbers, and numbers at visits. The columns that are named tell which.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            AnalysisRequest request = options.RequestOf(parsed);
            CheckFile(request.File);
            string? output = parsed.GetValue(options.Output);
            using ResultsDraft? draft = output is null ? null : ResultsDraft.Open(output);
            AnalysisData data = AnalysisDataReader.Read(request);
            IReadOnlyList<AnalysisMethod> applied = AnalysisMethods.Of(data);
            options.RefuseUnread(parsed, [.. applied.Select(method => method.Name)]);
            MethodOutput[] methods = [.. applied.Select(method => method.Run(data))];
            AnalysisTables.Print(streams, data, methods);
            if (draft is not null)
            {
                Write(draft, data, methods, args);
                streams.Out.WriteLine($"Report: {Path.Combine(output!, "report.html")}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Makes sure that a data file is there.</summary>
    /// <exception cref="UserInputException">It is not.</exception>
    public static void CheckFile(string path)
    {
        string fault = path.Length == 0 ? "The data file's name is empty. Name a CSV file."
            : Directory.Exists(path) ? $"{path}: is a folder, not a data file. Name a CSV file in it."
            : !File.Exists(path) ? $"{path}: there is no such file. Name a CSV file."
            : "";
        if (fault.Length > 0)
        {
            throw new UserInputException(fault);
        }
    }

    private static void Write(ResultsDraft draft, AnalysisData data, MethodOutput[] methods, string[] args)
    {
        AnalysisFigure[] figures = [.. methods.SelectMany(method => method.Figures)];
        AnalysisRecord analysis = new(data.Request.File, FileDigest.Of(data.Request.File), ProgramVersion.Text, args, data.Description, figures);
        draft.WriteText(ResultsFiles.Manifest, ResultsJson.Of(analysis with { Figures = [] }));
        draft.WriteText(ResultsFiles.AnalysisJson, ResultsJson.Of(analysis));
        draft.WriteTable(ResultsFiles.Analysis, AnalysisFigureColumns.All, figures);
        PatientCurve[] curves = data is SurvivalData survival ? PatientCurves.Of(survival) : [];
        if (curves.Length > 0)
        {
            draft.WriteTable(ResultsFiles.PatientCurves, PatientCurveColumns.All, curves.SelectMany(curve => curve.Points));
        }

        PatientReport report = new(
            Path.GetFileName(data.Request.File),
            ProgramVersion.Text,
            data.Description,
            [.. methods.Select(method => new PatientReportSection(method.Heading, [.. method.Tables.Select(table => (table.Caption, table.Content))], method.Notes))],
            AnalysisPictures.Of(data, curves),
            CommandText.Of(args));
        foreach (ReportFile file in report.Files())
        {
            draft.WriteText(file.Path, file.Content);
        }

        draft.Publish();
    }
}
