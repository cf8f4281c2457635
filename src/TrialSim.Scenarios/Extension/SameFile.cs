namespace TrialSim.Scenarios.Extension;

/// <summary>Tells whether two names are of one file.</summary>
internal sealed class SameFile : IEqualityComparer<string>
{
    /// <summary>The one that there is.</summary>
    public static SameFile Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) => x is not null && y is not null && WholeOf(x) == WholeOf(y);

    /// <inheritdoc/>
    public int GetHashCode(string obj) => WholeOf(obj).GetHashCode(StringComparison.Ordinal);

    private static string WholeOf(string name) => name.Length == 0 ? name : Path.GetFullPath(name);
}
