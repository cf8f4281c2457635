using System.Globalization;
using TrialSim.Charts.Reports;
using TrialSim.Results.Validation;

namespace TrialSim.Charts.Validation;

/// <summary><c>validation.html</c>: what a validation has shown, to be printed, signed and filed. A page without scripts.</summary>
public static class ValidationPage
{
    /// <summary>The page. The same record gives the same text.</summary>
    public static string Render(ValidationRecord record) => ReportPage.Render(
        $"Validation of TrialSim, {record.StartedUtc[..10]}",
        record.Program.Version,
        Header(record),
        [
            new ReportSection("what-it-proves", "What this proves, and what not", ValidationProse.Meaning(record)),
            new ReportSection("installation", "Installation: what was validated, and where (IQ)", Installation(record)),
            new ReportSection("summary", "Operation: the cases (OQ)", Summary(record)),
            new ReportSection("failures", "What failed", Failures(record)),
            new ReportSection("performance", "Performance: your own use (PQ)", ValidationProse.OwnUse(record)),
            new ReportSection("signatures", "Signatures", ValidationProse.Signatures),
            new ReportSection("checks", "Every check", string.Concat(record.Cases.Select(CaseSection))),
        ],
        [],
        ChartAssets.OfThisBuild);

    private static string Header(ValidationRecord record) => $"""
        <header>
        <p class="kicker">Validation report</p>
        <h1>TrialSim {Html.Escape(Revision.Shorten(record.Program.Version))}: {Headline(record)}</h1>
        <p class="lead">{Html.Escape(string.Create(CultureInfo.InvariantCulture, $"{Count(record.CheckCount, "check")} in {record.CheckedCaseCount} of {Count(record.CaseCount, "case")}, run by the installed program on this machine."))}</p>
        <dl class="facts">
        {ReportPage.Fact("Begun (UTC)", record.StartedUtc.Replace('T', ' ').TrimEnd('Z'))}{ReportPage.Fact("Passed", Number(record.CheckCount - record.FailedCount))}{ReportPage.Fact("Failed", Number(record.FailedCount))}{ReportPage.Fact("Machine", record.Machine.Name)}</dl>
        </header>

        """;

    private static string Headline(ValidationRecord record) =>
        record.CheckCount == 0 ? "nothing was checked"
        : record.Verdict == CheckVerdict.Failed ? $"{Count(record.FailedCount, "check")} failed"
        : record.CasesLeftOut.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"all checks of {record.CheckedCaseCount} of {record.CaseCount} cases passed")
        : "all checks passed";

    private static string Installation(ValidationRecord record) => $"""
        <dl class="manifest">
        {ReportPage.Fact("TrialSim", record.Program.Version)}{ReportPage.Fact("Event calendar", record.Program.Kernel)}{ReportPage.Fact("Runtime", record.Program.Runtime)}{ReportPage.Fact("Machine", record.Machine.Name)}{ReportPage.Fact("Operating system", record.Machine.OperatingSystem)}{ReportPage.Fact("Processor", record.Machine.Processor)}{ReportPage.Fact("Processors", Number(record.Machine.Processors))}{ReportPage.Fact("Instruction sets in use", record.Machine.InstructionSets)}{ReportPage.Fact("Memory", $"{Number((int)record.Machine.MemoryMebibytes)} MiB")}{ReportPage.Fact("Time zone", record.Machine.TimeZone)}{ReportPage.Fact("Locale", record.Machine.Locale)}{ReportPage.Fact("Cases", record.CaseSet)}{ReportPage.Fact("SHA-256 of the cases", record.CaseSetSha256)}{ReportPage.Fact("Command", record.Command)}{ReportPage.Fact("Duration", string.Create(CultureInfo.InvariantCulture, $"{record.Seconds:0.0} s"))}</dl>
        <p>The files of the program. Two installations with the same digests and the same runtime are the same program.</p>
        {Html.Table(new ChartTable(["File", "SHA-256"], [.. record.Program.Files.Select(file => (IReadOnlyList<string>)[file.Name, file.Sha256])]), "Files of the program", "data")}
        """;

    private static string Summary(ValidationRecord record) => Html.Table(
        new ChartTable(
            ["Case", "What", "Source of the expected figures", "Checks", "Failed", "Result"],
            [
                .. record.Cases.Select(one => (IReadOnlyList<string>)
                    [one.Id, one.Title, one.Source, Number(one.CheckCount), Number(one.FailedCount), one.Result]),
            ]),
        "Cases",
        "cases titled") + NotReached(record) + LeftOut(record);

    private static string NotReached(ValidationRecord record)
    {
        (string Id, string Part)[] parts = [.. record.Cases.SelectMany(one => one.NotReached.Select(part => (one.Id, part)))];
        return parts.Length == 0 ? "" : "<p>What belongs to these cases and no command reaches; the tests of the sources check it.</p>\n" + Html.Table(
            new ChartTable(["Case", "Not reached by a command"], [.. parts.Select(part => (IReadOnlyList<string>)[part.Id, part.Part])]), "Not reached", "statements");
    }

    private static string LeftOut(ValidationRecord record) => record.CasesLeftOut.Count == 0
        ? ""
        : $"<p class=\"notice\">Cases of the set that were left out, because they were not asked for: {Html.Escape(string.Join(", ", record.CasesLeftOut))}.</p>\n";

    private static string Failures(ValidationRecord record)
    {
        if (record.CheckCount == 0)
        {
            return "<p class=\"notice\">No command reaches the cases that were run: nothing was compared, and a validation that compares nothing has not passed.</p>\n";
        }

        ValidatedCheck[] failed = [.. record.Cases.SelectMany(one => one.Checks).Where(check => check.Verdict == CheckVerdict.Failed)];
        return failed.Length == 0 ? "" : "<p class=\"notice\">Seeds are fixed: a failure is a difference of the machine or of the program, and comes again. Do not use the program for what the case is about before the cause is known.</p>\n" + ChecksTable(failed, "Failed checks");
    }

    private static string CaseSection(ValidatedCase one) => one.Steps.Count == 0 ? "" : $"""
        <h3 id="case-{Html.Escape(one.Id)}">{Html.Escape($"{one.Id}: {one.Title}")}</h3>
        <p>{Html.Escape($"Source: {one.Source}. Result: {one.Result}, in {string.Create(CultureInfo.InvariantCulture, $"{one.Seconds:0.0}")} s.")}</p>
        {string.Concat(one.Steps.Select(StepOf))}
        """;

    private static string StepOf(ValidatedStep step) => Html.Command(step.Command) + (step.Checks.Count > 0 ? ChecksTable(step.Checks, step.Command) : "");

    private static string ChecksTable(IReadOnlyList<ValidatedCheck> checks, string caption) => Html.Table(
        new ChartTable(
            ["No.", "What", "Expected", "Found", "Difference", "Tolerance", "Result"],
            [
                .. checks.Select(check => (IReadOnlyList<string>)
                [
                    check.Number,
                    check.What,
                    check.Expected,
                    check.Found,
                    check.Difference,
                    check.Because.Length > 0 ? $"{check.Tolerance}\n{check.Because}" : check.Tolerance,
                    check.Verdict == CheckVerdict.Passed ? "passed" : "FAILED",
                ]),
            ]),
        caption,
        "checks titled");

    private static string Count(int number, string thing) => $"{Number(number)} {thing}{(number == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
