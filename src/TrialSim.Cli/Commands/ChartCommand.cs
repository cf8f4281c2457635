using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using TrialSim.Charts;
using TrialSim.Charts.Images;
using TrialSim.Cli.Pictures;
using TrialSim.Cli.Terminal;
using TrialSim.Model;
using TrialSim.Results.Folder;
using TrialSim.Results.Outlines;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim chart</c>: the charts of a results folder as files of their own.</summary>
internal static class ChartCommand
{
    private const string Formats = "svg, png and json";
    private const double LeastScale = 0.1;
    private const double MostScale = 10;

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> folder = new("folder") { Description = "The results folder of a run; or a scenario file, of which the design is drawn." };
        CommonOptions.RefuseOptions(folder);
        Option<bool> list = new("--list") { Description = "List the charts, and draw none." };
        Option<string[]> chart = new("--chart") { Description = "Draw only the chart of this name. May be repeated.", HelpName = "name", DefaultValueFactory = _ => [] };
        Option<string[]> format = new("--format")
        {
            Description = "svg, png or json (Vega-Lite), or several of them joined by commas; svg by default. svg and png need Node.js.",
            HelpName = "format",
            DefaultValueFactory = _ => ["svg"],
            CustomParser = FormatsOf,
        };
        Option<double> scale = new("--scale")
        {
            Description = "Pixels of a PNG for each point of the chart.",
            HelpName = "factor",
            DefaultValueFactory = _ => ImageRenderer.DefaultPngScale,
            CustomParser = ScaleOf,
        };
        Option<string?> output = new("--out", "-o") { Description = "The folder for the files; the folder charts of the results by default, or here for a scenario.", HelpName = "folder" };
        Command command = new("chart", "Draw the charts of a results folder, or the design of a scenario, into files of their own.") { folder, list, chart, format, scale, output };
        command.SetAction(parsed =>
        {
            string results = parsed.GetRequiredValue(folder);
            IReadOnlyList<Chart> charts = Chosen(File.Exists(results) ? DesignOf(results, streams) : SavedCharts.In(results), parsed.GetRequiredValue(chart));
            if (parsed.GetValue(list))
            {
                TextTable table = new(["Chart", "Shows"], []);
                foreach (Chart one in charts)
                {
                    table.Add(one.Name, one.Title);
                }

                table.Write(streams.Out, streams.OutWidth);
                return ExitCode.Done;
            }

            if (parsed.GetValue(output) is "")
            {
                throw new UserInputException("--out: The name of the folder is empty. Name a folder.");
            }

            string target = parsed.GetValue(output) ?? (File.Exists(results) ? "" : Path.Combine(results, ResultsFiles.Charts));
            foreach (Chart one in charts)
            {
                foreach (string ending in parsed.GetRequiredValue(format))
                {
                    string path = Path.Combine(target, one.Name + (ending == "json" ? ReportFiles.ChartEnding : "." + ending));
                    OutputFile.Write(path, Rendered(one, ending, parsed.GetValue(scale)), "--out");
                    streams.Out.WriteLine(path);
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    // The scenario's name is part of the file's, because several scenarios may be drawn into one folder.
    private static IReadOnlyList<Chart> DesignOf(string file, TerminalStreams streams)
    {
        Trial trial = ScenarioFile.Read(file, ScenarioOverrides.None, streams).Scenario.Trial;
        return [.. ChartCatalogue.Of(TrialOutline.Of(trial)).Select(chart => chart with { Name = $"{trial.Name}-{chart.Name}" })];
    }

    private static IReadOnlyList<Chart> Chosen(IReadOnlyList<Chart> all, string[] names)
    {
        string[] unknown = [.. names.Where(name => all.All(chart => chart.Name != name))];
        return unknown.Length > 0
            ? throw new UserInputException($"--chart: there is no chart '{unknown[0]}'. The charts are {string.Join(", ", all.Select(chart => chart.Name))}.")
            : [.. all.Where(chart => names.Length == 0 || names.Contains(chart.Name))];
    }

    private static byte[] Rendered(Chart chart, string ending, double scale)
    {
        try
        {
            return ending switch
            {
                "svg" => ImageRenderer.Render(chart, ImageFormat.Svg),
                "png" => ImageRenderer.Render(chart, ImageFormat.Png, scale),
                _ => Encoding.UTF8.GetBytes(ReportFiles.TextOf(chart)),
            };
        }
        catch (ImageRenderingException exception)
        {
            throw new UserInputException($"{exception.Message} --format json needs no Node.js, and the report draws the same charts in a browser.");
        }
    }

    private static string[] FormatsOf(ArgumentResult result)
    {
        string[] formats = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)).Distinct()];
        if (formats.FirstOrDefault(format => format is not ("svg" or "png" or "json")) is string wrong)
        {
            result.AddError($"--format: '{wrong}' is not one of {Formats}.");
        }

        return formats;
    }

    private static double ScaleOf(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double scale) && scale is >= LeastScale and <= MostScale)
        {
            return scale;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"--scale: '{text}' is not a number from {LeastScale} to {MostScale}."));
        return ImageRenderer.DefaultPngScale;
    }
}
