namespace TrialSim.Model.Truth;

/// <summary>Something in a patient's course at which a state may change, or an event may be brought about.</summary>
/// <param name="Kind">What it is an occasion of.</param>
/// <param name="Subject">Index of the treatment, schedule or event; 0 for randomisation.</param>
public readonly record struct Occasion(OccasionKind Kind, int Subject);
