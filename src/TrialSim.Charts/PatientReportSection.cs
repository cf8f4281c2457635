namespace TrialSim.Charts;

/// <summary>What one method found in patient data.</summary>
/// <param name="Heading">The method, for a person.</param>
/// <param name="Tables">Its tables, each with a caption.</param>
/// <param name="Notes">What must be known to read them.</param>
public sealed record PatientReportSection(string Heading, IReadOnlyList<(string Caption, ChartTable Table)> Tables, IReadOnlyList<string> Notes);
