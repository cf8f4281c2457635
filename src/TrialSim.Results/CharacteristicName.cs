namespace TrialSim.Results;

/// <summary>The name of one operating characteristic, as the command line takes it: <c>power:os_test</c>, <c>trial_duration</c>, <c>median:os_median:treated</c>.</summary>
/// <param name="Measure">The measure, as in <c>operating-characteristics.csv</c>.</param>
/// <param name="Of">What it is about, joined with colons: analysis, endpoint, decision, resource, arm or look; empty for the first one, or the trial itself.</param>
public sealed record CharacteristicName(string Measure, string Of)
{
    private const char Separator = ':';

    /// <summary>The parts of a name.</summary>
    public static CharacteristicName Parse(string text)
    {
        string[] parts = text.Split(Separator, 2);
        return new(parts[0], parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>
    /// The row that is meant; null where there is none. The power of a test is that over all looks where it has one; the duration of a trial that nothing stops is the time of its last look; what is given at
    /// several looks, and is named without one, is that at the last.
    /// </summary>
    public OperatingCharacteristic? RowIn(IEnumerable<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] candidates = [.. rows.Where(IsAbout)];
        string[] measures = Measure switch
        {
            Measures.Power => [Measures.OverallPower, Measures.Power],
            Measures.TrialDuration => [Measures.TrialDuration, Measures.LookTime],
            _ => [Measure],
        };
        OperatingCharacteristic[] found = [.. measures.Select(measure => candidates.Where(row => row.Measure == measure).ToArray()).FirstOrDefault(some => some.Length > 0) ?? []];
        return found.LastOrDefault(row => SubjectOf(row) == SubjectOf(found[0]));
    }

    /// <summary>Says that there is no such characteristic, and which measures there are.</summary>
    public string Missing(IEnumerable<OperatingCharacteristic> rows) =>
        $"there is no '{this}'. Write a measure, and after a colon what it is about, such as power:os_test. The measures are {string.Join(", ", rows.Select(row => row.Measure).Distinct())}.";

    /// <summary>As the command line takes it.</summary>
    public override string ToString() => Of.Length == 0 ? Measure : $"{Measure}{Separator}{Of}";

    private bool IsAbout(OperatingCharacteristic row) =>
        Of.Length == 0 || Of.Split(Separator).All(part => part == row.Analysis || part == row.Endpoint || part == row.Subject || part == row.Arm || part == row.Look);

    private static (string Endpoint, string Analysis, string Arm, string Subject) SubjectOf(OperatingCharacteristic row) => (row.Endpoint, row.Analysis, row.Arm, row.Subject);
}
