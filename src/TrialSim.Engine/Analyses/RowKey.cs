namespace TrialSim.Engine.Analyses;

/// <summary>What a result row is about. The rows of a scenario are the same, in the same order, in every replicate.</summary>
/// <param name="Look">Index of the look.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Analysis">Index of the analysis, or <see cref="None"/> for counts.</param>
/// <param name="Arm">Index of the arm; for a comparison the experimental one; <see cref="None"/> for all arms together, and for groups of patients.</param>
/// <param name="Control">Index of the control arm of a comparison, or <see cref="None"/>.</param>
/// <param name="Measure">What the row holds.</param>
public readonly record struct RowKey(int Look, int Endpoint, int Analysis, int Arm, int Control, RowMeasure Measure)
{
    /// <summary>No such index.</summary>
    public const int None = -1;

    /// <summary>The group of patients, of an analysis by groups.</summary>
    public PatientGroup Group { get; init; }
}
