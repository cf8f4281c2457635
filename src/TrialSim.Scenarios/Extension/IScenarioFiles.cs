namespace TrialSim.Scenarios.Extension;

/// <summary>Where a scenario finds the file that it extends.</summary>
public interface IScenarioFiles
{
    /// <summary>The file that a scenario names.</summary>
    /// <param name="extending">The file of the scenario, as it was named itself.</param>
    /// <param name="named">What stands after <c>extends:</c>, relative to that file.</param>
    /// <returns>The file, or why it cannot be read; never throws for what is or is not there.</returns>
    public BaseFile Read(string extending, string named);

    /// <summary>Whether two names are of one file.</summary>
    /// <param name="one">The name of a file that was read.</param>
    /// <param name="other">That of another.</param>
    public bool AreSame(string one, string other);
}
