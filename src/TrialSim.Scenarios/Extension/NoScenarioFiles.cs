namespace TrialSim.Scenarios.Extension;

/// <summary>For scenarios that stand alone.</summary>
internal sealed class NoScenarioFiles : IScenarioFiles
{
    /// <summary>The one that there is.</summary>
    public static NoScenarioFiles Instance { get; } = new();

    /// <inheritdoc/>
    public BaseFile Read(string extending, string named) => BaseFile.Missing(named, $"No other file can be read from here. Write the keys of '{named}' into this one.");

    /// <inheritdoc/>
    public bool AreSame(string one, string other) => one == other;
}
