using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Prints cases, and what came of them.</summary>
internal static class ValidationTables
{
    /// <summary>What there is to run.</summary>
    public static void PrintList(CaseSet set, TerminalStreams streams)
    {
        TextTable table = new(["Case", "What"], ["Commands"]);
        foreach (ValidationCase one in set.Cases)
        {
            table.Add(one.Id, one.Title, Number(one.Steps.Length));
        }

        table.Write(streams.Out, streams.OutWidth);
        foreach (ValidationCase one in set.Cases)
        {
            PrintNotReached(one.Id, one.NotReached, streams);
        }
    }

    /// <summary>What came of them.</summary>
    public static void Print(ValidationRecord record, string page, TerminalStreams streams)
    {
        TextTable table = new(["Case", "What"], ["Checks", "Failed", "Seconds"], "Result");
        foreach (ValidatedCase one in record.Cases)
        {
            table.Add(
                one.Id, one.Title, Number(one.CheckCount), Number(one.FailedCount), one.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
                one.Result);
        }

        table.Write(streams.Out, streams.OutWidth);
        PrintFailures(record, streams);
        foreach (ValidatedCase one in record.Cases)
        {
            PrintNotReached(one.Id, one.NotReached, streams);
        }

        Line(streams, record.CheckCount == 0 ? "FAILED: nothing was checked, because no command reaches these cases. Choose others, or write steps with checks." : string.Create(
            CultureInfo.InvariantCulture,
            $"{(record.Verdict == CheckVerdict.Passed ? "Passed" : "FAILED")}: {record.CheckCount - record.FailedCount:N0} of {record.CheckCount:N0} checks hold on this machine, in {record.CheckedCaseCount} of {record.CaseCount} {(record.CaseCount == 1 ? "case" : "cases")}, by TrialSim {record.Program.Version}, in {record.Seconds:0} s."));
        streams.Out.WriteLine($"Report: {page}");
    }

    private static void PrintFailures(ValidationRecord record, TerminalStreams streams)
    {
        TextTable table = new(["Failed", "What"], ["Expected", "Found", "Difference"], "Tolerance");
        foreach (ValidatedCheck check in record.Cases.SelectMany(one => one.Checks).Where(check => check.Verdict == CheckVerdict.Failed))
        {
            table.Add(check.Number, check.What, check.Expected, check.Found, check.Difference, check.Tolerance);
        }

        if (table.HasRows)
        {
            streams.Out.WriteLine();
            table.Write(streams.Out, streams.OutWidth);
            streams.Out.WriteLine();
        }
    }

    private static void PrintNotReached(string id, IEnumerable<string> parts, TerminalStreams streams)
    {
        foreach (string part in parts)
        {
            Line(streams, $"{id}, not reached by a command: {part}");
        }
    }

    private static void Line(TerminalStreams streams, string text)
    {
        foreach (string line in WordWrap.Lines(text, streams.OutWidth, ""))
        {
            streams.Out.WriteLine(line);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
