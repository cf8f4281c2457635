namespace TrialSim.Cli.Tests.Hostile;

/// <summary>A place in a scenario where its author writes, or could write, a text or a name of their own.</summary>
/// <param name="Key">The schema's node, as in <c>effect.source</c>; names end in <c>#name</c>.</param>
/// <param name="Start">Index of its first character in the file.</param>
/// <param name="End">Index behind its last character; <paramref name="Start"/> where nothing is written yet.</param>
/// <param name="Before">What must be written before it, as keys that lead there.</param>
/// <param name="After">What must be written behind it.</param>
internal sealed record ScenarioString(string Key, int Start, int End, string Before, string After)
{
    /// <summary>The file with another text in this place.</summary>
    /// <param name="yaml">The file.</param>
    /// <param name="quoted">A YAML scalar.</param>
    public string Write(string yaml, string quoted)
    {
        string written = yaml[Start..End];
        return $"{yaml[..Start]}{Before}{quoted}{After}{written[written.TrimEnd().Length..]}{yaml[End..]}";
    }
}
