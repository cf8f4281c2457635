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
            string? output = parsed.GetValue(options.Output);
            CheckFile(request.File, output);
            using ResultsDraft? draft = output is null ? null : ResultsDraft.Open(output);
            AnalysisData data = Read(request, streams);
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

    /// <summary>Makes sure that a data file is there, and can be read again where its digest is to be kept with results.</summary>
    /// <param name="path">The file.</param>
    /// <param name="output">The results folder; null where there is to be none.</param>
    /// <exception cref="UserInputException">It is not, or cannot be.</exception>
    public static void CheckFile(string path, string? output)
    {
        string fault = path.Length == 0 ? "The data file's name is empty. Name a CSV file."
            : Directory.Exists(path) ? $"{path}: is a folder, not a data file. Name a CSV file in it."
            : !File.Exists(path) ? $"{path}: there is no such file. Name a CSV file."
            : output is not null && !PipeNotice.HasLength(path) ? $"{path}: is empty, or a pipe or a device, which can be read only once; the digest of the data stands in the results. Save the data as a file, or leave out --out."
            : "";
        if (fault.Length > 0)
        {
            throw new UserInputException(fault);
        }
    }

    private static AnalysisData Read(AnalysisRequest request, TerminalStreams streams)
    {
        using PipeNotice notice = new(request.File, streams);
        return AnalysisDataReader.Read(request);
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
