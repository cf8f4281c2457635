using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>Something that is measured at visits: a tumour marker.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Purpose">Key of the draw that all measurements of a patient share.</param>
/// <param name="Unit">Unit of the values; empty where none is given.</param>
/// <param name="Distribution">How values lie around the mean.</param>
/// <param name="Correlation">Correlation between any two measurements of a patient under one profile, of a log-normal marker between their logarithms; 0…1.</param>
/// <param name="MeasuredAt">The visits at which it is measured.</param>
/// <param name="Profiles">Mean and standard deviation over time; the first that applies counts, and where none does there is no measurement.</param>
public sealed record Marker(
    string Name,
    uint Purpose,
    string Unit,
    MarkerDistribution Distribution,
    double Correlation,
    ImmutableArray<MarkerVisit> MeasuredAt,
    ImmutableArray<MarkerProfile> Profiles);
