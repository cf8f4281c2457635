using System.Text.RegularExpressions;
using TrialSim.Fuzzing.Mutations;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Data files for <c>analyze</c> and <c>fit</c> whose bytes or cells were changed.</summary>
/// <param name="Examples">The folder of the files that ship.</param>
internal sealed partial record PatientData(string Examples) : IFuzzKind
{
    private const int WithFolderOneIn = 30;

    private static readonly (string File, string[] Command)[] Commands =
    [
        ("lung.csv", ["analyze", "{}", "--time", "time", "--event", "status", "--arm", "group", "--covariates", "age"]),
        ("lung.csv", ["analyze", "{}", "--time", "time", "--event", "status", "--arm", "group", "--strata", "strata", "--at", "180,365", "--tau", "300", "--time-unit", "days", "--delay", "90", "--weights", "0,1"]),
        ("lung.csv", ["analyze", "{}", "--time", "time", "--event", "status", "--method", "km,parametric,landmark,one_sample_log_rank", "--null-median", "300", "--landmark", "60"]),
        ("lung.csv", ["analyze", "{}", "--time", "time", "--event", "status", "--start", "age", "--arm", "group"]),
        ("lung.csv", ["analyze", "{}", "--time", "time", "--event", "strata", "--event-of-interest", "1", "--arm", "group"]),
        ("lung.csv", ["analyze", "{}", "--lower", "age", "--upper", "time", "--arm", "group"]),
        ("response.csv", ["analyze", "{}", "--response", "best_response", "--response-level", "CR,PR", "--arm", "arm", "--strata", "stage", "--margin", "0.1"]),
        ("response.csv", ["analyze", "{}", "--response", "best_response", "--response-level", "CR,PR", "--null-probability", "0.3"]),
        ("marker.csv", ["analyze", "{}", "--value", "marker", "--arm", "arm", "--baseline", "baseline", "--where", "month=4"]),
        ("marker.csv", ["analyze", "{}", "--value", "marker", "--visit", "month", "--patient", "patient", "--arm", "arm", "--baseline", "baseline"]),
        ("lung.csv", ["fit", "{}", "--time", "time", "--event", "status", "--arm", "group", "--time-unit", "days"]),
        ("curve.csv", ["fit", "--points", "{}", "--patients", "100"]),
        ("at-risk.csv", ["fit", "--points", "{curve}", "--at-risk", "{}", "--events", "60"]),
    ];

    // A published curve, as somebody reads it off.
    private const string Curve = "time,survival\n0,1\n2,0.95\n4,0.86\n6,0.75\n8,0.66\n10,0.57\n12,0.5\n15,0.41\n18,0.34\n24,0.24\n";
    private const string AtRisk = "time,at_risk\n0,100\n6,74\n12,47\n18,30\n24,12\n";

    /// <inheritdoc/>
    public string Name => "patient data";

    /// <inheritdoc/>
    public Verdict Try(Chance chance, string place)
    {
        (string name, string[] command) = chance.Pick(Commands);
        byte[] source = name switch
        {
            "curve.csv" => System.Text.Encoding.UTF8.GetBytes(Curve),
            "at-risk.csv" => System.Text.Encoding.UTF8.GetBytes(AtRisk),
            _ => File.ReadAllBytes(Path.Combine(Examples, name)),
        };
        string path = Path.Combine(place, name);
        string curve = Path.Combine(place, "whole-curve.csv");
        string results = Path.Combine(place, "results");
        File.WriteAllText(curve, Curve);
        File.WriteAllBytes(path, chance.OneIn(3) ? ByteMutation.Of(source, chance) : TableMutation.Of(source, chance));
        string[] args = [.. command.Select(word => word switch { "{}" => path, "{curve}" => curve, _ => word }), "--debug", .. chance.OneIn(WithFolderOneIn) ? ["--out", results] : Array.Empty<string>()];
        ProgramRun run = ProgramRun.Of(args);
        Verdict verdict = run.Judge();
        bool canNameNoNumber = Words().IsMatch(File.ReadAllText(path)); // A level of an arm or a stratum may be called so.
        if (canNameNoNumber && verdict.Fault.StartsWith(ProgramRun.NoNumberFound, StringComparison.Ordinal))
        {
            verdict = Verdict.Accepted;
        }

        return verdict.Fault.Length > 0 ? Verdict.Of($"trialsim {string.Join(' ', command)}: {verdict.Fault}")
            : !verdict.WasAccepted && Directory.Exists(results) ? Verdict.Of($"A refused analysis has left {results}.")
            : canNameNoNumber ? verdict
            : WrittenResults.JudgeIn(results, verdict);
    }

    [GeneratedRegex("nan|inf|∞", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
