namespace TrialSim.Scenarios.Problems;

/// <summary>A place in the file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal readonly record struct TextMark(int Line, int Column)
{
    /// <summary>The first character of the file.</summary>
    public static TextMark Start => new(1, 1);
}
