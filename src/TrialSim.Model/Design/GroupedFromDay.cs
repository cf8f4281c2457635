namespace TrialSim.Model.Design;

/// <summary>
/// From the day it is found: until then the patient is among those without it (Mantel and Byar 1974; Simon and Makuch 1984). A status that varies with time.
/// </summary>
public sealed record GroupedFromDay : GroupTiming;
