namespace TrialSim.Results.Outlines;

/// <summary>A treatment or a schedule of visits of an outline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Arms">The arms that have it.</param>
/// <param name="Timing">When, part by part.</param>
public sealed record OutlineActivity(string Name, ActivityKind Kind, IReadOnlyList<string> Arms, IReadOnlyList<string> Timing);
