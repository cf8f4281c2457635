using System.Text.Json.Serialization;

namespace TrialSim.Results.Validation;

/// <summary>A case of a validation, as it came out.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Title">What is validated.</param>
/// <param name="Source">Where the expected figures come from.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Steps">The commands and their checks.</param>
/// <param name="NotReached">What belongs to the case and no command reaches, with the reason.</param>
public sealed record ValidatedCase(string Id, string Title, string Source, double Seconds, IReadOnlyList<ValidatedStep> Steps, IReadOnlyList<string> NotReached)
{
    /// <summary>All its checks.</summary>
    [JsonIgnore]
    public IEnumerable<ValidatedCheck> Checks => Steps.SelectMany(step => step.Checks);

    /// <summary>How many checks it has.</summary>
    public int CheckCount => Checks.Count();

    /// <summary>How many of them failed.</summary>
    public int FailedCount => Checks.Count(check => check.Verdict == CheckVerdict.Failed);

    /// <summary>What came of it, in a word or two.</summary>
    [JsonIgnore]
    public string Result => Steps.Count == 0 ? "not reached" : FailedCount == 0 ? "passed" : "FAILED";
}
