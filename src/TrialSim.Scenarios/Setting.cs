namespace TrialSim.Scenarios;

/// <summary>A value that stands instead of what the file says, or beside it where the file says nothing.</summary>
/// <param name="Key">Keys and numbers of list items, from 0, that lead to the value: <c>truth.effects.0.hazard_ratio</c>.</param>
/// <param name="Value">The value as YAML: <c>200</c>, <c>6w</c>, <c>{after: tace, within: 6w}</c>.</param>
public sealed record Setting(string Key, string Value)
{
    /// <summary>As it is written on the command line.</summary>
    public override string ToString() => $"--set {Key}={Value}";
}
