using System.Text.Json.Serialization;

namespace TrialSim.Results.Validation;

/// <summary>A validation of an installed program: <c>validation.json</c>, and what its page tells.</summary>
/// <param name="StartedUtc">When it began, ISO 8601 in UTC.</param>
/// <param name="Command">What was typed.</param>
/// <param name="Program">What was validated.</param>
/// <param name="Machine">Where.</param>
/// <param name="CaseSet">Where the cases come from.</param>
/// <param name="CaseSetSha256">SHA-256 of all files of the set, in the order of their names: each name, a zero byte, and the SHA-256 of its bytes.</param>
/// <param name="CasesLeftOut">Cases of the set that were not asked for.</param>
/// <param name="MonteCarloChecks">How many figures of the whole set have a Monte Carlo error.</param>
/// <param name="MonteCarloErrors">How many standard errors they may lie away, so that a right program fails with probability below <paramref name="FalseAlarm"/> over all of them.</param>
/// <param name="FalseAlarm">That probability, over other seeds.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Cases">The cases.</param>
public sealed record ValidationRecord(
    string StartedUtc,
    string Command,
    ValidatedProgram Program,
    ValidatedMachine Machine,
    string CaseSet,
    string CaseSetSha256,
    IReadOnlyList<string> CasesLeftOut,
    int MonteCarloChecks,
    double MonteCarloErrors,
    double FalseAlarm,
    double Seconds,
    IReadOnlyList<ValidatedCase> Cases)
{
    /// <summary>Version of the form of <c>validation.json</c>.</summary>
    [JsonPropertyOrder(-1)]
    public int Validation { get; init; } = 1;

    /// <summary>Whether the cases are those that ship with the program.</summary>
    public bool AreShippedCases { get; init; }

    /// <summary>How many checks were made.</summary>
    public int CheckCount => Cases.Sum(one => one.CheckCount);

    /// <summary>How many of them failed.</summary>
    public int FailedCount => Cases.Sum(one => one.FailedCount);

    /// <summary>How many cases the set has.</summary>
    public int CaseCount => Cases.Count + CasesLeftOut.Count;

    /// <summary>How many of them were checked: others were left out, or no command reaches them.</summary>
    public int CheckedCaseCount => Cases.Count(one => one.Steps.Count > 0);

    /// <summary>Passed where every check was, and there was one.</summary>
    public CheckVerdict Verdict => CheckCount > 0 && FailedCount == 0 ? CheckVerdict.Passed : CheckVerdict.Failed;
}
