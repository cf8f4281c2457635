namespace TrialSim.Scenarios.Documents;

/// <summary>A value, or the word <c>none</c>.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value; null for the word.</param>
internal sealed record OrNone<T>(T? Value) : IDocumentOption
    where T : class
{
    /// <summary>The word.</summary>
    public static OrNone<T> None { get; } = new((T?)null);

    object? IDocumentOption.Inner => Value;
}
