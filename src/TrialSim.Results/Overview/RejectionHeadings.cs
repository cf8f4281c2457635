namespace TrialSim.Results.Overview;

/// <summary>Chooses a <see cref="RejectionHeading"/>, and writes it.</summary>
public static class RejectionHeadings
{
    /// <summary>The heading for figures at some looks.</summary>
    /// <param name="rows">All operating characteristics of a run.</param>
    /// <param name="looks">Names of the looks.</param>
    public static RejectionHeading Of(IReadOnlyList<OperatingCharacteristic> rows, IReadOnlyCollection<string> looks) =>
        rows.Any(row => row.Measure == Measures.OverallPowerStopsIgnored) ? RejectionHeading.StopsIgnored
        : rows.Any(row => row.Measure == Measures.LookReached && row.Value < 1.0 && looks.Contains(row.Look)) ? RejectionHeading.OfAllTrials
        : RejectionHeading.Power;

    /// <summary>The heading as it is written.</summary>
    public static string Text(this RejectionHeading heading) => heading switch
    {
        RejectionHeading.OfAllTrials => "Rejects, of all trials",
        RejectionHeading.StopsIgnored => "Rejects, stops ignored",
        _ => "Power",
    };
}
