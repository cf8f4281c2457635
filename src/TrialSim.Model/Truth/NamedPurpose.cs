namespace TrialSim.Model.Truth;

/// <summary>Keys for the draws of things that a scenario names.</summary>
public static class NamedPurpose
{
    /// <summary>Set in every named purpose, clear in every built-in one.</summary>
    public const uint HighBit = 0x8000_0000;

    /// <summary>A stable key for a named thing: FNV-1a over its UTF-16 units, high bit set. Two names may collide; whoever compiles a scenario checks.</summary>
    /// <param name="kind">What it is: <c>event</c> or <c>covariate</c>.</param>
    /// <param name="name">Its name in the scenario.</param>
    public static uint Of(string kind, string name)
    {
        uint hash = 2166136261;
        foreach (char unit in $"{kind}:{name}")
        {
            hash = unchecked((hash ^ unit) * 16777619);
        }

        return hash | HighBit;
    }
}
