namespace TrialSim.Scenarios.Problems;

/// <summary>A place in the file, or in something that replaces a part of it.</summary>
/// <param name="Line">From 1; 0 for something that is not in the file.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 for something that is not in the file.</param>
/// <param name="Origin">What was written instead of a part of the file, such as <c>--set design.patients=200</c>; the name of a file that it extends; null for the file itself.</param>
internal readonly record struct TextMark(int Line, int Column, string? Origin = null)
{
    /// <summary>The first character of the file.</summary>
    public static TextMark Start => new(1, 1);
}
