namespace TrialSim.Scenarios.Documents;

/// <summary>What the schema says of <c>source</c>, which everything assumed may have.</summary>
internal static class SourceKey
{
    public const string Summary = "Where this comes from: study and place, or that it is assumed. For people; it changes nothing.";
    public const string Default = "that of the truth";
}
