namespace TrialSim.Results.Overview;

/// <summary>A column of figures of an <see cref="OverviewTable"/>: its heading, and the figure of what a row is about; null where there is none.</summary>
internal sealed record OverviewColumn<TSubject>(string Heading, Func<TSubject, OperatingCharacteristic?> FigureOf);
