namespace TrialSim.Results.Tests.Folder;

/// <summary>A test that removes a file that is open.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RemovalFactAttribute : FactAttribute
{
    public RemovalFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows does not let anybody remove an open file.";
        }
    }
}
