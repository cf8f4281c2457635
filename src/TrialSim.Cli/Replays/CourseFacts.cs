using TrialSim.Model;

namespace TrialSim.Cli.Replays;

/// <summary>What a scenario says of the things in a course.</summary>
internal static class CourseFacts
{
    /// <summary>The dose at which a drug starts, in mg a day; null for a drug without doses.</summary>
    public static double? FullDoseOf(Trial trial, int treatment) => null;
}
