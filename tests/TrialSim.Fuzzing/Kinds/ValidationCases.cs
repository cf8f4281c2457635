using System.Text;
using System.Text.Json;
using TrialSim.Cli;
using TrialSim.Fuzzing.Mutations;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Validation cases, or the tables they compare with, whose bytes, nodes, values or cells were changed.</summary>
/// <param name="Shipped">The folder with the cases that ship.</param>
internal sealed record ValidationCases(string Shipped) : IFuzzKind
{
    private const string NineName = "data/nine.csv";
    private const string ReferenceName = "data/expected.csv";

    // What the short ones of the shipped cases lack: tables, digests, errors. The survival of nine patients who die one after the other.
    private const string OfEveryKind = """
        validation: 1
        id: every-kind
        title: Every kind of check
        source: Nine patients, by hand
        inputs: [data/nine.csv, data/expected.csv]
        steps:
          - command: analyze data/nine.csv --time time --event event --method km --out results
            checks:
              - {what: a table, file: results/analysis.csv, reference: {file: data/expected.csv, where: {of: us}, match: [method, measure, time], columns: {theirs: value}}, tolerance: {relative: 1e-6, absolute: 1e-3}, because: it is short}
              - {file: results/analysis.csv, where: {measure: median}, expect: {value: 5}, tolerance: {monte_carlo: lower, source_error: 0.1}}
              - {file: results/analysis.csv, where: {measure: median}, expect: {value: 0.5}, tolerance: {monte_carlo: upper, source_replicates: 1000}}
              - {file: data/nine.csv, expect: {time: [1, 2, 3, 4, 5, 6, 7, 8, 9]}}
              - {file: data/nine.csv, sha256: 0000000000000000000000000000000000000000000000000000000000000000}
              - {same: [results, results]}
              - {printed: {'9 events in': 9}}
          - {command: analyze data/none.csv, exit_code: 2}
        not_reached: [the rest]

        """;

    private const string Reference = "of,method,measure,time,theirs\nus,km,median,,5\nus,km,median,,NA\nthem,km,median,,6\n";

    // Those that take a few milliseconds.
    private static readonly string[] Short = ["V03.yaml", "V04.yaml", "V11.yaml", "V12.yaml", "V30.yaml", "V32.yaml", "V33.yaml"];

    /// <inheritdoc/>
    public string Name => "validation cases";

    /// <summary>Writes those that ship.</summary>
    /// <param name="folder">A folder that is not there yet.</param>
    public static ValidationCases WriteIn(string folder)
    {
        ProgramRun run = ProgramRun.Of("validate", "--write-cases", folder);
        return run.Code == ExitCode.Done ? new ValidationCases(folder) : throw new InvalidOperationException(run.Error);
    }

    /// <inheritdoc/>
    public Verdict Try(Chance chance, string place)
    {
        string cases = Path.Combine(place, "cases");
        string report = Path.Combine(place, "report");
        Directory.CreateDirectory(Path.Combine(cases, "data"));
        bool isOfTable = chance.OneIn(8);
        string text = isOfTable || chance.OneIn(2) ? OfEveryKind : Read(chance.Pick(Short));
        byte[] reference = Encoding.UTF8.GetBytes(Reference);
        File.WriteAllBytes(Path.Combine(cases, ReferenceName), !isOfTable ? reference : chance.OneIn(3) ? ByteMutation.Of(reference, chance) : TableMutation.Of(reference, chance));
        File.Copy(Path.Combine(Shipped, NineName), Path.Combine(cases, NineName));
        File.WriteAllBytes(Path.Combine(cases, "mutated.yaml"), isOfTable ? Encoding.UTF8.GetBytes(text) : Mutated(text, chance));
        if (chance.OneIn(4))
        {
            File.Copy(Path.Combine(Shipped, "V33.yaml"), Path.Combine(cases, "V33.yaml"));
        }

        return JudgeOf(ProgramRun.Of("validate", "--cases", cases, "--out", report, "--debug"), report);
    }

    private byte[] Mutated(string text, Chance chance) => chance.Below(3) switch
    {
        0 => ByteMutation.Of(Encoding.UTF8.GetBytes(text), chance),
        1 => Encoding.UTF8.GetBytes(NodeMutation.Of(text, chance.OneIn(2) ? OfEveryKind : Read(chance.Pick(Short)), chance)),
        _ => Encoding.UTF8.GetBytes(ValueMutation.Of(text, chance)),
    };

    private string Read(string file) => File.ReadAllText(Path.Combine(Shipped, file));

    // A check that fails is no fault of the program; what it files and prints is looked at.
    private static Verdict JudgeOf(ProgramRun run, string report)
    {
        string json = Path.Combine(report, "validation.json");
        if (run.Code == ExitCode.UserInput)
        {
            return Directory.Exists(report) ? Verdict.Of($"A refused validation has left {report}: {run.Error}") : run.Judge();
        }

        if (run.Code is not (ExitCode.Done or ExitCode.OurFault) || !File.Exists(json))
        {
            return Verdict.Of($"Exit code {run.Code}: {run.Error}");
        }

        string filed = File.ReadAllText(json);
        using JsonDocument record = JsonDocument.Parse(filed);
        return filed.Contains("our fault", StringComparison.Ordinal) ? Verdict.Of($"A command has ended in an internal error: {run.Out}")
            : (record.RootElement.GetProperty("verdict").GetString() == "Passed") != (run.Code == ExitCode.Done) ? Verdict.Of($"Exit code {run.Code} and the verdict {filed}")
            : ProgramRun.DoesSomethingToTheTerminal(run.Out) ? Verdict.Of("Standard output holds control characters.")
            : File.ReadAllText(Path.Combine(report, "validation.html")).Contains("<script", StringComparison.OrdinalIgnoreCase) ? Verdict.Of("The page holds a script.")
            : filed.Contains("no column '", StringComparison.Ordinal) ? Verdict.Accepted // It lists the columns that are there, whose names may be NaN.
            : WrittenResults.JudgeIn(report, Verdict.Accepted);
    }
}
