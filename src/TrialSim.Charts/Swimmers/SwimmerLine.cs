namespace TrialSim.Charts.Swimmers;

/// <summary>A time that concerns every row, such as a look.</summary>
/// <param name="At">Months since randomisation.</param>
/// <param name="Text">Its name.</param>
public sealed record SwimmerLine(double At, string Text);
