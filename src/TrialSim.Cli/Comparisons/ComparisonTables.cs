using System.Globalization;
using TrialSim.Charts.Comparisons;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Comparisons;
using TrialSim.Results.Folder;

namespace TrialSim.Cli.Comparisons;

/// <summary>A comparison as a person reads it: how the scenarios differ, then how the results do.</summary>
internal static class ComparisonTables
{
    private const int MostRows = 40;
    private const int MostKeys = 20;
    private const int MostLetters = 60;

    public static void Print(ComparisonSummary summary, string folder, TerminalStreams streams)
    {
        PrintScenarios(summary, streams);
        ComparedRow[] told = [.. summary.Told];
        TextTable table = new(["Figure"], [summary.FirstName, summary.SecondName, "Difference", "95 % interval", "Times smaller"]);
        foreach (ComparedRow row in told.Take(MostRows))
        {
            int decimals = ComparisonText.DecimalsOf(row.Row.Unit);
            table.Add(
                ComparisonText.NameOf(summary, row),
                FigureText.Of(row.First!),
                FigureText.Of(row.Second!),
                ComparisonText.DifferenceOf(row, decimals),
                row.Lower is double lower && row.Upper is double upper ? $"{Signed(lower, decimals)} to {Signed(upper, decimals)}" : "",
                row.Paired?.TimesSmaller is double times ? times.ToString("0.0", CultureInfo.InvariantCulture) : "");
        }

        if (told.Length > 0)
        {
            table.Write(streams.Out, streams.OutWidth);
        }

        string[] sentences =
        [
            told.Length == 0 ? "The two have no figure in common." : $"Differences are {summary.SecondName} less {summary.FirstName}; ± is the Monte Carlo standard error.",
            told.Length > MostRows ? string.Create(CultureInfo.InvariantCulture, $"The first {MostRows} of {told.Length:N0}; all are in {Path.Combine(folder, ResultsFiles.Comparison)}.") : "",
            told.Length > 0 ? summary.Pairing : "",
            told.Any(row => row.Paired?.TimesSmaller is not null) ? "“Times smaller” is the error of independent figures over that of paired ones." : "",
            summary.FirstAlone > 0 ? string.Create(CultureInfo.InvariantCulture, $"{summary.FirstAlone:N0} rows are in {summary.FirstName} alone.") : "",
            summary.SecondAlone > 0 ? string.Create(CultureInfo.InvariantCulture, $"{summary.SecondAlone:N0} rows are in {summary.SecondName} alone.") : "",
        ];
        foreach (string line in sentences.Where(sentence => sentence.Length > 0).SelectMany(sentence => WordWrap.Lines(sentence, streams.OutWidth, "")))
        {
            streams.Out.WriteLine(line);
        }

        streams.Out.WriteLine($"Report: {Path.Combine(folder, ResultsFiles.Report)}");
    }

    private static void PrintScenarios(ComparisonSummary summary, TerminalStreams streams)
    {
        if (summary.Scenarios.Count == 0)
        {
            streams.Out.WriteLine("The scenarios do not differ.");
            streams.Out.WriteLine();
            return;
        }

        streams.Out.WriteLine("The scenarios differ in:");
        streams.Out.WriteLine();
        TextTable table = new(["Key", summary.FirstName, summary.SecondName], []);
        foreach ((string key, string first, string second) in summary.Scenarios.Take(MostKeys))
        {
            table.Add(key, Short(first), Short(second));
        }

        table.Write(streams.Out, streams.OutWidth);
        if (summary.Scenarios.Count > MostKeys)
        {
            streams.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {summary.Scenarios.Count - MostKeys:N0} more keys, which are in the report."));
        }

        streams.Out.WriteLine();
    }

    private static string Short(string text) => text.Length <= MostLetters ? text : text[..(MostLetters - 1)] + "…";

    private static string Signed(double value, int decimals) => value.ToString(string.Create(CultureInfo.InvariantCulture, $"+0.{new string('0', decimals)};−0.{new string('0', decimals)};0.{new string('0', decimals)}"), CultureInfo.InvariantCulture);
}
