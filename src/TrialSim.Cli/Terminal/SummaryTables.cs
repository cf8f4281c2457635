using System.Globalization;
using Spectre.Console;
using TrialSim.Results;

namespace TrialSim.Cli.Terminal;

/// <summary>Prints a run's operating characteristics, each with its Monte Carlo standard error.</summary>
public static class SummaryTables
{
    /// <summary>One block for each look: when it comes, what the tests find, what each arm shows.</summary>
    public static void Print(TerminalStreams streams, RunSummary summary)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(streams.Out),
            Ansi = streams.OutWidth == TerminalStreams.RedirectedWidth ? AnsiSupport.No : AnsiSupport.Detect,
        });
        console.Profile.Width = streams.OutWidth;
        foreach (string look in summary.OperatingCharacteristics.Select(row => row.Look).Distinct())
        {
            OperatingCharacteristic[] rows = [.. summary.OperatingCharacteristics.Where(row => row.Look == look)];
            console.WriteLine(LookSentence(look, rows));
            PrintTests(console, rows);
            PrintArms(console, summary.Arms, rows);
            console.WriteLine();
        }

        console.WriteLine("± is the Monte Carlo standard error; brackets hold the 95 % Monte Carlo interval.");
    }

    private static string LookSentence(string look, OperatingCharacteristic[] rows)
    {
        OperatingCharacteristic reached = rows.First(row => row.Measure == Measures.LookReached);
        OperatingCharacteristic time = rows.First(row => row.Measure == Measures.LookTime);
        string when = time.Value is null ? "" : $" after {Plain(time)} months on average";
        return reached.Value == 1.0
            ? $"Look {look}: takes place in every replicate,{when}"
            : $"Look {look}: takes place in {Plain(reached)} of replicates{(when.Length > 0 ? "," : "")}{when}";
    }

    private static void PrintTests(IAnsiConsole console, OperatingCharacteristic[] rows)
    {
        Table table = NewTable("Analysis", "Endpoint", "Comparison", "Power", "Estimate");
        foreach (OperatingCharacteristic power in rows.Where(row => row.Measure == Measures.Power))
        {
            OperatingCharacteristic? estimate = rows.FirstOrDefault(row =>
                row.Analysis == power.Analysis && row.Arm == power.Arm && (row.Measure is Measures.HazardRatio or Measures.MilestoneDifference));
            table.AddRow(
                Markup.Escape(power.Analysis),
                Markup.Escape(power.Endpoint),
                Markup.Escape(power.Arm),
                WithInterval(power) + NotEstimable(power),
                estimate is null ? "" : $"{NameOf(estimate.Measure)} {Plain(estimate)}");
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    private static void PrintArms(IAnsiConsole console, IReadOnlyList<string> arms, OperatingCharacteristic[] rows)
    {
        string[] milestones = [.. rows.Where(row => row.Measure == Measures.MilestoneSurvival).Select(row => row.Analysis).Distinct()];
        bool hasMedians = rows.Any(row => row.Measure == Measures.MedianSurvival);
        Table table = NewTable(
            ["Endpoint", "Arm", "Patients", "Events", .. hasMedians ? ["Median (months)"] : Array.Empty<string>(), .. milestones.Select(name => $"Survival {name}")]);
        foreach (string endpoint in rows.Where(row => row.Measure == Measures.Events).Select(row => row.Endpoint).Distinct())
        {
            foreach (string arm in arms)
            {
                OperatingCharacteristic[] own = [.. rows.Where(row => row.Endpoint == endpoint && row.Arm == arm)];
                table.AddRow(
                [
                    Markup.Escape(endpoint),
                    Markup.Escape(arm),
                    Cell(own, Measures.Patients, null),
                    Cell(own, Measures.Events, null),
                    .. hasMedians ? [Cell(own, Measures.MedianSurvival, null)] : Array.Empty<string>(),
                    .. milestones.Select(name => Cell(own, Measures.MilestoneSurvival, name)),
                ]);
            }
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    private static Table NewTable(params string[] headers)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string header in headers)
        {
            table.AddColumn(new TableColumn(Markup.Escape(header)));
        }

        return table;
    }

    private static string Cell(OperatingCharacteristic[] rows, string measure, string? analysis)
    {
        OperatingCharacteristic? row = rows.FirstOrDefault(row => row.Measure == measure && (analysis is null || row.Analysis == analysis));
        return row is null ? "" : Plain(row) + NotEstimable(row);
    }

    private static string NameOf(string measure) => measure == Measures.HazardRatio ? "HR" : "difference";

    private static string NotEstimable(OperatingCharacteristic row) =>
        row.NotEstimable == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({row.NotEstimable:N0} not estimable)");

    private static string WithInterval(OperatingCharacteristic row) =>
        row.Value is null ? "–" : $"{Plain(row)} ({Number(row.Lower!.Value, Decimals(row))}–{Number(row.Upper!.Value, Decimals(row))})";

    private static string Plain(OperatingCharacteristic row) =>
        row.Value is not double value ? "–" : $"{Number(value, Decimals(row))} ± {Number(row.MonteCarloStandardError!.Value, Decimals(row))}";

    private static int Decimals(OperatingCharacteristic row) => row.Unit switch
    {
        "probability" => 4,
        "ratio" => 3,
        _ => 2,
    };

    private static string Number(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);
}
