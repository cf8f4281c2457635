namespace TrialSim.Results.Overview;

/// <summary>What the share of rejections at a look is called: power only where the look takes place in every trial that the run is about.</summary>
public static class RejectionHeading
{
    /// <summary>Where each trial has the look.</summary>
    public const string Power = "Power";

    /// <summary>Where trials stop before the look, or never reach it: those count as not rejecting.</summary>
    public const string OfAllTrials = "Rejects, of all trials";

    /// <summary>Where trials go on after stops.</summary>
    public const string StopsIgnored = "Rejects, stops ignored";

    /// <summary>The heading for figures at some looks.</summary>
    /// <param name="rows">All operating characteristics of a run.</param>
    /// <param name="looks">Names of the looks.</param>
    public static string Of(IReadOnlyList<OperatingCharacteristic> rows, IReadOnlyCollection<string> looks) =>
        rows.Any(row => row.Measure == Measures.OverallPowerStopsIgnored) ? StopsIgnored
        : rows.Any(row => row.Measure == Measures.LookReached && row.Value < 1.0 && looks.Contains(row.Look)) ? OfAllTrials
        : Power;
}
