namespace TrialSim.Scenarios.Documents;

/// <summary>A length of time as written.</summary>
/// <param name="Days">The same in days.</param>
/// <param name="Text">As written, such as <c>18mo</c>.</param>
internal sealed record Duration(double Days, string Text)
{
    /// <summary>No time at all.</summary>
    public static Duration Zero { get; } = new(0.0, "0d");

    /// <inheritdoc/>
    public override string ToString() => Text;
}
