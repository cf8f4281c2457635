namespace TrialSim.Tests;

/// <summary>A test of something that only some systems have among their files.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithAttribute : FactAttribute
{
    /// <param name="path">The file or folder.</param>
    public FactWithAttribute(string path)
    {
        if (!Path.Exists(path))
        {
            Skip = $"This system has no {path}.";
        }
    }
}
