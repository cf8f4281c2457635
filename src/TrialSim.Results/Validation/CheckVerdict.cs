using System.Text.Json.Serialization;

namespace TrialSim.Results.Validation;

/// <summary>Whether a check of a validation holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckVerdict>))]
public enum CheckVerdict
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not, or what it is about is not there.</summary>
    Failed,
}
