namespace TrialSim.Charts.Sweeps;

/// <summary>A line over what a sweep varies.</summary>
/// <param name="Name">What tells it from others.</param>
/// <param name="Colour">Its colour, as <c>#RRGGBB</c>.</param>
/// <param name="Points">Its points, at least one.</param>
internal sealed record SweepLine(string Name, string Colour, IReadOnlyList<SweepLinePoint> Points);
