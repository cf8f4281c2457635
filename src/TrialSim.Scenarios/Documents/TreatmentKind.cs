namespace TrialSim.Scenarios.Documents;

/// <summary>Kinds of treatment.</summary>
internal enum TreatmentKind
{
    /// <summary>Done on a day.</summary>
    Procedure,

    /// <summary>Taken from day to day.</summary>
    Drug,
}
