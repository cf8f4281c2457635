namespace TrialSim.Results.Overview;

/// <summary>A row of an <see cref="OverviewTable"/>.</summary>
/// <param name="Names">A name for each column of names.</param>
/// <param name="Figures">A figure for each column of figures; null where there is none.</param>
public sealed record OverviewRow(IReadOnlyList<string> Names, IReadOnlyList<OperatingCharacteristic?> Figures);
