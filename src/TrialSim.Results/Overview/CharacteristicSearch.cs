namespace TrialSim.Results.Overview;

/// <summary>Finds single rows among operating characteristics.</summary>
internal static class CharacteristicSearch
{
    /// <summary>The figure of a look and a subject, both empty where it has none; null where there is no such row.</summary>
    public static OperatingCharacteristic? At(this IReadOnlyList<OperatingCharacteristic> rows, string look, string subject, string measure) =>
        rows.FirstOrDefault(row => row.Look == look && row.Subject == subject && row.Measure == measure);

    /// <summary>Names of the looks that have a measure, in their order.</summary>
    public static string[] LooksOf(this IReadOnlyList<OperatingCharacteristic> rows, string measure) =>
        [.. rows.Where(row => row.Measure == measure && row.Look.Length > 0).Select(row => row.Look).Distinct()];
}
